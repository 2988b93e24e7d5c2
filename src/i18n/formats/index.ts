import { type Language, lookUp } from "../../essay/language.ts";
import { formatStrings as en } from "./en.ts";
import { formatStrings as ja } from "./ja.ts";
import type { FormatStrings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, FormatStrings>> = { ja, en };

/** @returns the strings about formats in a language; the English ones where there are none */
export const formatStrings = (language: Language): FormatStrings => lookUp(STRINGS, language) ?? en;
