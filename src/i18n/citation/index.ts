import { type Language, lookUp } from "../../essay/language.ts";
import { citeStrings as en } from "./en.ts";
import { citeStrings as ja } from "./ja.ts";
import type { CiteStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, CiteStrings>> = { ja, en };

/** The languages in which citations are offered, whatever the language of the text. */
export const CITATION_LANGUAGES = ["ja", "en"] as const;
export type CitationLanguage = (typeof CITATION_LANGUAGES)[number];

/** @returns the citation strings of a language; the English ones where there are none */
export const citeStrings = (language: Language): CiteStrings => lookUp(STRINGS, language) ?? en;
