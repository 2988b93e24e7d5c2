import type { Element } from "hast";

/** What a page says, to the eye and to a screen reader. */
export function visibleText(node: Element): string {
  if (["script", "style", "svg", "math", "code"].includes(node.tagName)) return "";
  if (node.properties["lang"] === "en") return "";
  const { ariaLabel, alt, placeholder, dataSign } = node.properties;
  return [
    ...[ariaLabel, alt, placeholder, dataSign].map((value) => String(value ?? "")),
    ...node.children.map((child) =>
      child.type === "element" ? visibleText(child) : child.type === "text" ? child.value : "",
    ),
  ].join(" ");
}
