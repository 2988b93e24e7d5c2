import { excerpt, type Findings } from "../findings.ts";
import { guessLanguage } from "../language.ts";
import type { Fragment, ManuscriptMetadata } from "../manuscript.ts";
import type { MarkedText } from "../marked-text.ts";
import type { Line } from "./line.ts";

const ABSTRACT =
  "要旨|要約|概要|抄録|梗概|abstract|summary|zusammenfassung|résumé|resumen|riassunto|resumo|摘要|초록|요약";
const KEYWORDS =
  "キ[ーイ]・?ワード|key\\s?-?words?(?: and phrases)?|index terms|schlüsselwörter|schlagwörter|mots[- ]clés|palabras clave|parole chiave|palavras-chave|关键词|關鍵詞|關鍵字|キー・ワード|주제어|키워드|핵심어";
const label = (words: string): RegExp =>
  new RegExp(
    String.raw`^(?:[【［\[〔<＜〈《■◆●]\s*(?:${words})\s*[】］\]〕>＞〉》]?\s*[:：]?|(?:${words})\s*(?:[:：.．]|[—―–-](?=\s|\p{Lu})|[\u3000]|\s{2,}|$))[\s\u3000]*`,
    "iu",
  );
const ABSTRACT_LABEL = label(ABSTRACT);
const KEYWORDS_LABEL = label(KEYWORDS);

/** @returns whether the words are a list of keywords, or stand over one */
export const isKeywords = (words: string): boolean => KEYWORDS_LABEL.test(words.trim());

/** @returns whether the words begin with the name of an abstract, whether or not it goes on in the same line */
export const isAbstract = (words: string): boolean => ABSTRACT_LABEL.test(words.trim());

/** A block of the text that may be an abstract or a list of keywords. */
export interface SummaryBlock {
  readonly kind: string;
  readonly marked: MarkedText;
  readonly lines: readonly Line[];
}

/** What the text says of itself before it begins: its abstract, its keywords. */
export interface Summary<Block> {
  readonly metadata: Pick<ManuscriptMetadata, "abstract" | "keywords">;
  /** Where the words went. */
  readonly fragments: Fragment[];
  /** The blocks that are left. */
  readonly rest: Block[];
}

/** How the caller names places and puts words into the ledger. */
interface SummaryContext {
  readonly findings: Findings;
  readonly language: string;
  readonly placeOf: (line: Line) => string;
  readonly keyOf: (line: Line) => string;
  readonly fragmentsOf: (marked: MarkedText, to: Fragment["to"], why?: string) => Fragment[];
}

/** More letters than an abstract has. */
const LONGEST = 5000;

/**
 * Takes the abstract and the keywords that stand before the text, where their names say what they are.
 *
 * An abstract in another language than the text's stays in the text, and so does one with notes or readings, which a field
 * cannot hold.
 */
export function takeSummary<Block extends SummaryBlock>(
  blocks: readonly Block[],
  { findings, language, placeOf, keyOf, fragmentsOf }: SummaryContext,
): Summary<Block> {
  const metadata: Summary<Block>["metadata"] = {};
  const fragments: Fragment[] = [];
  const rest: Block[] = [];
  const all = partAtLabels(blocks);
  const decide = (what: "abstract" | "keywords", [first]: readonly Block[], words: string): boolean => {
    const line = first?.lines[0];
    return (
      line !== undefined &&
      findings.decide({
        key: `${what} ${keyOf(line)}`,
        place: placeOf(line),
        text: words,
        taken: "field",
        confidence: 0.9,
        answers: ["field", "text"],
      }) === "field"
    );
  };
  let index = 0;
  let isForeign = false;
  while (index < all.length) {
    const block = all[index];
    if (!block) break;
    const words = block.marked.words.trim();
    if (isKeywords(words)) {
      const own = keywordBlocks(all, index);
      const list = own.map((one, at) => (at === 0 ? one.marked.slice(labelEnd(one, KEYWORDS_LABEL)) : one.marked));
      const keywords = list.flatMap(partKeywords);
      const taken =
        !isForeign &&
        metadata.keywords === undefined &&
        keywords.length > 0 &&
        decide("keywords", own, keywords.map(({ words: one }) => one).join(" / "));
      if (taken) {
        metadata.keywords = keywords.map(({ words: one }) => one);
        const [first] = own;
        if (first)
          fragments.push(...fragmentsOf(first.marked.slice(0, labelEnd(first, KEYWORDS_LABEL)), "left out", "label"));
        for (const part of list) fragments.push(...keywordFragments(part, fragmentsOf));
      } else rest.push(...own);
      index += own.length;
      continue;
    }
    if (!isAbstract(words) || metadata.abstract !== undefined) {
      // After the text has begun nothing is a field.
      if (!isAbstract(words)) break;
      rest.push(block);
      index += 1;
      continue;
    }
    const own = abstractBlocks(all, index);
    const head = labelEnd(block, ABSTRACT_LABEL);
    const parts = own
      .map((one, at) => (at === 0 ? one.marked.slice(head) : one.marked))
      .filter((one) => one.words.trim());
    const text = parts.map((one) => one.words.replaceAll(/\s*\n\s*/gu, " ").trim()).join("\n\n");
    const holds = parts.every(({ spans }) => spans.every(({ kind }) => kind !== "note" && kind !== "ruby"));
    const spoken = guessLanguage(text);
    isForeign = spoken !== undefined && spoken.split("-")[0] !== language.split("-")[0];
    const isWhole = text !== "" && text.length <= LONGEST;
    if (isWhole && holds && !isForeign && decide("abstract", own, excerpt(text, 60))) {
      metadata.abstract = text;
      fragments.push(...fragmentsOf(block.marked.slice(0, head), "left out", "label"));
      for (const part of parts) fragments.push(...fragmentsOf(part, "field abstract"));
    } else {
      rest.push(...own);
      const [line] = block.lines;
      if (isWhole && line && (isForeign || !holds))
        findings.open.push({
          place: placeOf(line),
          text: isForeign
            ? `an abstract in another language (${spoken}) stays in the text`
            : "the abstract has notes or readings, which “abstract” in essay.yaml cannot hold; it stays in the text",
        });
    }
    index += own.length;
  }
  rest.push(...all.slice(index));
  return { metadata, fragments, rest };
}

