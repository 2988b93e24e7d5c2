import type { PhrasingContent } from "mdast";
import { headingNumber } from "./lines/headings.ts";

/** Takes the number off a heading's words and keeps it beside them. */
export function takeHeadingNumber(heading: {
  children: PhrasingContent[];
  data?: { number?: string | undefined } | undefined;
}): void {
  const [first] = heading.children;
  if (first?.type !== "text") return;
  const number = headingNumber(first.value.trimStart());
  if (number === "") return;
  const rest = first.value.trimStart().slice(number.length);
  if (rest.trim() === "" && heading.children.length === 1) return;
  first.value = rest;
  heading.data = { ...heading.data, number };
}
