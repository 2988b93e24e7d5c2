import type { PhrasingContent, Root, Text } from "mdast";
import type { MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { markAnchor } from "../essay/anchors.ts";
import type { Section } from "../essay/model.ts";
import { noteLabel } from "./citation-units.ts";
import { textElement } from "./jsx.ts";
import { TERM_COMPONENT } from "./mark-terms.ts";
import { visit } from "./visit.ts";

/** Punctuation that must not begin a line after a mark (JLREQ 3.1.7, and Latin closing marks). */
const CLOSING = /^[、。，．・：；？！」』）】〕〉》”’.,:;?!)\]]+/u;

/** Full-width signs whose second half is empty (JLREQ 3.1.2): a mark stands close to their ink. */
const HALF_EMPTY = /^[、。，．」』）】〕〉》］｝]$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Turns each GFM footnote reference into a `NoteMark` component, and removes the definitions: pages render notes from
 * the essay's data.
 * The mark is joined to the preceding character and the following punctuation in an element that does not break, so
 * that no line begins with a mark or with the full stop after one.
 */
export function placeNoteMarks(tree: Root, section: Pick<Section, "notes">): void {
  const notes = new Map(section.notes.map((note) => [note.label, note]));
  // The marks of a title come before those of the text.
  const occurrences = new Map(
    section.notes.map(({ label, marks }) => [label, marks.filter(({ title }) => title).length] as const),
  );
  tree.children = tree.children.filter((node) => node.type !== "footnoteDefinition");
  visit(tree, "footnoteReference", (reference, index, parent) => {
    const note = notes.get(noteLabel(reference));
    if (!note || !parent || index === undefined) return undefined;
    const occurrence = (occurrences.get(note.label) ?? 0) + 1;
    occurrences.set(note.label, occurrence);
    const mark = textElement("NoteMark", {
      label: note.label,
      number: String(note.number),
      origin: note.origin,
      target: note.anchor,
      anchor: markAnchor(note.label, occurrence),
    });
    const siblings = parent.children as PhrasingContent[];
    const previous = siblings[index - 1];
    if (isMarkGroup(previous)) {
      previous.children.push(mark, ...takeClosing(siblings[index + 1]));
      siblings.splice(index, 1);
      return index;
    }
    const term = isTerm(previous) ? [previous] : [];
    const group = textElement("span", { class: "noted" }, [
      ...(term.length > 0 ? term : takeLast(previous)),
      mark,
      ...takeClosing(siblings[index + 1]),
    ]);
    siblings.splice(index - term.length, 1 + term.length, group);
    return index - term.length + 1;
  });
}

/** @returns whether the node is such an element and ends with another mark */
function isMarkGroup(node: PhrasingContent | undefined): node is MdxJsxTextElement {
  if (node?.type !== "mdxJsxTextElement" || node.name !== "span") return false;
  const last = node.children.at(-1);
  return last?.type === "mdxJsxTextElement" && last.name === "NoteMark";
}

/** A term is short and is joined to the mark as a whole. */
const isTerm = (node: PhrasingContent | undefined): node is MdxJsxTextElement =>
  node?.type === "mdxJsxTextElement" && node.name === TERM_COMPONENT;

/** Splits the last grapheme off a text; other nodes are left as they are. */
function takeLast(node: PhrasingContent | undefined): (Text | MdxJsxTextElement)[] {
  if (node?.type !== "text") return [];
  const last = [...graphemes.segment(node.value)].at(-1)?.segment ?? "";
  node.value = node.value.slice(0, node.value.length - last.length);
  if (!last) return [];
  const text: Text = { type: "text", value: last };
  return [HALF_EMPTY.test(last) ? textElement("span", { class: "half" }, [text]) : text];
}

/** Splits closing punctuation off the beginning of a text. */
function takeClosing(node: PhrasingContent | undefined): Text[] {
  if (node?.type !== "text") return [];
  const closing = CLOSING.exec(node.value)?.[0] ?? "";
  node.value = node.value.slice(closing.length);
  return closing ? [{ type: "text", value: closing }] : [];
}
