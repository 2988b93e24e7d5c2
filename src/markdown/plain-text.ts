import type { Nodes } from "mdast";

/** Ruby elements that are reading aids and not part of the text. */
const READINGS = new Set(["rt", "rp"]);

/** Nodes whose value is words of the text. */
const WORDS = new Set<Nodes["type"]>(["text", "inlineCode", "code", "inlineMath", "math"]);
/** Nodes that stand on lines of their own. */
const BLOCKS = new Set<string>([
  "paragraph",
  "heading",
  "blockquote",
  "list",
  "listItem",
  "table",
  "tableRow",
  "code",
  "math",
  "defList",
  "defListTerm",
  "defListDescription",
  "mdxJsxFlowElement",
]);

/**
 * @returns the plain text of a node, which is searched, counted and hashed: without note marks, ruby readings and
 *   markup; blocks are separated by a line break, cells by a space
 */
export function plainText(node: Nodes): string {
  if (node.type === "footnoteReference") return "";
  if (node.type === "break") return "\n";
  if (node.type === "image") return node.alt ?? "";
  if ("name" in node && node.name && READINGS.has(node.name)) return "";
  if ("value" in node) return WORDS.has(node.type) ? (node.value ?? "") : "";
  if (!("children" in node)) return "";
  const words = [...alternative(node), ...node.children.map(plainText)];
  if (node.children.some(({ type }) => BLOCKS.has(type))) return words.filter((line) => line !== "").join("\n");
  return words.join(node.type === "tableRow" ? " " : "");
}

/** What a picture shows, for those who do not see it. */
function alternative(node: Nodes): string[] {
  if (node.type !== "mdxJsxFlowElement") return [];
  const attribute = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "alt");
  return typeof attribute?.value === "string" && attribute.value !== "" ? [attribute.value] : [];
}