const labelEnd = ({ marked }: SummaryBlock, pattern: RegExp): number => {
  const start = marked.text.length - marked.text.trimStart().length;
  return start + (pattern.exec(marked.text.slice(start))?.[0].length ?? 0);
};

/** How many blocks stand before a text at most. */
const BEFORE_TEXT = 14;

/** Parts paragraphs at lines that begin with a label. */
function partAtLabels<Block extends SummaryBlock>(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    if (index >= BEFORE_TEXT || (block.kind !== "paragraph" && block.kind !== "quotation")) return [block];
    const cuts = block.marked.spans
      .flatMap((span) => (span.kind === "line" && span.start > 0 ? [span] : []))
      .filter(({ start }) => {
        const words = block.marked.text.slice(start);
        return isKeywords(words) || isAbstract(words);
      })
      .sort((a, b) => a.start - b.start);
    if (cuts.length === 0) return [block];
    const bounds = [0, ...cuts.map(({ start }) => start), block.marked.text.length];
    return bounds.slice(1).map((end, at) => {
      const marked = block.marked.slice(bounds[at] ?? 0, end).trim();
      const numbers = new Set(
        marked.spans.flatMap((span) => (span.kind === "line" ? [`${span.page}:${span.line}`] : [])),
      );
      return { ...block, marked, lines: block.lines.filter(({ page, number }) => numbers.has(`${page}:${number}`)) };
    });
  });
}

/** The keywords stand in the line of their label, or in the block under it. */
function keywordBlocks<Block extends SummaryBlock>(blocks: readonly Block[], index: number): Block[] {
  const [label, next] = blocks.slice(index);
  if (!label) return [];
  const isAlone = label.marked.text.slice(labelEnd(label, KEYWORDS_LABEL)).trim() === "";
  return isAlone && next && next.kind !== "heading" && partKeywords(next.marked).length > 1 ? [label, next] : [label];
}

/** An abstract goes on to the next heading or to the keywords; where neither follows it is one paragraph. */
function abstractBlocks<Block extends SummaryBlock>(blocks: readonly Block[], index: number): Block[] {
  const isAlone =
    blocks[index] && blocks[index].marked.text.slice(labelEnd(blocks[index], ABSTRACT_LABEL)).trim() === "";
  const first = index + (isAlone ? 1 : 0);
  let end = first + 1;
  const ends = (block: Block) =>
    block.kind === "heading" || isKeywords(block.marked.words) || isAbstract(block.marked.words);
  if (isAlone && blocks[first] && ends(blocks[first])) return blocks.slice(index, first);
  while (end < blocks.length && end < index + BEFORE_TEXT && blocks[end] && !ends(blocks[end] as Block)) end += 1;
  const closing = blocks[end];
  const isClosed = closing && ends(closing) && (isAlone || isKeywords(closing.marked.words));
  return blocks.slice(index, isClosed ? end : first + 1);
}

/** Where each keyword stands in the list. */
function partKeywords({ text }: MarkedText): { words: string; start: number; end: number }[] {
  const parted = [/\s*[;；]\s*/gu, /\s*[,，、،]\s*/gu, /\s*[·•|／]\s*|\s+[–—/-]\s+/gu, /\u3000+|\s{2,}/gu, /・/gu].find(
    (pattern) => pattern.test(text.trim()),
  );
  const words: { words: string; start: number; end: number }[] = [];
  let start = 0;
  const add = (end: number) => {
    const raw = text.slice(start, end);
    const inner = raw.replace(/[.。．]\s*$/u, "").trim();
    const from = start + raw.indexOf(inner);
    if (inner !== "") words.push({ words: inner.replaceAll(/\s+/gu, " "), start: from, end: from + inner.length });
  };
  for (const match of parted ? text.matchAll(new RegExp(parted.source, "gu")) : []) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return words;
}

function keywordFragments(list: MarkedText, fragmentsOf: SummaryContext["fragmentsOf"]): Fragment[] {
  const fragments: Fragment[] = [];
  let position = 0;
  for (const { start, end } of partKeywords(list)) {
    fragments.push(...fragmentsOf(list.slice(position, start), "left out", "between keywords"));
    fragments.push(...fragmentsOf(list.slice(start, end), "field keywords"));
    position = end;
  }
  return [...fragments, ...fragmentsOf(list.slice(position), "left out", "between keywords")];
}
