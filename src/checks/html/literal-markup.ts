import type { Element, Nodes } from "hast";
import { SKIP, visitParents } from "unist-util-visit-parents";
import type { PageCheck, PageFinding } from "./page.ts";

const NOT_PROSE = new Set(["head", "script", "style", "code", "pre", "svg"]);

/** Markdown syntax that was not recognised and remained as text. */
const MARKUP = /\*\*|\[\^|\]\(|(?<![\w/])\[@|^#{1,6}\s/u;

/** Reports `**`, `[^label]`, `](address)` and `[@source]` left in the text of a page. */
export const checkLiteralMarkup: PageCheck = (page) => {
  const findings: PageFinding[] = [];
  visitParents(page.tree, (node: Nodes) => {
    if (node.type === "element" && NOT_PROSE.has((node as Element).tagName)) return SKIP;
    if (node.type !== "text") return undefined;
    const match = MARKUP.exec(node.value);
    if (!match) return undefined;
    const around = node.value.slice(Math.max(0, match.index - 6), match.index + 12).trim();
    findings.push({
      page,
      sourceTexts: [around, match[0]],
      what: `“${match[0].trim()}” was left as text, in “…${around}…”`,
      how: "Mend the Markdown there: close what is opened, with no space inside the marks.",
    });
    return undefined;
  });
  return findings;
};
