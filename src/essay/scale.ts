import type { EssayText } from "./model.ts";

/** A section on the scale of all paragraphs. */
export interface ScaleSection {
  /** Path of its page below the language's folder. */
  readonly path: string;
  /** Its title with its label. */
  readonly title: string;
  /** The numbers of its paragraphs, in order. */
  readonly numbers: readonly string[];
  /** Positions of those that have notes, from 0. */
  readonly noted: readonly number[];
}

/** `/<language>/scale.json`: all paragraphs of a language by section. */
export interface Scale {
  /** What the scale is called. */
  readonly name: string;
  readonly sections: readonly ScaleSection[];
}

/** Most paragraphs of which a scale is drawn: of more, one would be less than a pixel, and their list a burden to a page. */
export const LONGEST_SCALE = 1_200;

/**
 * @param title gives a section's title with its label
 * @param path gives the path of a section's page below the language's folder
 * @returns the sections that have paragraphs; none of a text that is too long for a scale
 */
export function scaleSections(
  text: EssayText,
  title: (section: EssayText["sections"][number]) => string,
  path: (id: string) => string,
): ScaleSection[] {
  const count = text.sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  if (count > LONGEST_SCALE) return [];
  return text.sections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((section) => {
      const noted = new Set(section.notes.flatMap(({ marks }) => marks.map(({ paragraph }) => paragraph)));
      return {
        path: path(section.id),
        title: title(section),
        numbers: section.paragraphs.map(({ number }) => number),
        noted: section.paragraphs.flatMap(({ anchor }, position) => (noted.has(anchor) ? [position] : [])),
      };
    });
}
