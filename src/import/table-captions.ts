import type { Paragraph, Root, RootContent } from "mdast";
import { TABLE_CAPTION } from "../markdown/frame-blocks.ts";
import { flowElement } from "../markdown/jsx.ts";
import { namesTable } from "./caption-labels.ts";
import { wordsOf } from "./plain-words.ts";

/** What begins a table's caption in an essay's files, and is none of its words. */
const LABEL = "Table: ";

/** @returns whether the block says what a table shows, in the form in which an essay's files do */
export const isTableCaption = (block: RootContent | undefined): block is Paragraph => {
  const [first] = block?.type === "paragraph" ? block.children : [];
  return first?.type === "text" && TABLE_CAPTION.test(first.value);
};

/** @returns the blocks in the order in which an essay reads them, where a caption stands over its table; and the captions */
export function withCaptionsFirst(blocks: readonly RootContent[]): {
  blocks: RootContent[];
  captions: ReadonlySet<RootContent>;
} {
  const ordered: RootContent[] = [];
  const captions = new Set<RootContent>();
  for (const [index, block] of blocks.entries()) {
    if (captions.has(block)) continue;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.type === "table" && isTableCaption(after)) {
      captions.add(after);
      ordered.push(after);
    } else if (block.type === "table" && isTableCaption(before)) captions.add(before);
    ordered.push(block);
  }
  return { blocks: ordered, captions };
}

/**
 * Keeps the words of paragraphs that happen to be written as an essay's files write captions: over a table it is a caption
 * that says them, beneath one it stays a paragraph.
 */
export function guardCaptions(tree: Root): void {
  for (const [index, block] of tree.children.entries()) {
    if (block.type !== "table") continue;
    const [before, after] = [tree.children[index - 1], tree.children[index + 1]];
    if (isTableCaption(after)) tree.children[index + 1] = flowElement("Paragraph", {}, [after]);
    if (isTableCaption(before)) before.children.unshift({ type: "text", value: LABEL });
  }
}

/** Makes captions of the words over tables that name them, or that a form has marked as theirs. */
export function labelCaptions(tree: Root): void {
  for (const [index, block] of tree.children.entries()) {
    const after = tree.children[index + 1];
    if (block.type !== "paragraph" || after?.type !== "table") continue;
    const words = wordsOf(block).trim();
    if (!TABLE_CAPTION.test(words) && (block.data?.isTableCaption || namesTable(words)))
      block.children.unshift({ type: "text", value: LABEL });
  }
}

declare module "mdast" {
  interface ParagraphData {
    /** Whether the manuscript says that it is the caption of the table after it. */
    isTableCaption?: boolean | undefined;
  }
}

/** @returns words without the label with which a caption is marked */
export const withoutLabel = (words: string): string => words.replace(TABLE_CAPTION, "");
