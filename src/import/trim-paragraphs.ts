import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** What stood before or after a paragraph's words and was taken away leaves no space there; nor does an indent. */
export function trimParagraphs(tree: Root): void {
  visit(tree, "paragraph", ({ children }) => {
    for (let first = children[0]; first?.type === "text"; first = children[0]) {
      first.value = first.value.trimStart();
      if (first.value !== "" || children.length === 1) break;
      children.shift();
    }
    for (let last = children.at(-1); last?.type === "text"; last = children.at(-1)) {
      last.value = last.value.trimEnd();
      if (last.value !== "" || children.length === 1) break;
      children.pop();
    }
  });
}
