import type { Element, Parents } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { visit } from "./visit-hast.ts";

const IMAGE = /\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)/iu;
const BLOCKS = new Set(["p", "figure", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]);
/** Characters: what is shorter says that a reader's program cannot show the object. */
const SHORTEST_TEXT = 160;

/**
 * Puts in the place of an object what stands for it where it cannot be shown: an image that it is, with its words as the
 * description, or the text that it holds.
 */
export function openObjects(tree: Parents): void {
  visit(tree, (node) => {
    if (node.tagName !== "object") return;
    const source = String(node.properties["data"] ?? "");
    const words = hastText(node).replaceAll(/\s+/gu, " ").trim();
    if (IMAGE.test(source) && !holdsBlocks(node)) {
      node.tagName = "img";
      node.properties = { src: source, alt: words };
      node.children = [];
    } else if (holdsBlocks(node) && words.length >= SHORTEST_TEXT) {
      node.tagName = "div";
      node.properties = {};
    }
  });
}

function holdsBlocks(node: Element): boolean {
  let found = false;
  visit(node, ({ tagName }) => {
    if (BLOCKS.has(tagName)) found = true;
  });
  return found;
}
