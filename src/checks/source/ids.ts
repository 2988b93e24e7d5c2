import type { Nodes, Root } from "mdast";
import type { Problem } from "../../essay/problem.ts";
import { reservedId } from "../../essay/reserved-ids.ts";
import { FIGURE_COMPONENT } from "../../markdown/citation-units.ts";
import { explicitId } from "../../markdown/heading-ids.ts";
import { visit } from "../../markdown/visit.ts";

/** What the ids of a section are checked against. */
interface IdContext {
  readonly file: string;
  /** Slugs of the sections. */
  readonly sections: ReadonlySet<string>;
  /** Where each id of the language's sections before this one was given, as `file:line`; this section's are added. */
  readonly given: Map<string, string>;
}

const ID = /^[A-Za-z][\w-]*$/u;
/** What looks like the id of a heading, whether it is one or not. */
const HEADING_ID = /\[#(?<id>[^\]\n]*)\]\s*$/u;

/** Checks the ids that an author gives to headings and elements: each becomes an address that lasts. */
export function checkIds(tree: Root, { file, sections, given }: IdContext): Problem[] {
  const problems: Problem[] = [];
  const check = (id: string, node: Nodes) => {
    const at = { file, line: node.position?.start.line, column: node.position?.start.column };
    const reason = ID.test(id) ? (reservedId(id) ?? (sections.has(id) ? "is the id of a section" : undefined)) : NO_ID;
    const earlier = given.get(id);
    if (reason)
      problems.push({
        ...at,
        what: `the id “${id}” ${reason}`,
        how: "Choose another; it becomes an address that lasts.",
      });
    else if (earlier)
      problems.push({
        ...at,
        what: `the id “${id}” is given already in ${earlier}`,
        how: "Give one of the two another; an id is an address, and the same through the whole essay.",
      });
    else given.set(id, `${file}:${at.line}`);
  };
  visit(tree, (node) => {
    if (node.type === "heading") {
      const last = node.children.at(-1);
      const id = explicitId(node) ?? (last?.type === "text" ? HEADING_ID.exec(last.value)?.groups?.["id"] : undefined);
      if (id !== undefined) check(id, node);
    }
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    // A figure's id is that of its entry, and its address begins with “figure-”.
    if (node.name === FIGURE_COMPONENT) return;
    for (const attribute of node.attributes)
      if (attribute.type === "mdxJsxAttribute" && attribute.name === "id" && typeof attribute.value === "string")
        check(attribute.value, node);
  });
  return problems;
}

const NO_ID = "is none: Latin letters, digits, hyphens, a letter first";
