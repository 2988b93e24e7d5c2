import type { Language } from "../../essay/language.ts";
import { citeStrings as en } from "./en.ts";
import { citeStrings as ja } from "./ja.ts";
import type { CiteStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, CiteStrings>> = { ja, en };

/** The languages in which citations are offered, whatever the language of the text. */
export const CITATION_LANGUAGES = ["ja", "en"] as const;
export type CitationLanguage = (typeof CITATION_LANGUAGES)[number];

/** @returns what is said of citing in the pages of a language; in English where that language has no words for it */
export const citeStrings = (language: Language): CiteStrings => STRINGS[language] ?? en;
