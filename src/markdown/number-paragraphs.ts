import type { Root } from "mdast";
import type { Section } from "../essay/model.ts";
import { isCitationUnit, PARAGRAPH_COMPONENT } from "./citation-units.ts";
import { addAttributes, flowElement } from "./jsx.ts";

/**
 * Wraps every citable block in a `Paragraph` component with its number and anchor.
 *
 * @param section the section of the tree; its paragraphs correspond to the tree's, in order
 * @throws where tree and section have different numbers of paragraphs
 */
export function numberParagraphs(tree: Root, section: Pick<Section, "paragraphs" | "file">): void {
  let index = 0;
  tree.children = tree.children.map((node) => {
    if (!isCitationUnit(node)) return node;
    const paragraph = section.paragraphs[index];
    index += 1;
    if (!paragraph) throw new Error(`${section.file} has more paragraphs than were counted; build again.`);
    const attributes = { number: paragraph.number, anchor: paragraph.anchor };
    if (node.type === "paragraph") return flowElement(PARAGRAPH_COMPONENT, attributes, [node]);
    addAttributes(node, attributes);
    return node;
  });
}
