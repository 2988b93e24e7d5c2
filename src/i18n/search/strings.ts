import type { UnitKind } from "../../essay/locators.ts";

/** What the search says in the browser; apart from the other strings, so that a page loads no more than these. */
export interface SearchStrings {
  readonly count: (hits: number, passages: number) => string;
  readonly hits: (hits: number) => string;
  /** Where a hit stands: a paragraph's number, a note's, a heading, a page of annotations. */
  readonly place: (kind: UnitKind, number: string) => string;
  readonly none: (query: string) => string;
  /** Nothing of the kind that was chosen, but something elsewhere. */
  readonly elsewhere: (query: string, passages: number) => string;
  /** How many sections the dialog left unread. */
  readonly unread: (sections: number) => string;
  readonly hitsOnPage: string;
  readonly previousHit: string;
  readonly nextHit: string;
  readonly clearHits: string;
  readonly loading: string;
}
