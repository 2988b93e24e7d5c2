import type { Nodes, Root } from "mdast";
import type { Problem } from "../../essay/problem.ts";
import { FIGURE_COMPONENT, PARAGRAPH_COMPONENT } from "../../markdown/citation-units.ts";
import { toMathMl } from "../../markdown/mathematics.ts";
import { visit } from "../../markdown/visit.ts";

/** Finds headings that compete with the section's own, figures inside paragraphs, and formulas that cannot be read. */
export function checkBlocks(tree: Root, file: string): Problem[] {
  const problems: Problem[] = [];
  visit(tree, (node, _index, parent) => {
    const at = { file, line: node.position?.start.line, column: node.position?.start.column };
    if (node.type === "heading" && node.depth === 1)
      problems.push({
        ...at,
        what: "this heading is of the first level, which is the section’s title",
        how: "Begin it with ## (or ### for one below that); the title stands in the frontmatter.",
      });
    if (isNamed(node, FIGURE_COMPONENT) && parent?.type !== "root")
      problems.push({
        ...at,
        what: `this <${FIGURE_COMPONENT}> stands inside another block`,
        how: `Set it between two paragraphs, outside <${PARAGRAPH_COMPONENT}>.`,
      });
    if (node.type === "math" || node.type === "inlineMath") {
      const formula = toMathMl(node.value, node.type === "math");
      if ("what" in formula)
        problems.push({
          ...at,
          what: `the formula “${shorten(node.value)}” cannot be read: ${formula.what}`,
          how: "Mend its TeX; write a dollar that is none of a formula’s as \\$.",
        });
    }
  });
  return problems;
}

const isNamed = (node: Nodes, name: string): boolean =>
  (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === name;

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
