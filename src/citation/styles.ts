import type { TextStyle } from "../essay/citation-styles.ts";

/** The formats of reference managers. */
export const FILE_STYLES = ["bibtex", "ris", "csl"] as const;
export type FileStyle = (typeof FILE_STYLES)[number];

/** How the name of a file of each format ends. */
export const FILE_EXTENSIONS: Readonly<Record<FileStyle, string>> = { bibtex: "bib", ris: "ris", csl: "csl.json" };

/** A style or format in which a citation is offered. */
export type CitationStyle = TextStyle | FileStyle;

/** Names of the styles and formats, the same in every language. */
export const STYLE_NAMES: Readonly<Record<CitationStyle, string>> = {
  sist02: "SIST 02",
  gb7714: "GB/T 7714",
  chicago: "Chicago",
  apa: "APA 7",
  mla: "MLA 9",
  bibtex: "BibTeX",
  ris: "RIS",
  csl: "CSL-JSON",
};
