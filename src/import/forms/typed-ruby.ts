import type { Nodes, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Findings } from "../findings.ts";
import { append } from "../lists.ts";
import { rubyElement } from "../marked-text.ts";

const KANA = String.raw`[\p{sc=Hiragana}\p{sc=Katakana}ー・\u3000 ]`;
/** A reading: kana and nothing else. */
export const READING = new RegExp(`^${KANA}+$`, "u");

/**
 * Signs of readings and of stress that writers of Japanese type where a form has none: {漢字|かんじ}, {東京|とう|きょう},
 * ｜漢字《かんじ》, 漢字《かんじ》, 《《stress》》. Brackets around other words stay what they are.
 */
const SIGNS = new RegExp(
  [
    String.raw`\{(?<base>[^{}|\n]*\p{sc=Han}[^{}|\n]*)(?<readings>(?:\|${KANA}+)+)\}`,
    String.raw`[｜|](?<marked>[^｜|《》\n]{1,20})《(?<marking>[^《》\n]{1,30})》`,
    String.raw`(?<han>[\p{sc=Han}々〆ヶ]+)《(?<reading>${KANA}+)》`,
    String.raw`《《(?<stressed>[^《》\n]+)》》`,
  ].join("|"),
  "gu",
);

/** Makes elements of readings and stress that are typed as signs. */
export function readTypedRuby(tree: Root, findings: Findings): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(SIGNS)) {
      const groups = match.groups ?? {};
      if (match.index > end) parts.push({ type: "text", value: node.value.slice(end, match.index) });
      end = match.index + match[0].length;
      const say = (value: string): PhrasingContent => ({ type: "text", value });
      const stressed = groups["stressed"];
      if (stressed !== undefined) {
        parts.push({ type: "emphasis", children: [say(stressed)] });
        findings.count("runs with emphasis marks");
        continue;
      }
      findings.count("readings (ruby)");
      const base = groups["base"] ?? groups["marked"] ?? groups["han"] ?? "";
      const readings = groups["readings"]?.slice(1).split("|") ?? [groups["marking"] ?? groups["reading"] ?? ""];
      const letters = [...base];
      // One reading a character, or one for all of them.
      if (readings.length > 1 && readings.length === letters.length)
        append(
          parts,
          letters.map((letter, at) => rubyElement([say(letter)], readings[at] ?? "")),
        );
      else parts.push(rubyElement([say(base)], readings.join("")));
    }
    if (end === 0) return undefined;
    if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
    (parent.children as Nodes[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}
