import type { Element, ElementContent, Root } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { SKIP, visit } from "./visit-hast.ts";

const BREAK_TYPES = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/u;
const BREAK_CLASSES = /^(?:page-?(?:num(?:ber)?|no|break)s?|pb|folio)$/iu;
/** `[Pg 28]`, `xiv`, `{12}`, `（28頁）`. */
const NUMBER = /^[\s[({（［〔]*(?:p(?:ages?|gs?|p)?\.?\s*)?(?:\d{1,5}|[ivxlcdm]{1,8})\s*頁?[\s\])}）］〕]*$/iu;

const PARAGRAPH_CLASSES = /^(?:para(?:graph)?|par)[-_]?(?:num(?:ber)?|no)s?$/iu;
/** `¶12`, `12.`, `[12]`, `§ 12`. */
const PARAGRAPH_NUMBER = /^[\s[({（［〔¶§]*\d{1,5}[\s\])}）］〕.:]*$/u;

const LINE_CLASSES = /^(?:l|ln|line|row)[-_]?(?:num(?:ber)?|no|n)?s?$/iu;
/** So many numbers in sequence show that a class is that of lines' numbers, which stand at every fifth or tenth line. */
const LEAST_LINES = 3;

/** What a number stands for that an edition prints beside the text. */
export type Numbered = "page" | "paragraph" | "line";

/**
 * Takes the page numbers of a printed edition out of the running text, where its HTML says that they are such (DPUB-ARIA
 * `doc-pagebreak`, EPUB's `pagebreak`, or a class that names it), and numbers beside its paragraphs and lines that a class
 * names or a sequence shows. Places in them stay places. Numbers in sequence that are words, as those of verses, are parted
 * from the word behind them.
 *
 * @returns how many there were of each
 */
export function dropPrintedNumbers(tree: Root): Record<Numbered, number> {
  const count = { page: 0, paragraph: 0, line: 0 };
  const sequences = numberSequences(tree);
  const lineNumbers = lineNumbersOf(sequences);
  visit(tree, (node, index, parent) => {
    const kind = lineNumbers.has(node)
      ? "line"
      : isParagraphNumber(node)
        ? "paragraph"
        : isBreak(node)
          ? "page"
          : undefined;
    if (kind === undefined) return undefined;
    const words = hastText(node);
    if (words.trim() !== "") count[kind] += 1;
    (parent.children as Element[])[index] = {
      type: "element",
      tagName: "essay-dropped",
      properties: { ...node.properties, why: `${kind} number` },
      children: node.children,
    };
    return SKIP;
  });
  partNumbers(tree, sequences);
  return count;
}

/**
 * The elements of each class that holds numbers alone, one after the other in sequence. An edition sets them apart from
 * the words beside them by its style sheet.
 */
function numberSequences(tree: Root): Map<string, Element[]> {
  const byClass = new Map<string, Element[]>();
  visit(tree, (node) => {
    if (node.tagName !== "span" && node.tagName !== "small") return;
    for (const name of [node.properties["className"]].flat()) {
      if (!name) continue;
      const known = byClass.get(String(name));
      if (known) known.push(node);
      else byClass.set(String(name), [node]);
    }
  });
  for (const [name, nodes] of byClass) {
    const numbers = nodes.map(numberOf);
    const rises = numbers.every((one, index) => one <= 10 || one > (numbers[index - 1] ?? 0));
    if (!rises) byClass.delete(name);
  }
  return byClass;
}

/** The value of an element that holds a number alone, in whatever digits. */
function numberOf(node: Element): number {
  const words = hastText(node).trim();
  return /^\p{Nd}{1,5}$/u.test(words) ? Number([...words].map(digitOf).join("")) : Number.NaN;
}

/** Unicode has the ten digits of a script side by side, from zero on. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Numbers of lines: a class says so, or they are fives and tens. */
function lineNumbersOf(sequences: ReadonlyMap<string, readonly Element[]>): Set<Element> {
  const found = new Set<Element>();
  for (const [name, nodes] of sequences) {
    const areFives = nodes.length >= LEAST_LINES && nodes.every((node) => numberOf(node) % 5 === 0);
    if (areFives || LINE_CLASSES.test(name)) for (const node of nodes) found.add(node);
  }
  return found;
}

/** A number in sequence that begins a line, as a verse's does, is a word apart from the one that follows it. */
function partNumbers(tree: Root, sequences: ReadonlyMap<string, readonly Element[]>): void {
  const numbers = new Set([...sequences.values()].flatMap((nodes) => (nodes.length >= LEAST_LINES ? nodes : [])));
  visit(tree, (node, index, parent) => {
    if (!numbers.has(node)) return;
    const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
    const begins = before === undefined || (before.type === "element" && !INLINE.test(before.tagName));
    if (begins && after !== undefined && !/^\s/u.test(hastText(after as Element)))
      (parent.children as ElementContent[]).splice(index + 1, 0, { type: "text", value: " " });
  });
}

const INLINE = /^(?:span|a|b|i|em|strong|sup|sub|small|cite|abbr|ruby|essay-dropped)$/u;

function isParagraphNumber(node: Element): boolean {
  const { className } = node.properties;
  const says = Array.isArray(className) && className.some((name) => PARAGRAPH_CLASSES.test(String(name)));
  return says && PARAGRAPH_NUMBER.test(hastText(node));
}

function isBreak(node: Element): boolean {
  const { role, className } = node.properties;
  const type = [role, node.properties["epub:type"] ?? node.properties["epubType"]].flat().join(" ");
  const says =
    BREAK_TYPES.test(type) || (Array.isArray(className) && className.some((name) => BREAK_CLASSES.test(String(name))));
  const words = hastText(node);
  // What only says so and holds words is no number.
  return says && (words.trim() === "" || NUMBER.test(words));
}
