import type { Phrase } from "./query.ts";
import { remember } from "./remember.ts";
import { normaliseWithOffsets } from "./tokenise.ts";
import type { SearchUnit } from "./units.ts";

/** A range of a text in UTF-16 units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An occurrence of a phrase of the query. */
export interface Hit extends Range {
  /** The phrase, by its position in the query from 0. */
  readonly phrase: number;
}

/** A unit with at least one phrase of the query. */
export interface UnitMatch {
  readonly unit: SearchUnit;
  /** Occurrences of the phrases in its text, in order; they may overlap. */
  readonly ranges: readonly Hit[];
  /** Which phrases of the query are found in it, by their position from 0, ascending. */
  readonly phrases: readonly number[];
}

const normalTextOf = remember(normaliseWithOffsets);

/**
 * Finds every occurrence of every phrase in a text, from left to right; occurrences of the same phrase do not overlap.
 *
 * @returns for each phrase its places in the text as written
 */
export function findPhrases(text: string, phrases: readonly Phrase[]): Range[][] {
  const normal = normalTextOf(text);
  const rangeAt = (index: number, length: number): Range => ({
    start: normal.starts[index] ?? 0,
    end: normal.ends[index + length - 1] ?? text.length,
  });
  return phrases.map(({ normal: words, gaps }) => {
    if (gaps) return [...normal.text.matchAll(gaps.pattern)].map(({ 0: found, index }) => rangeAt(index, found.length));
    const ranges: Range[] = [];
    for (let index = normal.text.indexOf(words); index >= 0; index = normal.text.indexOf(words, index + words.length))
      ranges.push(rangeAt(index, words.length));
    return ranges;
  });
}

/**
 * @param find finds the phrases in a text as its language wants it
 * @returns the match, or `undefined` where the unit contains none of the phrases
 */
export function matchUnit(unit: SearchUnit, phrases: readonly Phrase[], find = findPhrases): UnitMatch | undefined {
  const found = find(unit.text, phrases);
  const ranges = found
    .flatMap((places, phrase) => places.map((place) => ({ ...place, phrase })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  if (ranges.length === 0) return undefined;
  return { unit, ranges, phrases: found.flatMap((places, index) => (places.length > 0 ? [index] : [])) };
}

/** @returns the number of hits in all matches */
export const countHits = (matches: readonly UnitMatch[]): number =>
  matches.reduce((sum, { ranges }) => sum + ranges.length, 0);
