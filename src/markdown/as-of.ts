import type { FootnoteDefinition } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";

/** An empty `<time datetime="2024-03-07" />` in a note: the date up to which its editors checked it. */
type AsOfElement = MdxJsxTextElement | MdxJsxFlowElement;

/** @returns whether the element is a time without words of its own */
export const isAsOf = (node: AsOfElement): boolean => node.name === "time" && node.children.length === 0;

/** @returns what the element's `datetime` says */
export function dateOf({ attributes }: AsOfElement): string {
  const value = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "datetime")?.value;
  return typeof value === "string" ? value : "";
}

/** @returns the dates up to which a note was checked, in the order in which they stand in it; one in a sound note */
export function asOfDates(definition: FootnoteDefinition): string[] {
  const dates: string[] = [];
  visit(definition, ["mdxJsxTextElement", "mdxJsxFlowElement"], (node) => {
    if (isAsOf(node as AsOfElement)) dates.push(dateOf(node as AsOfElement));
  });
  return dates;
}
