/**
 * Pages that hold nothing of their own: what a search finds stands elsewhere, the full text in the sections, two
 * languages side by side each on its own page.
 */
const UNLISTED = /\/(search|full)\/$|\/parallel\//u;

/**
 * @param retired slugs of retired sections, whose pages only lead on
 * @returns whether a search engine should be told of the page
 */
export function isListedPage(address: string, retired: readonly string[] = []): boolean {
  const { pathname } = new URL(address);
  return !UNLISTED.test(pathname) && !retired.includes(pathname.split("/").at(-2) ?? "");
}
