import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { textElement } from "../markdown/jsx.ts";

/**
 * `[^1]`, `[@key]` and `[#id]` have a meaning in the text itself, whatever is escaped. Where an author's words hold
 * them, the bracket stands in an element of its own.
 */
export function keepAsWords(tree: Root): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const match = /\[(?=\^[^\]\s]+\]|-?@[^\s\]])/u.exec(node.value);
    if (!match) return undefined;
    const parts: RootContent[] = [
      { type: "text", value: node.value.slice(0, match.index) },
      textElement("span", {}, [{ type: "text", value: "[" }]),
      { type: "text", value: node.value.slice(match.index + 1) },
    ];
    const kept = parts.filter((part) => part.type !== "text" || part.value !== "");
    (parent.children as RootContent[]).splice(index, 1, ...kept);
    return index + (match.index > 0 ? 2 : 1);
  });
}
