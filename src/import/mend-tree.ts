import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { mendCharacters } from "./characters.ts";
import type { Findings } from "./findings.ts";

/**
 * Gives the words of a tree the characters that they mean.
 *
 * @returns all its words, to look for characters that only a person can judge
 */
export function mendTree(tree: Root, findings: Findings): string {
  const words: string[] = [];
  visit(tree, (node) => {
    if (node.type === "text" || node.type === "inlineCode" || node.type === "code") {
      node.value = mendCharacters(node.value, findings.characters);
      words.push(node.value);
    }
    if (node.type === "image" && node.alt) node.alt = mendCharacters(node.alt, findings.characters);
  });
  return words.join("\n");
}
