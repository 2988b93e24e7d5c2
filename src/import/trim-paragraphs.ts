import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** What stood before or after a paragraph's words and was taken away leaves no space there; nor does an indent. */
export function trimParagraphs(tree: Root): void {
  visit(tree, "paragraph", ({ children }) => {
    const [first, last] = [children[0], children.at(-1)];
    if (first?.type === "text") first.value = first.value.trimStart();
    if (last?.type === "text") last.value = last.value.trimEnd();
  });
}
