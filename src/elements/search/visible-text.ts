/** The text of an element, with a mapping to the document. */
interface VisibleText {
  readonly value: string;
  /** @returns the range of the document between two offsets of `value` */
  range(start: number, end: number): Range;
}

/** What stands in an element and is not of its words: numbers, links, marks, readings but those of the glossary's terms. */
export const NO_WORDS = "[data-pagefind-ignore], rt:not(.term-reading), rp";

/** @returns the nodes of an element's own words, in order */
export function* wordNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) return node.matches(NO_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  while (walker.nextNode()) yield walker.currentNode as Text;
}

/** @returns the element's text, as the search indexed it */
export function visibleText(element: Element): VisibleText {
  const nodes: { node: Text; start: number }[] = [];
  let value = "";
  for (const node of wordNodes(element)) {
    nodes.push({ node, start: value.length });
    value += node.data;
  }
  const locate = (offset: number, isEnd: boolean) =>
    nodes.findLast(({ start }) => (isEnd ? start < offset : start <= offset)) ?? nodes[0];
  return {
    value,
    range(start, end) {
      const range = document.createRange();
      const from = locate(start, false);
      const to = locate(end, true);
      if (from && to) {
        range.setStart(from.node, start - from.start);
        range.setEnd(to.node, end - to.start);
      }
      return range;
    },
  };
}
