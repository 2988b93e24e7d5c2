import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import type { PhrasingContent, Root } from "mdast";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { uprightParts, uprightRuns } from "../essay/upright.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

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

/**
 * Does the same in a fragment of HTML, where the lines of its language may be vertical; elsewhere it stays as it is.
 *
 * @param html well-formed, such as a reference
 */
export function uprightHtml(html: string, language: Language): string {
  if (!profileOf(language).hasUprightRuns) return html;
  const { children } = fromHtml(html, { fragment: true });
  return toHtml({ type: "root", children: withUpright(children as ElementContent[]) });
}

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
