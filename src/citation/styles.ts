import { type Language, lookUpTag } from "../essay/language.ts";
import type { CitationLanguage } from "../i18n/citation/index.ts";

/** Citation styles that are formatted as text. */
export const TEXT_STYLES = ["sist02", "chicago", "apa", "mla"] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];

/** The formats of reference managers. */
export const FILE_STYLES = ["bibtex", "ris", "csl"] as const;
export type FileStyle = (typeof FILE_STYLES)[number];

/** A style or format in which a citation is offered. */
export type CitationStyle = TextStyle | FileStyle;

/** Names of the styles and formats, the same in every language. */
export const STYLE_NAMES: Readonly<Record<CitationStyle, string>> = {
  sist02: "SIST 02",
  chicago: "Chicago (notes)",
  apa: "APA 7",
  mla: "MLA 9",
  bibtex: "BibTeX",
  ris: "RIS",
  csl: "CSL-JSON",
};

/** @returns the default language of citations on a page: its own, else English */
export const citationLanguage = (language: Language): CitationLanguage =>
  lookUpTag(["ja", "en"], language) === "ja" ? "ja" : "en";

/** @returns the default style: that of the notes of the language */
export const styleOf = (language: CitationLanguage): TextStyle => (language === "ja" ? "sist02" : "chicago");
