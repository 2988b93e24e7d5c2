import type { Nodes } from "mdast";

/** Ruby elements that are reading aids and not part of the text. */
const READINGS = new Set(["rt", "rp"]);

/**
 * @returns the plain text of a node, which is searched, counted and hashed: without note marks, ruby readings and
 *   markup; blocks are separated by a line break
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
