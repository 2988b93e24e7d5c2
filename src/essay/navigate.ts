import type { EssayText, Note, OutlineEntry, Section } from "./model.ts";

/** @returns the section with this id */
export function sectionById(text: EssayText, id: string): Section {
  const section = text.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`There is no section “${id}” in “${text.language}”.`);
  return section;
}

/** @returns the chapters in order, each with its parts */
export function chapters(text: EssayText): { chapter: Section; parts: Section[] }[] {
  return text.sections
    .filter(({ depth }) => depth === 1)
    .map((chapter) => ({ chapter, parts: text.sections.filter(({ parent }) => parent === chapter.id) }));
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

/** The order of the sections as an author writes it: an id, or an id with its parts. */
interface OutlineNode {
  readonly id: string;
  readonly numbered: boolean;
  readonly sections: readonly string[];
}

/**
 * Flattens the author's tree into reading order and counts the numbered headings of each level.
 *
 * @param nodes the chapters in order
 * @returns one entry a section, a chapter before its parts
 */
export function flattenOutline(nodes: readonly OutlineNode[]): OutlineEntry[] {
  let chapters = 0;
  return nodes.flatMap((node) => {
    if (node.numbered) chapters += 1;
    const chapter: OutlineEntry = { id: node.id, depth: 1, ...(node.numbered && { ordinal: chapters }) };
    const parts = node.sections.map(
      (id, index): OutlineEntry => ({ id, depth: 2, parent: node.id, ordinal: index + 1 }),
    );
    return [chapter, ...parts];
  });
}
