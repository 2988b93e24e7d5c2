import type { UnitKind } from "../../essay/locators.ts";

/** Strings of the search: of its page, and loaded with it. */
export interface SearchStrings {
  /** How to write what is looked for. */
  readonly hint: string;
  /** What a search can be confined to, and what the choice is called. */
  readonly kinds: Readonly<Record<Exclude<UnitKind, "title" | "block" | "editor-note"> | "all" | "label", string>>;
  readonly count: (hits: number, passages: number) => string;
  readonly hits: (hits: number) => string;
  /** Name of the unit in which a hit is. */
  readonly place: (kind: UnitKind, number: string) => string;
  readonly none: (query: string) => string;
  /** Message where the chosen filter has no hits but others have. */
  readonly elsewhere: (query: string, passages: number) => string;
  /** A word of the query that stands nowhere. */
  readonly absent: (word: string) => string;
  /** Said where no place has all words of the query, before what has some. */
  readonly notAll: string;
  /** Heading of the places that have some of the words, after those that have all. */
  readonly partial: (passages: number) => string;
  /** What else was looked for: synonyms. */
  readonly also: (words: string) => string;
  /** How many sections the dialog did not search. */
  readonly unread: (sections: number) => string;
  /** What was looked for was found only without the numbers of notes or paragraphs that were copied with it. */
  readonly withoutNumbers: string;
  readonly hitsOnPage: string;
  readonly previousHit: string;
  readonly nextHit: string;
  readonly clearHits: string;
  readonly loading: string;
  /** Said where the index cannot be reached. */
  readonly failed: string;
  /** Said where the site answers that it does not have the index any more. */
  readonly missing: string;
  /** Name of the button that searches again after either. */
  readonly retry: string;
}
