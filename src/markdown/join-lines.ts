import type { Root } from "mdast";
import { visit } from "./visit.ts";

/** Scripts without word spaces, and their punctuation (CSS Text 4, 4.1.3, segment break transformation). */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]`;
const BREAK = new RegExp(`(?<=${UNSPACED})[ \\t]*\\r?\\n[ \\t]*|[ \\t]*\\r?\\n[ \\t]*(?=${UNSPACED})`, "gu");

/** Removes line breaks within Japanese text, which HTML would render as spaces. */
export function joinLines(tree: Root): void {
  visit(tree, "text", (node) => {
    node.value = node.value.replaceAll(BREAK, "");
  });
}
