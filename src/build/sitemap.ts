/** Pages that hold nothing of their own: what a search finds stands elsewhere, the full text in the sections. */
const UNLISTED = /\/(search|full)\/$/u;

/**
 * @param former slugs that sections had once; their pages only lead on
 * @returns whether a search engine should be told of the page
 */
export function isListedPage(address: string, former: readonly string[] = []): boolean {
  const { pathname } = new URL(address);
  return !UNLISTED.test(pathname) && !former.includes(pathname.split("/").at(-2) ?? "");
}
