import type { Language } from "../../essay/language.ts";
import { mergedStrings } from "../merge.ts";
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
export const editionStrings = (language: Language): EditionStrings =>
  mergedStrings("editions", language, STRINGS, () => en);
