import type { TraceKind } from "../../essay/retired-anchors.ts";

/** A style or format in which a citation is offered. */
export type CitationStyle = "sist02" | "chicago" | "apa" | "mla" | "bibtex" | "ris" | "csl";

/** What a citation points to inside its section. */
export type PlaceKind = "paragraph" | "note" | "editor-note" | "figure";
/** How a place is named, by its number. */
export type PlaceNames = Readonly<Record<PlaceKind, (number: string) => string>>;

/** What is said of citing, in the pages, in the citations and in the dialog. */
export interface CiteStrings {
  /** The button beside a paragraph, a heading, a note or a selection. */
  readonly cite: string;
  /** The button's name for those who do not see what it stands beside. */
  readonly citeThis: (thing: string) => string;
  /** Where something stands, as a reader names it: `¶23`, `n. 3`. */
  readonly place: PlaceNames;
  /** What this text is, in a citation: short, without a full stop. */
  readonly nature: (author: string) => string;
  /** What the editors have added to it is, which the author of the argument never said. */
  readonly addition: (author: string) => string;
  readonly edition: (version: string) => string;
  readonly howToCite: Readonly<Record<"section" | "work", string>>;
  readonly files: string;
  /** Where a citation has the day on which its reader looked, and no script knows the day. */
  readonly dateOfAccess: string;
  readonly trace: (trace: TraceWords) => string;
  readonly redirected: (title: string) => string;
}

/** What a trace tells of. */
export interface TraceWords {
  readonly kind: TraceKind;
  /** What stood there, as a reader names it. */
  readonly name: string;
  readonly how: "merged" | "removed" | "renamed" | "moved";
  readonly edition: string;
  /** Where its text is now, as a reader names it; empty where the words stand beside it. */
  readonly target: string;
}

/** What the dialog says; loaded with it. */
export interface CiteDialogStrings {
  readonly title: (thing: string) => string;
  /** In full, for the title, and for files, which no style abbreviates. */
  readonly place: PlaceNames;
  readonly copyLink: string;
  readonly copyWords: string;
  readonly copyCitation: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly style: string;
  readonly language: string;
  readonly reference: string;
  readonly inText: string;
  readonly download: string;
  readonly close: string;
  readonly failed: string;
  readonly quotation: (words: string) => string;
}

/** What is said of the words that a link quotes. */
export interface QuoteStrings {
  readonly found: string;
  readonly changed: (place: string, edition: string) => string;
  readonly unknown: (place: string) => string;
}
