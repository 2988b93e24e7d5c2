import type { Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { figureAnchor, noteAnchor } from "../essay/anchors.ts";
import type { Language } from "../essay/language.ts";
import type { CurrentLabel, CurrentSection } from "../essay/registry.ts";
import { citationUnits, FIGURE_COMPONENT, noteDefinitions, noteLabel, noteMarks } from "../markdown/citation-units.ts";
import { explicitId } from "../markdown/heading-ids.ts";
import { plainText } from "../markdown/plain-text.ts";
import { visit } from "../markdown/visit.ts";

/** A parsed section. */
interface SectionTree {
  readonly entry: { readonly id: string };
  readonly language: Language;
  readonly file: string;
  readonly frontmatter: { readonly status: string };
  readonly tree: Root;
}

/**
 * @param figureTitle gives the title of a figure, which is not in the file of the section
 * @returns the anchors of a section for the registry
 */
export function currentSection(
  { entry, file, frontmatter, tree }: SectionTree,
  figureTitle: (id: string) => string,
): CurrentSection {
  if (frontmatter.status === "draft") return { id: entry.id, file, draft: true, paragraphs: [], labels: [] };
  const units = citationUnits(tree);
  const ownerOf = new Map<string, number>();
  units.forEach((unit, index) => {
    for (const mark of noteMarks(unit)) {
      const label = noteLabel(mark);
      if (!ownerOf.has(label)) ownerOf.set(label, index);
    }
  });
  const notes = noteDefinitions(tree).map(
    (definition): CurrentLabel => ({
      id: noteAnchor(noteLabel(definition)),
      kind: "note",
      // Citations are kept in their source form, so that a change of style does not change the note.
      text: plainText({ type: "root", children: definition.children }),
      line: definition.position?.start.line ?? 1,
      paragraph: ownerOf.get(noteLabel(definition)),
    }),
  );
  return {
    id: entry.id,
    file,
    paragraphs: units.map((unit) => ({
      text: plainText(unit),
      line: unit.position?.start.line ?? 1,
      endLine: unit.position?.end.line ?? 1,
    })),
    labels: [...blocks(tree, units, figureTitle), ...notes],
  };
}

/** Quotations, figures and headings with explicit ids. */
function blocks(tree: Root, units: readonly unknown[], figureTitle: (id: string) => string): CurrentLabel[] {
  const found: CurrentLabel[] = [];
  tree.children.forEach((top) => {
    const paragraph = units.indexOf(top);
    visit(top, ["mdxJsxFlowElement", "heading"], (node) => {
      const id = node.type === "heading" ? explicitId(node) : idAttribute(node as MdxJsxFlowElement);
      if (id === undefined) return;
      const isFigure = "name" in node && node.name === FIGURE_COMPONENT;
      found.push({
        id: isFigure ? figureAnchor(id) : id,
        kind: isFigure ? "figure" : "block",
        text: isFigure ? figureTitle(id) : plainText(node),
        line: node.position?.start.line ?? 1,
        ...(paragraph >= 0 && { paragraph }),
      });
    });
  });
  return found;
}

function idAttribute({ attributes }: MdxJsxFlowElement): string | undefined {
  const attribute = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id");
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}
