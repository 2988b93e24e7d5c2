import type { PhrasingContent, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { letters } from "../../essay/text-hash.ts";
import { excerpt, type Findings } from "../findings.ts";
import { append } from "../lists.ts";
import { wordsOf } from "../plain-words.ts";

/** `[A heading]`, `[words][A heading]`, `[A heading][]`. */
const REFERENCE = /\[(?<words>[^[\]]+)\](?:\[(?<label>[^[\]]*)\])?(?![([:])/gu;
const ATTRIBUTES = /\s*\{[^{}]*\}\s*$/u;

/** A heading's words in brackets are a link to it, as Pandoc has authors write them; which were read so is told. */
export function linkHeadings(tree: Root, findings: Findings): void {
  const headings = new Set<string>();
  visit(tree, "heading", (heading) => {
    const words = letters(wordsOf(heading).replace(ATTRIBUTES, ""));
    if (/\p{L}/u.test(words)) headings.add(words);
  });
  visit(tree, (node, index, parent) => {
    if (node.type === "heading" || node.type === "link" || node.type === "linkReference") return SKIP;
    if (node.type !== "text" || !parent || index === undefined || !node.value.includes("[")) return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const { 0: whole, index: at, groups = {} } of node.value.matchAll(REFERENCE)) {
      const { words = "", label } = groups;
      const target = label?.trim() ? label : words;
      if (!headings.has(letters(target))) continue;
      const line = node.position?.start.line ?? 0;
      const answer = findings.decide({
        key: `link ${line}:${at + 1}`,
        place: `line ${line}`,
        text: excerpt(whole),
        taken: "link",
        confidence: 0.85,
        answers: ["link", "words"],
      });
      if (answer !== "link") continue;
      parts.push(
        { type: "text", value: node.value.slice(end, at) },
        { type: "link", url: `#${target.trim()}`, children: [{ type: "text", value: words }] },
      );
      end = at + whole.length;
    }
    if (parts.length === 0) return undefined;
    append(parts, [{ type: "text", value: node.value.slice(end) }]);
    parent.children.splice(index, 1, ...parts.filter((one) => one.type !== "text" || one.value !== ""));
    return index + parts.length;
  });
}
