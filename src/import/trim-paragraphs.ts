import type { Nodes, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * What stood before or after a paragraph's words and was taken away leaves no space there, nor does an indent; nor does it
 * leave the end of a line, which would be written as a sign that is read as a word.
 */
export function trimParagraphs(tree: Root): void {
  visit(tree, "paragraph", ({ children }) => {
    trimAt(children, "start");
    trimAt(children, "end");
  });
}

function trimAt(children: PhrasingContent[], side: "start" | "end"): void {
  const edge = () => (side === "start" ? children[0] : children.at(-1));
  while (children.length > 1 && isBlank(edge()))
    if (side === "start") children.shift();
    else children.pop();
  const one: Nodes | undefined = edge();
  if (one?.type === "text") one.value = side === "start" ? one.value.trimStart() : one.value.trimEnd();
  else if (one && "children" in one) trimAt(one.children as PhrasingContent[], side);
}

const isBlank = (node: PhrasingContent | undefined): boolean =>
  node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
