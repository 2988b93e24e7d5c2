import type { FootnoteDefinition, FootnoteReference, Paragraph, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";

/** Name of the component with which an author makes several blocks one paragraph. */
export const PARAGRAPH_COMPONENT = "Paragraph";

/** A block of the source that is one citable paragraph. */
export type CitationUnit = Paragraph | MdxJsxFlowElement;

/** @returns whether the top-level block is a paragraph in the sense of the essay: it gets a number and an anchor. */
export function isCitationUnit(node: RootContent): node is CitationUnit {
  return node.type === "paragraph" || (node.type === "mdxJsxFlowElement" && node.name === PARAGRAPH_COMPONENT);
}

/** @returns the citable paragraphs of a section, in order. */
export const citationUnits = (tree: Root): CitationUnit[] => tree.children.filter(isCitationUnit);

/** @returns the note marks inside a block, in order. */
export function noteMarks(unit: CitationUnit): FootnoteReference[] {
  const marks: FootnoteReference[] = [];
  visit(unit, "footnoteReference", (mark) => {
    marks.push(mark);
  });
  return marks;
}

/** @returns the notes that the section's file defines, in its order. */
export const noteDefinitions = (tree: Root): FootnoteDefinition[] =>
  tree.children.filter((node) => node.type === "footnoteDefinition");

/** @returns the label that the author wrote; GFM keeps it beside the case-folded identifier. */
export const noteLabel = (node: FootnoteDefinition | FootnoteReference): string => node.label ?? node.identifier;
