import type { FootnoteDefinition } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { visit } from "./visit.ts";

/** An empty `<time datetime="2024-03-07" />` in a note: the day on which the editors checked it. */
type AsOfElement = MdxJsxTextElement | MdxJsxFlowElement;

/** Class of the day that is written out of it. */
export const AS_OF_CLASS = "as-of";

/** @returns whether the element is a `<time>` without content */
export const isAsOf = (node: AsOfElement): boolean => node.name === "time" && node.children.length === 0;

/** @returns the value of `datetime`; empty where there is none */
export function dateOf({ attributes }: AsOfElement): string {
  const value = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "datetime")?.value;
  return typeof value === "string" ? value : "";
}

/** @returns the dates of such elements in a note, in order; a valid editors' note has exactly one */
export function asOfDates(definition: FootnoteDefinition): string[] {
  const dates: string[] = [];
  visit(definition, ["mdxJsxTextElement", "mdxJsxFlowElement"], (node) => {
    if (isAsOf(node as AsOfElement)) dates.push(dateOf(node as AsOfElement));
  });
  return dates;
}
