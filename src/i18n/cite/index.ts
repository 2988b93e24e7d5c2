import type { Language } from "../../essay/model.ts";
import { citeStrings as en } from "./en.ts";
import { citeStrings as ja } from "./ja.ts";
import type { CiteStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, CiteStrings>> = { ja, en };

/** The languages in which citations are offered, whatever the language of the text. */
export const CITATION_LANGUAGES = ["ja", "en"] as const;
export type CitationLanguage = (typeof CITATION_LANGUAGES)[number];

/**
 * @returns what is said of citing in the pages of a language
 * @throws where no file of strings exists for it
 */
export function citeStrings(language: Language): CiteStrings {
  const found = STRINGS[language];
  if (!found) throw new Error(`Citing has no strings for “${language}”: add src/i18n/cite/${language}.ts.`);
  return found;
}
