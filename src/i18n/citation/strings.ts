import type { EssayKind } from "../../essay/kinds.ts";
import type { LocatorKind } from "../../essay/locators.ts";
import type { AnchorKind } from "../../essay/registry.ts";

/** The names of locators, given a number. */
export type LocatorNames = Readonly<Record<LocatorKind, (number: string) => string>>;

/** Strings of pages and citations. */
export interface CiteStrings {
  /** Label of the button beside a paragraph, heading, note or selection. */
  readonly cite: string;
  /** Short names, `¶23`, `n. 3`. */
  readonly locator: LocatorNames;
  /** What this text is, in a citation, beside its author: short, without a full stop. Only a restatement has to say it. */
  readonly nature: Readonly<Partial<Record<EssayKind, (author: string) => string>>>;
  /** What the editors have added to it is, which its author never said. */
  readonly editorial: Readonly<Record<EssayKind, (author: string) => string>>;
  readonly edition: (version: string) => string;
  readonly howToCite: Readonly<Record<"section" | "work", string>>;
  /** Opens the dialog in which the citation of the page is had in other styles and copied. */
  readonly choose: string;
  readonly files: string;
  /** Message to a reader who followed the address of a retired anchor. */
  readonly retired: (how: RetiredHow, name: string, edition: string, target: string, kind: AnchorKind) => string;
  readonly redirected: (title: string) => string;
  /** What is put right in what the CSL locale of the language makes, in this order. */
  readonly corrections: readonly (readonly [RegExp, string])[];
}

/** What became of an anchor: `…-here` where the message stands beside what it became. */
export type RetiredHow = "moved" | "merged" | "merged-here" | "renamed" | "renamed-here" | "removed" | "removed-here";

/** Strings of the citation scripts, loaded with them. */
export interface CiteDialogStrings {
  readonly title: (target: string) => string;
  /** Full names, for the title and for files. */
  readonly locator: LocatorNames;
  readonly copyLink: string;
  readonly copyWords: string;
  readonly copyCitation: string;
  /** Of styles that have a note and an entry for the bibliography, the entry; `copyCitation` copies the note. */
  readonly copyReference: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly style: string;
  readonly language: string;
  readonly reference: string;
  /** Label of the note in those styles, beside `reference`. */
  readonly inNote: string;
  readonly inText: string;
  readonly download: string;
  /** Heading of the works that a note cites, and the link to one on the page of sources. */
  readonly works: string;
  readonly inSources: string;
  readonly close: string;
  readonly quotation: (words: string) => string;
  /** Where a citation names an edition, and the words are still those of that edition. */
  readonly quoteUnchanged: (edition: string) => string;
  /** Where they are not: what was cited, by its name. */
  readonly citedChanged: (locator: string, edition: string) => string;
  /** Where it names one that never was: those that there have been, in a row. */
  readonly noEdition: (edition: string, editions: string) => string;
  /** Link to the same place in an earlier edition. */
  readonly readInEdition: (edition: string) => string;
  /** Messages where quoted words are not in the target of the link: they are in another place of this edition, … */
  readonly quoteMoved: (from: string, to: string) => string;
  /** … or in none, but in an earlier edition, … */
  readonly quoteChanged: (locator: string, edition: string) => string;
  /** … or in none at all; … */
  readonly quoteUnknown: string;
  /** … or the rest could not be looked through. */
  readonly quoteNotHere: (locator: string) => string;
}
