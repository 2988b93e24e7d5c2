import type { Root } from "mdast";

/** A person as the manuscript names him; what could not be told apart is one name. */
export type ManuscriptName = ({ readonly family: string; readonly given?: string } | { readonly literal: string }) & {
  /** Where each has one of their own. */
  readonly affiliation?: string;
  readonly orcid?: string;
};

/** What a manuscript says of itself, in its metadata or on its first page. */
export interface ManuscriptMetadata {
  title?: string;
  /** What stands in brackets in the title or the subtitle and is a reading of the words before it. */
  readings?: string[];
  /** Identifiers of the notes that hang on the title. */
  titleNotes?: string[];
  subtitle?: string;
  authors?: ManuscriptName[];
  translators?: ManuscriptName[];
  affiliation?: string;
  /** ISO 8601, as exact as it is known. */
  date?: string;
  /** BCP 47 tag. */
  language?: string;
  abstract?: string;
  /** One or two sentences for search engines, which its author wrote. */
  description?: string;
  keywords?: string[];
  doi?: string;
  publisher?: string;
  rights?: string;
}

/** Where a stretch of the manuscript's words goes: the body, a note, a field of essay.yaml, or nowhere. */
export type Destination =
  | "body"
  | `note ${string}`
  | `field ${Exclude<keyof ManuscriptMetadata, "titleNotes" | "readings">}`
  | "left out";

/** A stretch of the manuscript's words and where it goes. All of them, in order, are all that came in. */
export interface Fragment {
  readonly text: string;
  readonly to: Destination;
  /** Why it is left out: `running head`, `note mark`. */
  readonly why?: string;
  /** Whether it stands for a description that was left out beside it, as a character for its code point. */
  readonly isAdded?: true;
  /** Where it stands in the manuscript, for messages: a line, a page, a part. */
  readonly place: string;
}

/** The manuscript's words by their places, as plainly as they can be had. */
export interface LedgerProof {
  readonly places: ReadonlyMap<string, string>;
  /** Whether the words of a place have an order of their own; the runs of a PDF's page have none. */
  readonly isOrdered: boolean;
}

/** An image that the manuscript holds, by the name under which the text refers to it. */
export interface ManuscriptImage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The intermediate document: what every form is read into, and what sections are made of. */
export interface Manuscript {
  /** The file's name, as the author wrote it. */
  readonly file: string;
  readonly metadata: ManuscriptMetadata;
  /**
   * The body as Markdown's tree: headings of depth 1 and more, note marks as footnote references, notes as footnote
   * definitions, ruby as elements. Headings carry `data.origin` and, where one was taken off, `data.number`.
   */
  readonly tree: Root;
  readonly ledger: readonly Fragment[];
  /** What came in, read apart from everything else: the ledger has to hold it, place by place. */
  readonly proof?: LedgerProof | undefined;
  readonly images: readonly ManuscriptImage[];
  /** CSL-JSON items that the manuscript itself holds. */
  readonly references: readonly Record<string, unknown>[];
}

declare module "mdast" {
  interface HeadingData {
    /** Where the heading stands in the manuscript. */
    origin?: string | undefined;
    /** The number that was taken off it, with what stands between it and the words: `1 `, `第1章 `. */
    number?: string | undefined;
    /** The id that the manuscript gives it. */
    id?: string | undefined;
    /** The fragment by which the manuscript's links lead to it. */
    place?: string | undefined;
    /** Whether the manuscript says that it has no number. */
    unnumbered?: boolean | undefined;
  }
}
