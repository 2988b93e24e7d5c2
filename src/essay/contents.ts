import type { EssayText } from "./model.ts";
import { findSection, type SectionTree, sectionTrees } from "./navigate.ts";

/** Most sections of a text of which every page lists all. */
const MOST_SECTIONS = 30;
/** Sections before and after the present one that a page of a longer text lists, on each level. */
const NEIGHBOURS = 3;
/** Most sections of which the cover shows all summaries; of a longer text it shows those of the chapters. */
const MOST_SUMMARIES = 100;

/** What a page lists of the contents. */
export interface Contents {
  readonly trees: readonly SectionTree[];
  /** Whether sections are left out, so that the page needs a link to all of them. */
  readonly isCut: boolean;
}

/**
 * What a page lists of the contents: everything; of a long text the chapters around the present one, and on each level
 * below it the sections around the present one. The list is then shorter than that of a text of thirty sections.
 *
 * @param current id of the section that is shown; without it everything is listed
 */
export function contentsBeside(text: EssayText, current: string | undefined): Contents {
  const trees = sectionTrees(text);
  if (current === undefined || text.sections.length <= MOST_SECTIONS) return { trees, isCut: false };
  return { trees: cut(trees, pathTo(text, current)), isCut: true };
}

/** @returns the ids of the chapter, its part and so on, down to the section */
function pathTo(text: EssayText, id: string): readonly string[] {
  const section = findSection(text, id);
  return section ? [...(section.parent === undefined ? [] : pathTo(text, section.parent)), id] : [];
}

function cut(trees: readonly SectionTree[], [here, ...below]: readonly string[]): readonly SectionTree[] {
  const index = trees.findIndex(({ section }) => section.id === here);
  // At either end as many are listed as in the middle.
  const from = Math.max(0, Math.min(index - NEIGHBOURS, trees.length - 2 * NEIGHBOURS - 1));
  return trees
    .slice(from, from + 2 * NEIGHBOURS + 1)
    .map(({ section, parts }) => ({ section, parts: section.id === here ? cut(parts, below) : [] }));
}

/** @returns whether the cover shows the summaries of all sections, not of the chapters alone */
export const hasAllSummaries = ({ sections }: EssayText): boolean => sections.length <= MOST_SUMMARIES;
