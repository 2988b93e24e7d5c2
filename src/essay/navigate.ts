import type { EssayText, Note, OutlineEntry, Section } from "./model.ts";

/** @returns the section with this id */
export function sectionById(text: EssayText, id: string): Section {
  const section = text.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`There is no section “${id}” in “${text.language}”.`);
  return section;
}

/** A section with the sections that are its parts. */
export interface SectionTree {
  readonly section: Section;
  readonly parts: readonly SectionTree[];
}

/** @returns the chapters in order, each with its parts and theirs */
export function sectionTrees(text: EssayText): SectionTree[] {
  const byParent = Map.groupBy(text.sections, ({ parent }) => parent);
  const below = (parent: string | undefined): SectionTree[] =>
    (byParent.get(parent) ?? []).map((section) => ({ section, parts: below(section.id) }));
  return below(undefined);
}

/** @returns the sections before and after this one in reading order */
export function neighbours(text: EssayText, { id }: OutlineEntry): { previous?: Section; next?: Section } {
  const index = text.sections.findIndex((section) => section.id === id);
  const previous = text.sections[index - 1];
  const next = text.sections[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** @returns the numbers of a section's first and last paragraph; `undefined` where it has none */
export function paragraphRange(section: Section): { first: string; last: string } | undefined {
  const first = section.paragraphs[0]?.number;
  const last = section.paragraphs.at(-1)?.number;
  return first && last ? { first, last } : undefined;
}

/** @returns every note of the text, in order */
export const allNotes = (text: EssayText): Note[] => text.sections.flatMap(({ notes }) => notes);

/** @returns the id of the section in which an anchor of a paragraph, a note or a mark stands */
export function sectionOfAnchor(text: EssayText, anchor: string): string | undefined {
  return text.sections.find(
    ({ id, paragraphs, notes }) =>
      id === anchor ||
      paragraphs.some((paragraph) => paragraph.anchor === anchor) ||
      notes.some((note) => note.anchor === anchor || note.marks.some((mark) => mark.anchor === anchor)),
  )?.id;
}

/** @returns the number of a paragraph by its anchor */
export const numberOfParagraph = (text: EssayText, anchor: string): string =>
  text.sections.flatMap(({ paragraphs }) => paragraphs).find((paragraph) => paragraph.anchor === anchor)?.number ?? "";
