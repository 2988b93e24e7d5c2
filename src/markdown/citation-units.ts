import type { FootnoteDefinition, FootnoteReference, Paragraph, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { visit } from "./visit.ts";

/** Component that joins several blocks into one paragraph. */
export const PARAGRAPH_COMPONENT = "Paragraph";

/** Component of a figure between two paragraphs. */
export const FIGURE_COMPONENT = "Figure";

/** A top-level block that is one citable paragraph. */
type CitationUnit = Paragraph | MdxJsxFlowElement;

/** @returns whether a top-level block is a citable paragraph, which gets a number and an anchor */
export function isCitationUnit(node: RootContent): node is CitationUnit {
  return node.type === "paragraph" || (node.type === "mdxJsxFlowElement" && node.name === PARAGRAPH_COMPONENT);
}

/** @returns the citable paragraphs of a section, in order. */
export const citationUnits = (tree: Root): CitationUnit[] => tree.children.filter(isCitationUnit);

/** @returns whatever in the section's file may hold note marks: its paragraphs, its headings and what stands between. */
export const markedBlocks = (tree: Root): RootContent[] =>
  tree.children.filter(({ type }) => type !== "footnoteDefinition" && type !== "yaml");

/** @returns the note marks inside a block, in order. */
export function noteMarks(unit: RootContent): FootnoteReference[] {
  const marks: FootnoteReference[] = [];
  visit(unit, "footnoteReference", (mark) => {
    marks.push(mark);
  });
  return marks;
}

/** @returns the notes that the file defines, in order */
export const noteDefinitions = (tree: Root): FootnoteDefinition[] =>
  tree.children.filter((node) => node.type === "footnoteDefinition");

/** @returns the figures of the section in order: id and line */
export const figureMarks = (tree: Root): { id: string; line: number | undefined }[] =>
  tree.children.flatMap((node) => {
    if (node.type !== "mdxJsxFlowElement" || node.name !== FIGURE_COMPONENT) return [];
    const id = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id")?.value;
    return [{ id: typeof id === "string" ? id : "", line: node.position?.start.line }];
  });

/** @returns the label as the author wrote it; `identifier` is case-folded by GFM */
export const noteLabel = (node: FootnoteDefinition | FootnoteReference): string => node.label ?? node.identifier;
