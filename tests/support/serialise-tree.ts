import type { Nodes } from "mdast";

const SIGNS: Readonly<Record<string, string>> = { emphasis: "*", strong: "**", delete: "~~" };

/**
 * Draws a Markdown tree in one line, for comparison with what a test expects: text as it is, components as tags,
 * emphasis with its signs, every other block as `name(…)`.
 */
export function serialiseTree(node: Nodes): string {
  if (node.type === "footnoteReference") return `[^${node.label}]`;
  const inside = "children" in node ? node.children.map(serialiseTree).join("") : "";
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    const attributes = node.attributes.map((attribute) =>
      attribute.type === "mdxJsxAttribute" ? ` ${attribute.name}=${String(attribute.value)}` : " {…}",
    );
    return `<${node.name}${attributes.join("")}>${inside}</${node.name}>`;
  }
  if (node.type === "text") return node.value;
  if (node.type === "root") return inside;
  const sign = SIGNS[node.type];
  return sign === undefined ? `${node.type}(${inside})` : `${sign}${inside}${sign}`;
}
