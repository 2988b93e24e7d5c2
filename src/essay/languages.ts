import type { Language } from "./language.ts";
import type { Essay, Section } from "./model.ts";
import { findSection } from "./navigate.ts";
import { routes } from "./routes.ts";

/** Two languages side by side; the page itself is in the leading one. */
interface LanguagePair {
  readonly lead: Language;
  readonly other: Language;
  /** The last segment of the address, `en-ja`; absent for the first two languages of the essay in their order. */
  readonly path: string | undefined;
}

/** @returns every pair of the essay's languages, in both orders */
export const languagePairs = ({ languages }: Pick<Essay, "languages">): LanguagePair[] =>
  languages.flatMap((lead) =>
    languages
      .filter((other) => other !== lead)
      .map((other) => ({
        lead,
        other,
        path: lead === languages[0] && other === languages[1] ? undefined : `${lead}-${other}`,
      })),
  );

/** @returns the page of a section with two languages side by side, below the base path */
export function parallelRoute(
  essay: Pick<Essay, "languages">,
  section: string,
  lead: Language,
  other: Language,
): string {
  const pair = languagePairs(essay).find((candidate) => candidate.lead === lead && candidate.other === other);
  return routes.parallel(section, pair?.path);
}

/** @returns the languages of the essay but this one, the default first */
export const otherLanguages = ({ languages }: Pick<Essay, "languages">, language: Language): Language[] =>
  languages.filter((other) => other !== language);

/** @returns the languages in which a section is finished, the default first */
export const finishedLanguages = ({ languages, texts }: Pick<Essay, "languages" | "texts">, id: string): Language[] =>
  languages.filter((language) => {
    const section = texts[language] && findSection(texts[language], id);
    return section !== undefined && section.textLanguage === undefined;
  });

/** @returns the language that a section's words are in */
export const languageOfWords = ({ language, textLanguage }: Pick<Section, "language" | "textLanguage">): Language =>
  textLanguage ?? language;

/**
 * @param route a page below the base path
 * @returns the same page in another language; `undefined` for a page that belongs to none
 */
export function counterpart(essay: Pick<Essay, "languages">, route: string, language: Language): string | undefined {
  const [first = "", ...rest] = route.split("/");
  if (!essay.languages.includes(first)) return undefined;
  // While it is made it has the form of the other pages.
  return rest[0] === "404" ? routes.missing(language) : [language, ...rest].join("/");
}

/**
 * @param route a page below the base path
 * @returns the routes of the page in every language that has it finished, itself included, and of the one for readers of
 *   other languages (`x-default`); none where the essay has one language
 */
export function alternatesOf(
  essay: Pick<Essay, "languages" | "texts">,
  route: string,
): { readonly hreflang: string; readonly route: string }[] {
  const [first = ""] = essay.languages;
  const text = essay.texts[first];
  const section = text && findSection(text, route.split("/")[1] ?? "");
  // The page of a draft shows another language and is no alternate.
  const languages = section ? finishedLanguages(essay, section.id) : essay.languages;
  if (languages.length < 2) return [];
  // The first page, where a language is chosen, is the default of every cover.
  const isCover = route === "" || essay.languages.some((language) => route === routes.cover(language));
  const inLanguage = (language: Language) =>
    route === "" ? routes.cover(language) : counterpart(essay, route, language);
  return [
    ...languages.map((language) => ({ hreflang: language, target: inLanguage(language) })),
    { hreflang: "x-default", target: isCover ? "" : inLanguage(languages[0] ?? "") },
  ].flatMap(({ hreflang, target }) => (target === undefined ? [] : [{ hreflang, route: target }]));
}
