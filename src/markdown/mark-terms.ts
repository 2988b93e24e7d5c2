import type { PhrasingContent, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { FindTerms } from "../essay/term-uses.ts";
import { citationUnits } from "./citation-units.ts";
import { textElement } from "./jsx.ts";

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
    visit(unit, (node, index, parent) => {
      if (node.type === "link") return SKIP;
      if (node.type !== "text" || !parent || index === undefined) return undefined;
      const uses = find(node.value).filter(({ id }) => !marked.has(id) && marked.add(id));
      if (uses.length === 0) return undefined;
      const parts: PhrasingContent[] = [];
      let end = 0;
      for (const use of uses) {
        if (use.start > end) parts.push({ type: "text", value: node.value.slice(end, use.start) });
        const words = { type: "text" as const, value: node.value.slice(use.start, use.end) };
        parts.push(
          textElement(TERM_COMPONENT, { id: use.id, ...(earlier.has(use.id) && { repeated: "true" }) }, [words]),
        );
        end = use.end;
      }
      if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
      (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
      return index + parts.length;
    });
}
