import type { LocatorKind } from "../../essay/locators.ts";
import type { AnchorKind } from "../../essay/registry.ts";

/** How a locator is named, by its number. */
export type LocatorNames = Readonly<Record<LocatorKind, (number: string) => string>>;

/** What is said of citing, in the pages, in the citations and in the dialog. */
export interface CiteStrings {
  /** The button beside a paragraph, a heading, a note or a selection. */
  readonly cite: string;
  /** Where something stands, as a reader names it: `¶23`, `n. 3`. */
  readonly locator: LocatorNames;
  /** What this text is, in a citation: short, without a full stop. */
  readonly nature: (author: string) => string;
  /** What the editors have added to it is, which the author of the argument never said. */
  readonly editorial: (author: string) => string;
  readonly edition: (version: string) => string;
  readonly howToCite: Readonly<Record<"section" | "work", string>>;
  readonly files: string;
  /** Where a citation has the day on which its reader looked, and no script knows the day. */
  readonly dateOfAccess: string;
  /** What a reader is told who came by the address of a retired anchor. */
  readonly retired: (anchor: RetiredAnchorWords) => string;
  readonly redirected: (title: string) => string;
}

/** A retired anchor in words. */
export interface RetiredAnchorWords {
  readonly kind: AnchorKind;
  /** What stood there, as a reader names it. */
  readonly name: string;
  readonly how: "merged" | "removed" | "renamed" | "moved";
  readonly edition: string;
  /** Where its text is now, as a reader names it; empty where the words stand beside it. */
  readonly target: string;
}

/** What the scripts of citing say; loaded with them. */
export interface CiteDialogStrings {
  readonly title: (target: string) => string;
  /** In full, for the title, and for files, which no style abbreviates. */
  readonly locator: LocatorNames;
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
  /** What is said of the words that a link quotes, where they are not in the paragraph. */
  readonly quoteChanged: (locator: string, edition: string) => string;
  readonly quoteUnknown: (locator: string) => string;
}
