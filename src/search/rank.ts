import type { UnitMatch } from "./match.ts";
import { UNIT_KINDS } from "./unit-kinds.ts";
import type { SearchSection } from "./units.ts";

/** The matches of one section, best first. */
export interface SectionMatches {
  readonly section: SearchSection;
  readonly matches: readonly UnitMatch[];
}

/** How much each phrase of a query says of a place, by the phrase's position. */
export type Weights = readonly number[];

/**
 * @param counts in how many of `total` places each phrase is found
 * @returns the weights of the phrases: a rare one outweighs a common one, and each adds something (inverse document
 *   frequency, Spärck Jones 1972, doi:10.1108/eb026526)
 */
export const weightsOf = (counts: readonly number[], total: number): Weights =>
  counts.map((count) => Math.log(1 + total / Math.max(1, count)));

/** @returns the sum of the weights of phrases */
export const weightOf = (phrases: readonly number[], weights: Weights): number =>
  phrases.reduce((sum, phrase) => sum + (weights[phrase] ?? 0), 0);

/**
 * Orders matches: those with all phrases first, then by what the phrases in them weigh; then titles, body, notes,
 * annotations; then more hits; then hits closer together. Equal matches keep the order of the essay.
 */
export function compareMatches(a: UnitMatch, b: UnitMatch, weights: Weights): number {
  return (
    weightOf(b.phrases, weights) - weightOf(a.phrases, weights) ||
    UNIT_KINDS.indexOf(a.unit.kind) - UNIT_KINDS.indexOf(b.unit.kind) ||
    b.ranges.length - a.ranges.length ||
    extent(a) - extent(b)
  );
}

/** @returns the matches of each section in order, the section with the best match first */
export function rankSections(sections: readonly SectionMatches[], weights: Weights): SectionMatches[] {
  return sections
    .filter(({ matches }) => matches.length > 0)
    .map(({ section, matches }) => ({
      section,
      matches: [...matches].sort((a, b) => compareMatches(a, b, weights)),
    }))
    .sort((a, b) => compareBest(a, b, weights) || a.section.order - b.section.order);
}

function compareBest(a: SectionMatches, b: SectionMatches, weights: Weights): number {
  const [bestA] = a.matches;
  const [bestB] = b.matches;
  return bestA && bestB ? compareMatches(bestA, bestB, weights) : 0;
}

/** Distance between first and last hit, for queries of several phrases; 0 for one. */
const extent = ({ ranges, phrases }: UnitMatch): number =>
  phrases.length < 2 ? 0 : (ranges.at(-1)?.start ?? 0) - (ranges[0]?.start ?? 0);
