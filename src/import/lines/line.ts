import { columns, SENTENCE_END } from "../characters.ts";
import type { MarkedText } from "../marked-text.ts";

/** A printed line: what text out of a PDF and a PDF itself have in common. */
export interface Line {
  /** Without white space at either end; its runs are marked with the line that they come from. */
  readonly marked: MarkedText;
  /** From 1: in the file, or on the page. */
  readonly number: number;
  /** From 1. */
  readonly page: number;
  /** Empty space before it beyond the ordinary, in lines; 0 where it follows closely or begins a page or column. */
  readonly gap: number;
  /** Empty space at its beginning beyond the column's edge, in columns of a typewriter (an ideograph is two). */
  readonly indent: number;
  /** Where it ends, in columns from the column's edge. */
  readonly end: number;
  /** How long the longest lines of its column are, in columns. */
  readonly measure: number;
  /** How wide its first word is, in columns, where that is measured; elsewhere its letters tell. */
  readonly firstWord?: number;
  /** Whether a page or a column of text begins with it. */
  readonly startsPage: boolean;
  /** Whether the extraction kept a space after its last word. */
  readonly hasTrailingSpace: boolean;
  /** Whether the extraction ends it with a soft hyphen, which is never a letter of the word. */
  readonly hasSoftHyphen: boolean;
  /** Height of its letters by that of the body's; 1 where it is not known. */
  readonly size: number;
  readonly isBold: boolean;
  /** Whether it stands apart over or under the columns of a page, across it. */
  readonly isEdge?: true;
  /** Whether it is set across a page whose lines are vertical. */
  readonly isAcross?: true;
  /** Whether the margin beside it has the number of a paragraph. */
  readonly isNumbered?: true;
  /** Whether the empty spaces at both its ends are alike and large. */
  readonly isCentred: boolean;
  /** Which element of a tagged file's page it belongs to; lines of one page and element are one block. */
  readonly element?: number | undefined;
  /** What the form says that it is, where it says so. */
  readonly role?: LineRole | undefined;
}

export type LineRole =
  | { readonly kind: "heading"; readonly depth: number }
  | { readonly kind: "note" | "title" | "quotation" | "caption" | "verse" }
  | { readonly kind: "table" | "entry"; readonly id: number };

/** @returns the line's place, as the report names it; in a manuscript without pages the line alone */
export const placeOf = ({ page, number }: Pick<Line, "page" | "number">, hasPages: boolean): string =>
  hasPages ? `page ${page}, line ${number}` : `line ${number}`;

/** @returns the line's place, as a key of a decision has it: `12` or `3:12` */
export const keyOf = ({ page, number }: Pick<Line, "page" | "number">, hasPages: boolean): string =>
  hasPages ? `${page}:${number}` : String(number);

/** A note's mark at the end of a line: 1, ¹, [1], （注1）, *1, ①, 1), †. */
const FINAL_MARK =
  /[†‡]{1,2}$|(?<=[。．.！？!?」』”"’)）])[*＊∗§¶‖]{1,3}$|[（([［〔【]?(?:注|註)?[*＊※]?(?:[\d０-９]{1,3}|[¹²³⁰-⁹]{1,3}|[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]|(?<=[（〔]注?|[注註])[〇一二三四五六七八九十]{1,3})[)）\]］〕】]?$/u;

/** @returns the words without a note's mark that ends them */
export const withoutFinalMark = (words: string): string => words.replace(FINAL_MARK, "");

/** @returns the words without what is raised at their end: a label, as E23 or 編3 */
function withoutRaised({ text, spans }: MarkedText): string {
  const raised = spans.find(({ kind, start, end }) => kind === "sup" && end === text.length && start > 0);
  return raised ? text.slice(0, raised.start) : text;
}

/** A remark in brackets that follows a sentence: （笑）, （会場から）. */
const SENTENCE_AND_REMARK = /[。．！？!?][（(][^（()）]{1,16}[)）]$/u;

/** @returns whether a sentence may end with the line; a note's mark may stand after the stop or before it */
export const endsSentence = ({ marked }: Pick<Line, "marked">): boolean =>
  SENTENCE_END.test(withoutFinalMark(marked.text)) ||
  SENTENCE_END.test(withoutRaised(marked)) ||
  SENTENCE_AND_REMARK.test(marked.text) ||
  // A mark that stands on its line alone follows what it notes.
  (/^\D/u.test(marked.text) && withoutFinalMark(marked.text) === "") ||
  SENTENCE_END.test(marked.text);

/** @returns the width of the first word, which would have stood on the line before if it had fitted there */
export function firstWordWidth({ marked: { text }, firstWord }: Pick<Line, "marked" | "firstWord">): number {
  if (firstWord !== undefined) return firstWord;
  const word = /^(?:(?:[\p{L}\p{N}\p{M}'’-]|\u200C|\u200D)+[^\s\p{L}\p{N}]*|\S)/u.exec(text)?.[0] ?? "";
  const first = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) ? [...word].slice(0, 2).join("") : word;
  return columns(first);
}
