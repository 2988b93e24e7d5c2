import type { UnitMatch } from "./match.ts";
import { UNIT_KINDS } from "./unit-kinds.ts";
import type { SearchSection } from "./units.ts";

/** The matches of one section, best first. */
export interface SectionMatches {
  readonly section: SearchSection;
  readonly matches: readonly UnitMatch[];
}

/**
 * Orders matches: more distinct phrases first; then titles, body, notes, annotations; then more hits; then hits closer
 * together. Equal matches keep the order of the essay.
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

/** Distance between first and last hit, for queries of several phrases; 0 for one. */
const extent = ({ ranges, phrases }: UnitMatch): number =>
  phrases < 2 ? 0 : (ranges.at(-1)?.start ?? 0) - (ranges[0]?.start ?? 0);
