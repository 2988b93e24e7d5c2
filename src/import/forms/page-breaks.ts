import type { Element, Root } from "hast";
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
 * names or a sequence shows. Places in them stay places.
 *
 * @returns how many there were of each
 */
export function dropPrintedNumbers(tree: Root): Record<Numbered, number> {
  const count = { page: 0, paragraph: 0, line: 0 };
  const lineNumbers = lineNumbersOf(tree);
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
  return count;
}

/** Elements of a class that holds numbers alone, one after the other in sequence: by its name, or by their fives and tens. */
function lineNumbersOf(tree: Root): Set<Element> {
  const byClass = new Map<string, Element[]>();
  visit(tree, (node) => {
    if (node.tagName !== "span" && node.tagName !== "small") return;
    for (const name of [node.properties["className"]].flat())
      if (name) byClass.set(String(name), [...(byClass.get(String(name)) ?? []), node]);
  });
  const found = new Set<Element>();
  for (const [name, nodes] of byClass) {
    const numbers = nodes.map((node) =>
      /^\s*\d{1,5}\s*$/u.test(hastText(node)) ? Number(hastText(node)) : Number.NaN,
    );
    const rises = numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0) || one <= 10);
    const areFives = nodes.length >= LEAST_LINES && numbers.every((one) => one % 5 === 0);
    if (rises && !numbers.some(Number.isNaN) && (areFives || LINE_CLASSES.test(name)))
      for (const node of nodes) found.add(node);
  }
  return found;
}

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
