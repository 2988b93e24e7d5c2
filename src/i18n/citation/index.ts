import { type Language, lookUp } from "../../essay/language.ts";
import { citeStrings as en } from "./en.ts";
import { citeStrings as ja } from "./ja.ts";
import type { CiteStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, CiteStrings>> = { ja, en };

/** @returns the citation strings of a language; the English ones where there are none */
export const citeStrings = (language: Language): CiteStrings => lookUp(STRINGS, language) ?? en;
