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

/**
 * Takes the page numbers of a printed edition out of the running text, where its HTML says that they are such (DPUB-ARIA
 * `doc-pagebreak`, EPUB's `pagebreak`, or a class that names it), and numbers beside its paragraphs that a class names.
 * Places in them stay places.
 *
 * @returns how many there were of pages and of paragraphs
 */
export function dropPageNumbers(tree: Root): { pages: number; paragraphs: number } {
  const count = { pages: 0, paragraphs: 0 };
  visit(tree, (node, index, parent) => {
    const isNumber = isParagraphNumber(node);
    if (!isNumber && !isBreak(node)) return undefined;
    const words = hastText(node);
    if (words.trim() !== "") count[isNumber ? "paragraphs" : "pages"] += 1;
    (parent.children as Element[])[index] = {
      type: "element",
      tagName: "essay-dropped",
      properties: { ...node.properties, why: isNumber ? "paragraph number" : "page number" },
      children: node.children,
    };
    return SKIP;
  });
  return count;
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
