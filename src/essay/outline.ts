import type { OutlineEntry } from "./model.ts";

/** The order of the sections as an author writes it: an id, or an id with its parts. */
export interface OutlineNode {
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
