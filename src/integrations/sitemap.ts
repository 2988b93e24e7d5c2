/**
 * Pages that only repeat other pages: search results, volumes of a long text, two languages side by side, earlier editions
 * and comparisons with them.
 */
const UNLISTED = /^[^/]+\/(search\/$|full\/[^/]+\/|editions\/.|\d+\.\d+\.\d+\/)|^parallel\//u;

/**
 * @param basePath the path below which the site stands, with a slash at both ends: a word in it names no page
 * @param retired slugs of retired sections, whose pages only lead on
 * @returns whether a search engine should be told of the page
 */
export function isListedPage(address: string, basePath: string, retired: readonly string[] = []): boolean {
  const path = new URL(address).pathname.slice(basePath.length);
  return !UNLISTED.test(path) && !retired.includes(path.split("/")[1] ?? "");
}
