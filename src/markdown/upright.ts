import type { PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { textElement } from "./jsx.ts";

/** How a run of Latin characters stands in vertical text: two digits side by side, or one under the other. */
export type Upright = "tcy" | "upright";

/** A piece of a text, and how it stands in vertical writing; the rest lies on its side or stands by itself. */
export interface UprightPart {
  readonly text: string;
  readonly upright?: Upright;
}

/**
 * Numbers of one or two digits are set in one character's space (tate-chu-yoko), longer ones and short capital
 * abbreviations character under character. JLREQ 2.3.3 and 3.2.5.
 */
const RUNS = /(?<![\dA-Za-z.,])(?:(?<tcy>\d{1,2})|(?<upright>\d{3,4}|[A-Z]{2,5}))(?![\dA-Za-z.,])/gu;

/** @returns the text in pieces, in order */
export function uprightParts(text: string): UprightPart[] {
  const parts: UprightPart[] = [];
  let end = 0;
  for (const match of text.matchAll(RUNS)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], upright: match.groups?.["tcy"] ? "tcy" : "upright" });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Puts the digits and abbreviations of Japanese text into elements that the stylesheet of vertical writing sets upright. */
export function markUpright(tree: Root | PhrasingContent): void {
  visit(tree, (node, index, parent) => {
    // Words of another language lie on their side as a whole.
    if ("attributes" in node && node.attributes.some((attribute) => "name" in attribute && attribute.name === "lang"))
      return SKIP;
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    const parts = uprightParts(node.value);
    if (!parts.some(({ upright }) => upright)) return undefined;
    const nodes = parts.map(({ text, upright }): PhrasingContent => {
      const content: Text = { type: "text", value: text };
      return upright ? textElement("span", { class: upright }, [content]) : content;
    });
    (parent.children as PhrasingContent[]).splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}
