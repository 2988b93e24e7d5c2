import type { Element, ElementContent, Parents } from "hast";
import { visit } from "./visit-hast.ts";

const sign = (name: "open" | "close" | "separator", value: string): Element[] =>
  value === ""
    ? []
    : [
        {
          type: "element",
          tagName: "mo",
          properties: name === "separator" ? {} : { fence: "true" },
          children: [{ type: "text", value }],
        },
      ];

/** Gives the attributes of `mfenced` other names before a page is parsed: to HTML, `open` is a switch and has no value. */
export const nameFences = (html: string): string =>
  html.replaceAll(/<mfenced\b[^<>]*>/giu, (tag) => tag.replaceAll(/\s(?=(?:open|close|separators)\s*=)/giu, " data-"));

/**
 * Writes the brackets and separators of formulas out as signs. `mfenced` has them in attributes, where browsers no longer
 * show them (MathML Core) and nothing counts them as words.
 */
export function writeFences(tree: Parents): void {
  visit(tree, (node) => {
    if (node.tagName !== "mfenced") return;
    const said = (name: string, otherwise: string): string => {
      const value = node.properties[name];
      return (typeof value === "string" ? value : otherwise).replaceAll(/\s+/gu, "");
    };
    const separators = [...said("dataSeparators", ",")];
    const parts = node.children.filter(({ type }) => type === "element");
    const content = parts.flatMap((part, index): ElementContent[] =>
      index === 0 ? [part] : [...sign("separator", separators[index - 1] ?? separators.at(-1) ?? ""), part],
    );
    node.tagName = "mrow";
    node.children = [...sign("open", said("dataOpen", "(")), ...content, ...sign("close", said("dataClose", ")"))];
    node.properties = {};
  });
}
