import type { Element, Root as HtmlRoot } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import { h } from "hastscript";
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Section } from "../essay/model.ts";
import { notesOnTitle } from "../essay/title-notes.ts";
import type { SectionDocument } from "../markdown/document.ts";
import { notesByOrigin } from "./notes-by-origin.ts";
import { renderDocument } from "./render.ts";
import { showReadings, type TextContext, textRenderers } from "./text-renderers.ts";

/** Element that stands for a note's mark until the tree is Markdown; not a component, so that it may stay in HTML. */
const MARK = "note-mark";

/**
 * @returns the section in GitHub's Markdown: paragraphs begin with their number, notes are footnotes under their labels, and
 *   the editors’ say that they are theirs
 */
export function sectionMarkdown(
  section: Section,
  document: SectionDocument,
  context: Omit<TextContext, "noteMark">,
  title: string,
): string {
  const body = renderDocument(
    document,
    textRenderers({ ...context, noteMark: (label) => h(MARK, { dataLabel: label }) as Element }),
  );
  const marks = notesOnTitle(section).map(
    ({ note: { label } }): FootnoteReference => ({ type: "footnoteReference", identifier: label, label }),
  );
  const tree: Root = {
    type: "root",
    children: [
      { type: "heading", depth: 1, children: [{ type: "text", value: title }, ...marks] },
      ...toBlocks(showReadings(body)),
      ...notesByOrigin(section.notes).flatMap(([origin, own]) =>
        own.map(
          ({ label, number, html }): FootnoteDefinition => ({
            type: "footnoteDefinition",
            identifier: label,
            label,
            children: said(
              origin === "editor" ? context.strings.noteMark(number, origin) : undefined,
              toBlocks(linked(fromHtml(html, { fragment: true }), context.link)),
            ) as FootnoteDefinition["children"],
          }),
        ),
      ),
    ],
  };
  return toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: "-", emphasis: "*", rule: "-" });
}

/** Begins with whose the words are, where they are not the essay’s: programs list all footnotes alike. */
function said(whose: string | undefined, blocks: RootContent[]): RootContent[] {
  if (whose === undefined) return blocks;
  const name: PhrasingContent[] = [
    { type: "strong", children: [{ type: "text", value: whose }] },
    { type: "text", value: " " },
  ];
  const [first, ...rest] = blocks;
  return first?.type === "paragraph"
    ? [{ ...first, children: [...name, ...first.children] }, ...rest]
    : [{ type: "paragraph", children: name.slice(0, 1) }, ...blocks];
}

function toBlocks(html: HtmlRoot): RootContent[] {
  const tree = toMdast(html, {
    handlers: {
      [MARK]: (_state, element: Element) => {
        const label = String(element.properties["dataLabel"]);
        return { type: "footnoteReference", identifier: label, label };
      },
    },
  });
  return tree.type === "root" ? tree.children : [tree as RootContent];
}

function linked(tree: HtmlRoot, link: (href: string) => string): HtmlRoot {
  const walk = (node: HtmlRoot | Element): void => {
    for (const child of node.children) {
      if (child.type !== "element") continue;
      if (typeof child.properties["href"] === "string") child.properties["href"] = link(child.properties["href"]);
      walk(child);
    }
  };
  walk(tree);
  return tree;
}
