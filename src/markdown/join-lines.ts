import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** Scripts that are written without spaces, with their punctuation (CSS Text 4, segment break transformation). */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]`;
const BREAK = new RegExp(`(?<=${UNSPACED})[ \\t]*\\n[ \\t]*|[ \\t]*\\n[ \\t]*(?=${UNSPACED})`, "gu");

/**
 * Takes out the line breaks that an author makes inside a Japanese paragraph; in HTML each would be a space.
 */
export function joinLines(tree: Root): void {
  visit(tree, "text", (node) => {
    node.value = node.value.replaceAll(BREAK, "");
  });
}
