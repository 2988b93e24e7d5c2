import type { UnitKind } from "../essay/locators.ts";

/** What a hit can stand in, in the order in which hits that are equal otherwise are shown. */
export const UNIT_KINDS: readonly UnitKind[] = [
  "title",
  "paragraph",
  "block",
  "note",
  "editor-note",
  "figure",
  "term",
  "event",
];

/** What a reader can confine a search to. */
export const SEARCH_FILTERS = ["paragraph", "note", "figure", "term", "event"] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** Titles and what stands between paragraphs belong to the body, and whoever speaks in a note, it is one. */
const FILTERS: Readonly<Record<UnitKind, SearchFilter>> = {
  title: "paragraph",
  paragraph: "paragraph",
  block: "paragraph",
  note: "note",
  "editor-note": "note",
  figure: "figure",
  term: "term",
  event: "event",
};

/** @returns the filter that lets units of this kind through */
export const filterOf = (kind: UnitKind): SearchFilter => FILTERS[kind];
