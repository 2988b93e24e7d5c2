import type { AnchorStatus } from "../../essay/edition-history.ts";

/** The kinds of things that an edition can change, as a list of changes has them. */
export type ChangedKind = "section" | "paragraph" | "note" | "editorNote" | "block" | "figure" | "term" | "event";

/** Strings about editions and what changed from one to the next. */
export interface EditionStrings {
  readonly title: string;
  readonly introduction: string;
  readonly edition: (version: string) => string;
  /** Beside the edition whose text the site shows. */
  readonly present: string;
  readonly published: (date: string) => string;
  readonly changedSince: (version: string) => string;
  readonly unchanged: string;
  /** Of an edition of which only its date and its summary are known. */
  readonly notKept: string;
  readonly kinds: Readonly<Record<ChangedKind, string>>;
  readonly status: Readonly<Record<Exclude<AnchorStatus, "same">, string>>;
  /** A status with how many have it. */
  readonly counted: (status: string, count: number) => string;
  /** Where an address leads now: beside its name. */
  readonly leadsTo: (target: string) => string;
  readonly datedChanges: string;
  readonly mapFile: string;
  /** Link to an earlier edition as it was. */
  readonly readIt: (version: string) => string;
  /** Title of the page with the changes of a section. */
  readonly changesOf: (title: string) => string;
  readonly changesIntroduction: string;
  readonly step: (from: string, to: string) => string;
  /** Legend of the signs in a comparison. */
  readonly legend: { readonly gone: string; readonly new: string };
  readonly goneInEdition: (version: string) => string;
  readonly sources: string;
  readonly toPresent: string;
  /** Title of a page of an earlier edition. */
  readonly inEdition: (title: string, version: string) => string;
  /** What such a page says of itself. */
  readonly isEarlier: (version: string, date: string) => string;
  /** Sign beside a paragraph that an edition has changed. */
  readonly changedSign: string;
  /** Link from a section to its changes; with the sign and a paragraph's number it names that paragraph's. */
  readonly showChanges: (sign: string, version: string) => string;
}
