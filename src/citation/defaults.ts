import type { Language } from "../essay/model.ts";
import type { CitationLanguage } from "../i18n/citation/index.ts";
import type { TextStyle } from "./text-styles.ts";

/** @returns the language in which a page's citations are offered first: its own, else English */
export const citationLanguage = (language: Language): CitationLanguage => (language === "ja" ? "ja" : "en");

/** @returns the style of text that the notes of a language follow */
export const styleOf = (language: CitationLanguage): TextStyle => (language === "ja" ? "sist02" : "chicago");
