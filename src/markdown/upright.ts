import type { ElementContent } from "hast";
import type { PhrasingContent, Root } from "mdast";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

/**
 * How a Latin run is set in vertical text: `tcy` in one square (tate-chu-yoko), the others one character per square.
 * Digits are told from letters, since no line ends between them and their counter.
 */
type Upright = "tcy" | "digits" | "upright";

/** A piece of a text; without `upright` it is set as usual. */
interface UprightPart {
  readonly text: string;
  readonly upright?: Upright;
}

/**
 * Numbers of one or two digits are set in one character's space (tate-chu-yoko), longer ones and short capital
 * abbreviations character under character. JLREQ 2.3.3 and 3.2.5.
 */
const RUNS = /(?<![\dA-Za-z.,])(?:(?<tcy>\d{1,2})|(?<digits>\d{3,4})|[A-Z]{2,5})(?![\dA-Za-z.,])/gu;

/** @returns the runs of a text that are set upright, in order; offsets are in UTF-16 units */
const uprightRuns = (text: string): { start: number; end: number; upright: Upright }[] =>
  [...text.matchAll(RUNS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    upright: match.groups?.["tcy"] ? "tcy" : match.groups?.["digits"] ? "digits" : "upright",
  }));

/** @returns the whole text in pieces, in order */
export function uprightParts(text: string): UprightPart[] {
  const parts: UprightPart[] = [];
  let position = 0;
  for (const { start, end, upright } of uprightRuns(text)) {
    if (start > position) parts.push({ text: text.slice(position, start) });
    parts.push({ text: text.slice(start, end), upright });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position) });
  return parts;
}

/**
 * Wraps them in HTML that is made already: a note with its references and its day. Words of another language and addresses
 * stay whole.
 *
 * @returns the nodes in whose place they were
 */
export const withUpright = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text")
      return uprightParts(node.value).map(({ text: value, upright }) =>
        upright
          ? {
              type: "element",
              tagName: "span",
              properties: { className: [upright] },
              children: [{ type: "text", value }],
            }
          : { type: "text", value },
      );
    if (node.type === "element" && node.tagName !== "a" && node.properties["lang"] === undefined)
      node.children = withUpright(node.children);
    return [node];
  });

/** Wraps digits and abbreviations of Japanese text in elements that vertical writing sets upright. */
export function markUpright(tree: Root | PhrasingContent): void {
  replaceText(
    tree,
    ({ value }) =>
      uprightRuns(value).map(({ start, end, upright }) => ({
        start,
        end,
        node: textElement("span", { class: upright }, [{ type: "text", value: value.slice(start, end) }]),
      })),
    // Text in another language is set sideways as a whole.
    (node) =>
      "attributes" in node && node.attributes.some((attribute) => "name" in attribute && attribute.name === "lang"),
  );
}
