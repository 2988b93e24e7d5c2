import type { Nodes } from "mdast";

/** Elements whose content is a reading aid and not the essay's words. */
const READINGS = new Set(["rt", "rp"]);

/**
 * The words of a node: what is searched, counted and hashed.
 * Note marks, readings in ruby and markup are left out; blocks are separated by a line break.
 */
export function plainText(node: Nodes): string {
  if (node.type === "footnoteReference") return "";
  if (node.type === "break") return "\n";
  if ("name" in node && node.name && READINGS.has(node.name)) return "";
  if ("value" in node) return node.type === "text" || node.type === "inlineCode" ? node.value : "";
  if (!("children" in node)) return "";
  const blocks = node.children.some((child) => child.type === "paragraph" || child.type === "mdxJsxFlowElement");
  return node.children.map(plainText).join(blocks ? "\n" : "");
}
