import type { Root } from "mdast";
import type { Problem } from "../../essay/problem.ts";
import { FIGURE_COMPONENT, isCitationUnit, PARAGRAPH_COMPONENT } from "../../markdown/citation-units.ts";

/** Top-level blocks that are no paragraphs. */
const OTHER_BLOCKS = new Set(["yaml", "heading", "footnoteDefinition", "thematicBreak"]);
/** Components between paragraphs. */
const OTHER_COMPONENTS = new Set([FIGURE_COMPONENT]);

/** Reports blocks that cannot be cited because they belong to no paragraph. */
export function checkBlocks(tree: Root, file: string): Problem[] {
  return tree.children
    .filter((node) => {
      if (isCitationUnit(node) || OTHER_BLOCKS.has(node.type)) return false;
      return !("name" in node && node.name && OTHER_COMPONENTS.has(node.name));
    })
    .map((node) => ({
      file,
      line: node.position?.start.line,
      column: node.position?.start.column,
      what: `this block (${"name" in node && node.name ? `<${node.name}>` : node.type}) belongs to no paragraph, so it cannot be cited`,
      how: `Put it, with the sentence that leads to it, between <${PARAGRAPH_COMPONENT}> and </${PARAGRAPH_COMPONENT}> on lines of their own, with blank lines inside.`,
    }));
}
