import type { Root } from "mdast";
import type { FindTerms } from "../essay/term-uses.ts";
import { citationUnits } from "./citation-units.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

/** Name of the component that a marked term becomes. */
export const TERM_COMPONENT = "Term";

/** What a section's terms are marked by. */
export interface TermMarks {
  readonly find: FindTerms;
  /** Ids of the terms that sections before this one use. */
  readonly earlier: ReadonlySet<string>;
}

/**
 * Turns the first use of each term in a section's paragraphs into a `Term` component. One that an earlier section uses
 * says so: where several sections stand on one page, only the first use there is marked.
 */
export function markTerms(tree: Root, { find, earlier }: TermMarks): void {
  const marked = new Set<string>();
  for (const unit of citationUnits(tree))
    replaceText(
      unit,
      ({ value }) =>
        find(value)
          .filter(({ id }) => !marked.has(id) && marked.add(id))
          .map(({ id, start, end }) => {
            const words = { type: "text" as const, value: value.slice(start, end) };
            const attributes = { id, ...(earlier.has(id) && { repeated: "true" }) };
            return { start, end, node: textElement(TERM_COMPONENT, attributes, [words]) };
          }),
      ({ type }) => type === "link",
    );
}
