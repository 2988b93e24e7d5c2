import type { UnitMatch } from "./match.ts";
import { UNIT_KINDS } from "./unit-kinds.ts";
import type { SearchSection } from "./units.ts";

/** The matches of one section, best first. */
export interface SectionMatches {
  readonly section: SearchSection;
  readonly matches: readonly UnitMatch[];
}

/**
 * Puts matches into the order that a reader wants: what contains all the phrases before what contains some; titles,
 * then body, then notes, then annotations; more hits first; closer hits first. What is equal stays in the essay's order.
 */
export function compareMatches(a: UnitMatch, b: UnitMatch): number {
  return (
    b.phrases - a.phrases ||
    UNIT_KINDS.indexOf(a.unit.kind) - UNIT_KINDS.indexOf(b.unit.kind) ||
    b.ranges.length - a.ranges.length ||
    extent(a) - extent(b)
  );
}

/** @returns the matches of each section in order, the section with the best match first */
export function rankSections(sections: readonly SectionMatches[]): SectionMatches[] {
  return sections
    .filter(({ matches }) => matches.length > 0)
    .map(({ section, matches }) => ({ section, matches: [...matches].sort(compareMatches) }))
    .sort((a, b) => compareBest(a, b) || a.section.order - b.section.order);
}

function compareBest(a: SectionMatches, b: SectionMatches): number {
  const [bestA] = a.matches;
  const [bestB] = b.matches;
  return bestA && bestB ? compareMatches(bestA, bestB) : 0;
}

/** Distance from the first hit to the last, where there are several phrases; alike for one phrase. */
const extent = ({ ranges, phrases }: UnitMatch): number =>
  phrases < 2 ? 0 : (ranges.at(-1)?.start ?? 0) - (ranges[0]?.start ?? 0);
