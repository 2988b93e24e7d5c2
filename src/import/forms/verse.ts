import type { Element, ElementContent, Nodes, Parents } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { append } from "../lists.ts";
import { classNames } from "./page-parts.ts";
import { visit } from "./visit-hast.ts";

/** What books and editions call the lines of a poem that belong together. */
const GROUP = /^(?:line-?group|lg|stanza|stanze|strophe|verses?|poem|poetry|z3998:(?:verse|poem|song|hymn))$/iu;
/** Characters: what is longer is no line of verse, whatever holds it. */
const LONGEST_LINE = 120;
const BLOCK = /^(?:p|div|section|blockquote|ul|ol|dl|table|figure|pre|h[1-6]|aside|br|hr)$/u;

/** Makes one paragraph of the lines of a stanza where each is a block of its own: the lines end, the paragraph goes on. */
export function joinVerse(tree: Parents): void {
  const walk = (node: Parents, isVerse: boolean): void => {
    if (isVerse) (node as { children: ElementContent[] }).children = joinLines(node.children as ElementContent[]);
    for (const child of node.children)
      if (child.type === "element" && !isLine(child)) walk(child, isVerse || isGroup(child));
  };
  walk(tree, false);
}

function isGroup(node: Element): boolean {
  const types = String(node.properties["epub:type"] ?? "").split(/\s+/u);
  return [...classNames(node), ...types].some((name) => GROUP.test(name));
}

/** @returns the children of an element, of which lines that follow each other are one paragraph */
function joinLines(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let open: ElementContent[] = [];
  const close = () => {
    const lines = open.filter((one): one is Element => one.type === "element");
    if (lines.length < 2) append(result, open);
    else
      result.push({
        type: "element",
        tagName: "p",
        properties: {},
        children: lines.flatMap((line, index): ElementContent[] => [
          ...(index > 0 ? [{ type: "element" as const, tagName: "br", properties: {}, children: [] }] : []),
          { ...line, tagName: "span" },
        ]),
      });
    open = [];
  };
  for (const child of children)
    if (isLine(child) || isSpace(child)) open.push(child);
    else {
      close();
      result.push(child);
    }
  close();
  return result;
}

const isSpace = (node: ElementContent): boolean =>
  node.type === "comment" || (node.type === "text" && node.value.trim() === "");

function isLine(node: Nodes): boolean {
  if (node.type !== "element" || !["div", "p"].includes(node.tagName)) return false;
  let holdsBlocks = false;
  visit(node, ({ tagName }) => {
    if (BLOCK.test(tagName)) holdsBlocks = true;
  });
  return !holdsBlocks && hastText(node).replaceAll(/\s+/gu, " ").trim().length <= LONGEST_LINE;
}
