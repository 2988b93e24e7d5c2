import { alternatesOf } from "../essay/languages.ts";
import type { Essay, Note } from "../essay/model.ts";
import { findSection } from "../essay/navigate.ts";
import { address as addressOf } from "../essay/routes.ts";

/**
 * What is shown for a missing page, and pages that only repeat other pages: search results, volumes of a long text, two languages side by side, earlier editions
 * and comparisons with them.
 */
const UNLISTED = /^[^/]+\/(search\/$|404\/?$|full\/[^/]+\/|editions\/.|\d+\.\d+\.\d+\/)|^parallel\//u;

/**
 * @param basePath the path below which the site stands, with a slash at both ends: a word in it names no page
 * @param retired slugs of retired sections, whose pages only lead on
 * @returns whether a search engine should be told of the page
 */
export function isListedPage(address: string, basePath: string, retired: readonly string[] = []): boolean {
  const path = new URL(address).pathname.slice(basePath.length);
  return !UNLISTED.test(path) && !retired.includes(path.split("/")[1] ?? "");
}

/** What a sitemap says of a page. */
interface SitemapEntry {
  /** ISO 8601. */
  readonly lastmod: string;
  readonly links: { readonly url: string; readonly lang: string }[];
}

/**
 * @param essay as it stands
 * @param page its address
 * @param basePath the path below which the site stands, with a slash at both ends
 * @returns when the page was changed last, by the edition and the days on which its editors' notes were checked, and the same
 *   page in other languages
 */
export function sitemapEntry(essay: Essay, page: string, basePath: string): SitemapEntry {
  const { origin, pathname } = new URL(page);
  const route = pathname.slice(basePath.length);
  const [language = "", slug = ""] = route.split("/");
  const text = essay.texts[language];
  const section = text && findSection(text, slug);
  const notes: readonly Note[] = section ? section.notes : (text?.sections ?? []).flatMap((one) => one.notes);
  const days = [essay.edition.date, ...notes.flatMap(({ asOf }) => asOf ?? [])];
  return {
    lastmod: days.sort().at(-1) ?? essay.edition.date,
    links: alternatesOf(essay, route).map((alternate) => ({
      url: `${origin}${addressOf(basePath, alternate.route)}`,
      lang: alternate.hreflang,
    })),
  };
}
