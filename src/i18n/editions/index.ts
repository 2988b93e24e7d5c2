import { type Language, lookUp } from "../../essay/language.ts";
import { customTranslations } from "../custom-strings.ts";
import { fromMessages } from "../message.ts";
import { editionStrings as ar } from "./ar.ts";
import { editionStrings as de } from "./de.ts";
import { editionStrings as en } from "./en.ts";
import { editionStrings as fr } from "./fr.ts";
import { editionStrings as ja } from "./ja.ts";
import { editionStrings as ko } from "./ko.ts";
import type { EditionStrings } from "./strings.ts";
import { editionStrings as zhHans } from "./zh-hans.ts";

const STRINGS: Readonly<Record<Language, EditionStrings>> = { ar, de, en, fr, ja, ko, "zh-Hans": zhHans };

/** @returns the strings about editions in a language, those that the essay supplies before the site's; else English ones */
export function editionStrings(language: Language): EditionStrings {
  const own = lookUp(STRINGS, language) ?? en;
  const given = lookUp(customTranslations, language);
  return given ? fromMessages(given.editions, own, language) : own;
}
