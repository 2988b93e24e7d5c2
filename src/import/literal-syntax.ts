import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { textElement } from "../markdown/jsx.ts";

/** `[^1]`, `[@key]`, and what a page's check takes for Markdown that was not closed: `**`, `](`, `# ` at the beginning. */
const SIGN = /\[(?=\^[^\]\s]*|-?@[^\s\]])|\*(?=\*)|\](?=\()|^#{1,6}(?=\s)/u;

/**
 * Some signs have a meaning in the text itself, whatever is escaped. Where an author's words hold them, the first stands in
 * an element of its own.
 */
export function keepAsWords(tree: Root): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const match = SIGN.exec(node.value);
    if (!match) return undefined;
    const parts: RootContent[] = [
      { type: "text", value: node.value.slice(0, match.index) },
      textElement("span", {}, [{ type: "text", value: match[0] }]),
      { type: "text", value: node.value.slice(match.index + match[0].length) },
    ];
    const kept = parts.filter((part) => part.type !== "text" || part.value !== "");
    (parent.children as RootContent[]).splice(index, 1, ...kept);
    return index + (match.index > 0 ? 2 : 1);
  });
}
