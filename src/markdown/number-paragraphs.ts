import type { Root } from "mdast";
import type { Section } from "../essay/model.ts";
import { isCitationUnit, PARAGRAPH_COMPONENT } from "./citation-units.ts";
import { addAttributes, flowElement } from "./jsx.ts";

/**
 * Puts every citable block into a `Paragraph` component that knows its number and its anchor.
 *
 * @param section the section that the tree belongs to; its paragraphs are the tree's, in order
 * @throws where tree and section do not have the same number of paragraphs
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
