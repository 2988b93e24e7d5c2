import type { Nodes, PhrasingContent, Text } from "mdast";
import { SKIP, visit } from "./visit.ts";

/** A stretch of a text node's value, in UTF-16 units from `start` to before `end`, and what takes its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly node: PhrasingContent;
}

/**
 * Replaces stretches of the text nodes below a node; the text around them stays.
 *
 * @param tree is changed in place
 * @param replacementsIn gives the replacements of one text node, in order and without overlap
 * @param isSkipped holds for nodes below which nothing is replaced
 */
export function replaceText(
  tree: Nodes,
  replacementsIn: (text: Text) => readonly Replacement[],
  isSkipped: (node: Nodes) => boolean = () => false,
): void {
  visit(tree, (node, index, parent) => {
    if (isSkipped(node)) return SKIP;
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    const replacements = replacementsIn(node);
    if (replacements.length === 0) return undefined;
    const { value } = node;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const replacement of replacements) {
      if (replacement.start > end) parts.push({ type: "text", value: value.slice(end, replacement.start) });
      parts.push(replacement.node);
      end = replacement.end;
    }
    if (end < value.length) parts.push({ type: "text", value: value.slice(end) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
