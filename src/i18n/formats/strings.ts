import type { FileExtension, FormatKind } from "../../essay/formats.ts";

/** The strings of the page on which the forms of the essay stand. */
export interface FormatStrings {
  readonly title: string;
  readonly introduction: string;
  /** Before the name of a language. */
  readonly language: string;
  readonly kinds: Readonly<Record<FormatKind, string>>;
  /** What each kind of file is for, after its name. */
  readonly uses: Readonly<Record<FileExtension, string>>;
  /** Heading of the files of single sections, and what they are for. */
  readonly sections: string;
  readonly sectionsUse: string;
  readonly writing: Readonly<Record<"horizontal" | "vertical", string>>;
  /** Heading of what is printed, and the link that prints it. */
  readonly paper: string;
  readonly print: string;
  /** Prints the page on which it stands. */
  readonly printPage: string;
  /** What printing is for: paper, and a file of PDF. */
  readonly printUse: string;
  /** What a section has of the editors’ on paper and as HTML: what the reader has left in the panel of that name. */
  readonly leavesOut: (display: string) => string;
  /** Before the controls that print the sections that are ticked, or make one file of them. */
  readonly chosen: string;
  /** The size of paper for which pages are set; and of those with vertical lines, which the panel of that name sets. */
  readonly sheet: string;
  readonly verticalSheet: (display: string) => string;
  /** What the pages side by side are for, after their name. */
  readonly parallelUse: string;
  /** Above the address of the feed. */
  readonly follow: string;
  readonly feed: string;
}
