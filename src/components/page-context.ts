import bodies from "virtual:bodies";
import build from "virtual:build";
import essay from "virtual:essay";
import type { Site } from "../citation/record.ts";
import { FALLBACK_LANGUAGE, type Language } from "../essay/language.ts";
import type { EssayText } from "../essay/model.ts";
import { direction } from "../essay/scripts.ts";

/**
 * The context of the page that is being rendered, from `Astro.url` and `Astro.site`, for components that get no props
 * from us because MDX calls them.
 */

/** @returns the route of the page: its path below the base path, without a leading slash */
export const routeOfPage = (url: URL): string => url.pathname.slice(build.basePath.replace(/\/$/u, "").length + 1);

/** @returns the language of the page: the first folder of its route; the essay's first language where that is none */
export function languageOfPage(url: URL): Language {
  const [first = ""] = routeOfPage(url).split("/");
  return essay.languages.find((language) => language === first) ?? essay.languages[0] ?? FALLBACK_LANGUAGE;
}

/**
 * @param language of an element's words; absent where it is the page's
 * @returns the attributes that say so: the language, and its direction where that is not the page's
 */
export function wordsIn(url: URL, language: Language | undefined): { lang?: Language; dir?: "ltr" | "rtl" } {
  if (language === undefined) return {};
  const dir = direction(language);
  return { lang: language, ...(dir !== direction(languageOfPage(url)) && { dir }) };
}

/** @returns the static paths of a page that exists in every language of the essay */
export const languagePaths = () => languagePathsWhere(() => true);

/** The static paths of a page that stands in the languages in which it has anything to say. */
export const languagePathsWhere = (has: (text: EssayText) => boolean) =>
  essay.languages
    .map((language) => essay.texts[language] as EssayText)
    .filter(has)
    .map((text) => ({ params: { language: text.language }, props: { text } }));

/** @returns whether a text has a page with what a reader should know of the site */
export const hasAbout = (language: Language): boolean =>
  essay.texts[language]?.about !== undefined || bodies.about(language) !== undefined;

/** @returns whether a text has a page of notes: notes, sources, or addresses of notes that were published once */
export const hasNotes = ({ bibliography, sections }: EssayText): boolean =>
  bibliography.length > 0 ||
  sections.some(({ notes }) => notes.length > 0) ||
  essay.retiredAnchors.some(({ kind }) => kind === "note");

/** @returns where the site is published, from `Astro.site` */
export const siteOf = (site: URL | undefined): Site => ({
  origin: site?.origin ?? "",
  basePath: build.basePath,
});

/** The roles of DPUB-ARIA 1.1 that the site uses. */
type DpubRole = "doc-backlink" | "doc-endnotes" | "doc-noteref";

/**
 * Astro's types lack the roles of DPUB-ARIA.
 *
 * @returns the role as attributes to spread into an element
 */
export const dpubRole = (role: DpubRole): Record<string, string> => ({ role });
