/**
 * Pages that hold nothing of their own: what a search finds stands elsewhere, the full text in the sections, two
 * languages side by side each on its own page.
 */
const UNLISTED = /\/(search|full)\/$|\/parallel\//u;

/**
 * @param former slugs that sections had once; their pages only lead on
 * @returns whether a search engine should be told of the page
 */
export function isListedPage(address: string, former: readonly string[] = []): boolean {
  const { pathname } = new URL(address);
  return !UNLISTED.test(pathname) && !former.includes(pathname.split("/").at(-2) ?? "");
}
