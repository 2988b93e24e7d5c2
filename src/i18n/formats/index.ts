import type { Language } from "../../essay/language.ts";
import { mergedStrings } from "../merge.ts";
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
export const formatStrings = (language: Language): FormatStrings =>
  mergedStrings("formats", language, STRINGS, () => en);
