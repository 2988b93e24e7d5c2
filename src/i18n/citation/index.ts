import { type Language, lookUp } from "../../essay/language.ts";
import { customTranslations } from "../custom-strings.ts";
import { fromMessages } from "../message.ts";
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
export function citeStrings(language: Language): CiteStrings {
  const own = lookUp(STRINGS, language) ?? en;
  const given = lookUp(customTranslations, language);
  return given ? fromMessages(given.citing, own, language) : own;
}
