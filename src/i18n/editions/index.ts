import { type Language, lookUp } from "../../essay/language.ts";
import { editionStrings as en } from "./en.ts";
import { editionStrings as ja } from "./ja.ts";
import type { EditionStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, EditionStrings>> = { ja, en };

/** @returns the strings about editions in a language; the English ones where there are none */
export const editionStrings = (language: Language): EditionStrings => lookUp(STRINGS, language) ?? en;
