import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { excerpt, type Findings } from "./findings.ts";
import { isSourcesTitle } from "./lines/headings.ts";
import { wordsOf } from "./plain-words.ts";
import type { DraftEssay } from "./sections.ts";

const BRACKETS: readonly (readonly [string, string])[] = [
  "（）",
  "()",
  "「」",
  "『』",
  "〔〕",
  "【】",
  "《》",
  "〈〉",
  "“”",
  "«»",
  "[]",
].map((pair) => [...pair] as [string, string]);
const DOUBLED =
  /(?<![\p{sc=Hiragana}])([をがにへ])\1(?!\p{sc=Hiragana}\1)|(?<!も)のの|(?<!こ)とと(?!も)|でで(?!き)|はは(?!は)/gu;
const DOUBLED_WORD = /\b(\p{L}{2,})\s+\1\b/giu;
/** Said twice on purpose. */
const MAY_DOUBLE = new Set(["had", "that", "die", "der", "das", "sie", "nous", "vous", "very"]);

/** „Where quotations open below, the sign that opens them elsewhere closes them“. */
const LOW = ["„", "“", "”"] as const;

const count = (words: string, sign: string): number => words.split(sign).length - 1;

function unbalancedQuotes(words: string): number {
  const [low, turned, close] = LOW.map((sign) => count(words, sign)) as [number, number, number];
  return low > 0 ? low - turned - close : turned - close;
}

/** Points at what looks like the author's slips; nothing is touched. */
export function findSlips({ sections }: DraftEssay, findings: Findings): void {
  for (const { title, id, children } of sections)
    for (const block of children) {
      const place = title ?? id;
      visit(block as Nodes, "paragraph", (paragraph) => {
        const words = wordsOf(paragraph);
        for (const [open, close] of BRACKETS) {
          const difference = open === LOW[1] ? unbalancedQuotes(words) : count(words, open) - count(words, close);
          // In English ’ and lists such as “a)” have no counterpart.
          if (difference === 0 || (open === "(" && difference < 0 && /(?:^|\s)[a-z\d]\)/u.test(words))) continue;
          findings.slips.push({ place, text: `${open}${close} do not balance in “${excerpt(words, 30)}”` });
        }
        // A note's mark between two words parts them.
        const marked = wordsWithMarks(paragraph);
        for (const match of marked.matchAll(DOUBLED))
          findings.slips.push({ place, text: `doubled “${match[0]}” in “${around(marked, match.index)}”` });
        for (const match of words.matchAll(DOUBLED_WORD))
          if (!MAY_DOUBLE.has((match[1] ?? "").toLowerCase()))
            findings.slips.push({ place, text: `doubled “${match[0]}” in “${around(words, match.index)}”` });
      });
      // An entry of a list of sources and a line of verse end as they do.
      if (
        block.type !== "paragraph" ||
        isSourcesTitle(title ?? "") ||
        block.children.some(({ type }) => type === "break")
      )
        continue;
      const words = wordsOf(block).trim();
      if ([...words].length > 30 && /[\p{L}\p{N}]$/u.test(words))
        findings.slips.push({
          place,
          text: `a paragraph does not end a sentence: “…${[...words].slice(-24).join("")}”`,
        });
    }
}

const MARK = "\uFFFC";
const wordsWithMarks = (node: Nodes): string =>
  "children" in node
    ? node.children.map((child) => (child.type === "footnoteReference" ? MARK : wordsWithMarks(child))).join("")
    : wordsOf(node);

const around = (text: string, index: number): string =>
  [...text.slice(Math.max(0, index - 10), index + 14)].join("").replaceAll(MARK, "").replaceAll(/\s+/gu, " ");
