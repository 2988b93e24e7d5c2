import { type Language, lookUp } from "../../essay/language.ts";
import { customTranslations } from "../custom-strings.ts";
import { fromMessages } from "../message.ts";
import { formatStrings as ar } from "./ar.ts";
import { formatStrings as de } from "./de.ts";
import { formatStrings as en } from "./en.ts";
import { formatStrings as fr } from "./fr.ts";
import { formatStrings as ja } from "./ja.ts";
import { formatStrings as ko } from "./ko.ts";
import type { FormatStrings } from "./strings.ts";
import { formatStrings as zhHans } from "./zh-hans.ts";

const STRINGS: Readonly<Record<Language, FormatStrings>> = { ar, de, en, fr, ja, ko, "zh-Hans": zhHans };

/** @returns the strings about formats in a language, those that the essay supplies before the site's; else English ones */
export function formatStrings(language: Language): FormatStrings {
  const own = lookUp(STRINGS, language) ?? en;
  const given = lookUp(customTranslations, language);
  return given ? fromMessages(given.formats, own, language) : own;
}
