import type { Nodes, Text } from "mdast";
import { visit } from "unist-util-visit";

/**
 * A citation in Pandoc's syntax: `[@nato-2022]`, or `[@nato-2022, para. 9]` with a locator.
 * https://pandoc.org/MANUAL.html#citation-syntax
 */
const CITATION = /\[@(?<id>[^\],\s]+)(?:,\s*(?<locator>[^\]]+))?\]/gu;

/** A citation as it stands in a note. */
export interface Citation {
  readonly id: string;
  readonly locator: string | undefined;
  /** The text node in which it stands, for its position. */
  readonly node: Text;
  /** Offset of its first character in the node's value. */
  readonly offset: number;
  readonly length: number;
}

/** @returns the citations below the node, in order. */
export function findCitations(tree: Nodes): Citation[] {
  const found: Citation[] = [];
  visit(tree, "text", (node) => {
    for (const match of node.value.matchAll(CITATION)) {
      found.push({
        id: match.groups?.["id"] ?? "",
        locator: match.groups?.["locator"]?.trim(),
        node,
        offset: match.index,
        length: match[0].length,
      });
    }
  });
  return found;
}
