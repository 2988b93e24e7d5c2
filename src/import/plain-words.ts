import type { Nodes } from "mdast";

/**
 * All the words of a tree in their order, readings too: what must come through an import.
 * Brackets that stand where ruby cannot be shown, and the numbers of notes, are no words.
 */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case "footnoteReference":
    case "yaml":
    case "definition":
    case "thematicBreak":
      return "";
    case "break":
      return "\n";
    case "text":
    case "inlineCode":
    case "code":
      return node.value;
    case "image":
      return "";
    default:
      if ("name" in node && node.name === "rp") return "";
      if ("name" in node && node.name === "math") return "children" in node ? node.children.map(wordsOf).join("") : "";
      if (!("children" in node)) return "value" in node && (node.type as string).includes("ath") ? node.value : "";
      return node.children.map((child) => wordsOf(child as Nodes)).join(isContainer(node) ? "\n" : "");
  }
}

const isContainer = ({ type }: Nodes): boolean =>
  ["root", "blockquote", "list", "listItem", "table", "tableRow", "footnoteDefinition", "mdxJsxFlowElement"].includes(
    type,
  );
