import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import type { NoteOrigin, Section } from "../essay/model.ts";
import { notesOnTitle } from "../essay/title-notes.ts";
import type { SectionDocument } from "../markdown/document.ts";
import { visit } from "../markdown/visit.ts";
import { notesByOrigin } from "./notes-by-origin.ts";
import { renderDocument } from "./render.ts";
import { showReadings, type TextContext, textRenderers } from "./text-renderers.ts";

/**
 * @param context without `noteMark`: marks are `[1]`, as a reader cites them
 * @returns the section as plain text: paragraphs with their numbers, separated by blank lines, and its notes at the end, the
 *   editors’ under a heading of their own
 */
export function sectionText(
  section: Section,
  document: SectionDocument,
  context: Omit<TextContext, "noteMark">,
  title: string,
): string {
  const { strings } = context;
  const mark = (number: number, origin: NoteOrigin) => `[${strings.noteNumber(number, origin)}]`;
  const body = renderDocument(
    document,
    textRenderers({
      ...context,
      noteMark: (_label, number, origin) => ({ type: "text", value: mark(number, origin) }),
    }),
  );
  const blocks = showReadings(body).children.map((block) =>
    block.type === "element" ? blockText(block) : block.type === "text" ? block.value : "",
  );
  const notes = notesByOrigin(section.notes).flatMap(([origin, own]) => [
    origin === "editor" ? strings.editorNotes : strings.notes,
    ...own.map(
      ({ html, number }) => `${mark(number, origin)} ${wordsOf(withAddresses(fromHtml(html, { fragment: true })))}`,
    ),
  ]);
  const marks = notesOnTitle(section).map(({ note }) => mark(note.number, note.origin));
  return `${[title + marks.join(""), ...blocks, ...notes]
    .map((block) => block.trim())
    .filter(Boolean)
    .join("\n\n")}\n`;
}

/** @returns the words of a block; inside a quotation each line is set in */
function blockText(block: Element): string {
  if (block.tagName !== "blockquote" && !block.children.some(isQuotation)) return wordsOf(block);
  if (block.tagName === "blockquote")
    return block.children
      .filter((child) => child.type === "element")
      .map((child) => blockText(child).replaceAll(/^/gmu, "    "))
      .join("\n\n");
  return block.children
    .filter((child) => child.type === "element")
    .map(blockText)
    .join("\n\n");
}

const isQuotation = (node: Element["children"][number]): boolean =>
  node.type === "element" && node.tagName === "blockquote";

/** Links have no address in plain text but what is written out: of that of a source a page shows the host alone. */
function withAddresses(tree: Root): Root {
  visit(tree, "element", (link) => {
    const { className, href } = link.properties;
    if (typeof href === "string" && Array.isArray(className) && className.includes("address"))
      link.children = [{ type: "text", value: href }];
  });
  return tree;
}

const wordsOf = (tree: Element | Root): string =>
  toText(tree)
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
