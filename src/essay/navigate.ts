import type { EssayText, Note, OutlineEntry, Section } from "./model.ts";
import { once } from "./once.ts";

/** Where everything in a text is. Made once a text, since pages look up thousands of single places. */
const indexOf = once((text: EssayText) => {
  const positions = new Map<string, number>();
  const sectionOf = new Map<string, string>();
  const numbers = new Map<string, string>();
  const notes = new Map<string, Note>();
  for (const [position, { id }] of text.sections.entries()) positions.set(id, position);
  // An anchor that two sections claim is the first one's, a section's id before all others.
  const claim = (anchor: string, id: string) => {
    if (!sectionOf.has(anchor)) sectionOf.set(anchor, id);
  };
  for (const section of text.sections) {
    claim(section.id, section.id);
    for (const { anchor, number } of section.paragraphs) {
      claim(anchor, section.id);
      numbers.set(anchor, number);
    }
    for (const note of section.notes) {
      claim(note.anchor, section.id);
      notes.set(note.anchor, note);
      for (const { anchor } of note.marks) claim(anchor, section.id);
    }
  }
  return { positions, sectionOf, numbers, notes };
});

/** @returns the section with this id; `undefined` where there is none */
export const findSection = (text: EssayText, id: string): Section | undefined =>
  text.sections[indexOf(text).positions.get(id) ?? -1];

/** @returns the section with this id */
export function sectionById(text: EssayText, id: string): Section {
  const section = findSection(text, id);
  if (!section) throw new Error(`There is no section “${id}” in “${text.language}”.`);
  return section;
}

/** @returns the section's position in reading order, from 0 */
export const positionOf = (text: EssayText, { id }: OutlineEntry): number => indexOf(text).positions.get(id) ?? -1;

/** A section with the sections that are its parts. */
export interface SectionTree {
  readonly section: Section;
  readonly parts: readonly SectionTree[];
}

/** @returns the chapters in order, each with its parts and theirs */
export const sectionTrees = once((text: EssayText): readonly SectionTree[] => treesOf(text.sections));

/**
 * @param sections in reading order
 * @returns them as trees; a section whose parent is not among them is outermost
 */
export function treesOf(sections: readonly Section[]): SectionTree[] {
  const ids = new Set(sections.map(({ id }) => id));
  const byParent = Map.groupBy(sections, ({ parent }) =>
    parent !== undefined && ids.has(parent) ? parent : undefined,
  );
  const below = (parent: string | undefined): SectionTree[] =>
    (byParent.get(parent) ?? []).map((section) => ({ section, parts: below(section.id) }));
  return below(undefined);
}

/** @returns the sections before and after this one in reading order */
export function neighbours(text: EssayText, section: OutlineEntry): { previous?: Section; next?: Section } {
  const index = positionOf(text, section);
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
export const sectionOfAnchor = (text: EssayText, anchor: string): string | undefined =>
  indexOf(text).sectionOf.get(anchor);

/** @returns the number of a paragraph by its anchor */
export const numberOfParagraph = (text: EssayText, anchor: string): string => indexOf(text).numbers.get(anchor) ?? "";

/** @returns the note with this anchor; `undefined` where there is none */
export const noteByAnchor = (text: EssayText, anchor: string): Note | undefined => indexOf(text).notes.get(anchor);
