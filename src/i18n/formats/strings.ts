import type { FormatKind } from "../../essay/formats.ts";

/** The strings of the page on which the forms of the essay stand. */
export interface FormatStrings {
  readonly title: string;
  readonly introduction: string;
  readonly kinds: Readonly<Record<FormatKind, string>>;
  readonly writing: Readonly<Record<"horizontal" | "vertical", string>>;
  /** Heading of what is printed, and the link that prints it. */
  readonly paper: string;
  readonly print: string;
  /** Prints the page on which it stands. */
  readonly printPage: string;
  /** Above the address of the feed. */
  readonly follow: string;
  readonly feed: string;
}
