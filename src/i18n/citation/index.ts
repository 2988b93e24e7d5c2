import type { Language } from "../../essay/language.ts";
import { mergedStrings } from "../merge.ts";
import { citeStrings as ar } from "./ar.ts";
import { citeStrings as de } from "./de.ts";
import { citeStrings as en } from "./en.ts";
import { citeStrings as fr } from "./fr.ts";
import { citeStrings as ja } from "./ja.ts";
import { citeStrings as ko } from "./ko.ts";
import type { CiteStrings } from "./strings.ts";
import { citeStrings as zhHans } from "./zh-hans.ts";

const STRINGS: Readonly<Record<Language, CiteStrings>> = { ar, de, en, fr, ja, ko, "zh-Hans": zhHans };

/** @returns the citation strings of a language, those that the essay supplies before the site's; else English ones */
export const citeStrings = (language: Language): CiteStrings => mergedStrings("citing", language, STRINGS, () => en);
