import type { PhrasingContent } from "mdast";
import { headingNumber } from "./lines/headings.ts";
import { wordsOf } from "./plain-words.ts";

/** Takes the number off a heading's words and keeps it beside them. */
export function takeHeadingNumber(heading: {
  children: PhrasingContent[];
  data?: { number?: string | undefined } | undefined;
}): void {
  const [first] = heading.children;
  if (first?.type !== "text") return;
  // The words after it may begin with a reading or an emphasis.
  const number = headingNumber(heading.children.map(wordsOf).join("").trimStart());
  const start = first.value.trimStart();
  if (number === "" || number.trimEnd().length > start.length) return;
  const rest = start.slice(number.length);
  if (rest.trim() === "" && heading.children.length === 1) return;
  if (rest === "") heading.children.shift();
  else first.value = rest;
  heading.data = { ...heading.data, number };
}
