import type { Language } from "../../essay/language.ts";
import { mergedStrings } from "../merge.ts";
import { strings as ar } from "./ar.ts";
import { strings as de } from "./de.ts";
import { strings as en } from "./en.ts";
import { strings as fr } from "./fr.ts";
import { strings as ja } from "./ja.ts";
import { strings as ko } from "./ko.ts";
import type { SearchStrings } from "./strings.ts";
import { strings as zhHans } from "./zh-hans.ts";

const STRINGS: Readonly<Record<Language, SearchStrings>> = { ar, de, en, fr, ja, ko, "zh-Hans": zhHans };

/** @returns the strings of the search for its page: those that the essay supplies before the site's; else English ones */
export const searchStrings = (language: Language): SearchStrings =>
  mergedStrings("search", language, STRINGS, () => en);
