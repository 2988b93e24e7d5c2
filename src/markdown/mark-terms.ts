import type { Root } from "mdast";
import type { FindTerms } from "../essay/term-uses.ts";
import { citationUnits } from "./citation-units.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

/** Component of a marked term. */
export const TERM_COMPONENT = "Term";

/** The terms to mark in a section. */
export interface TermMarks {
  readonly find: FindTerms;
  /** Whether a section before this one uses the term with this id. */
  readonly isEarlier: (id: string) => boolean;
}

/**
 * Turns the first use of each term in a section into a `Term` component. It is marked as `repeated` where an earlier
 * section uses the term, so that a page with several sections marks each term once.
 */
export function markTerms(tree: Root, { find, isEarlier }: TermMarks): void {
  const marked = new Set<string>();
  for (const unit of citationUnits(tree))
    replaceText(
      unit,
      ({ value }) =>
        find(value)
          .filter(({ id }) => !marked.has(id) && marked.add(id))
          .map(({ id, start, end }) => {
            const words = { type: "text" as const, value: value.slice(start, end) };
            const attributes = { id, ...(isEarlier(id) && { repeated: "true" }) };
            return { start, end, node: textElement(TERM_COMPONENT, attributes, [words]) };
          }),
      ({ type }) => type === "link",
    );
}
