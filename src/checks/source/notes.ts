import type { FootnoteDefinition, Nodes, PhrasingContent, Root } from "mdast";
import { originOf } from "../../essay/anchors.ts";
import type { Language } from "../../essay/language.ts";
import { profileOf } from "../../essay/language-profile.ts";
import type { Problem } from "../../essay/problem.ts";
import { asOfDates } from "../../markdown/as-of.ts";
import { markedBlocks, noteDefinitions, noteLabel, noteMarks } from "../../markdown/citation-units.ts";
import { findCitations, findTextCitations } from "../../markdown/citations.ts";
import { isMissing, MISSING_COMPONENT } from "../../markdown/missing-note.ts";
import { plainText } from "../../markdown/plain-text.ts";
import { visit } from "../../markdown/visit.ts";
import { fullDate } from "../../schemas/common.ts";

/** What a section's notes are checked against. */
interface NoteContext {
  readonly file: string;
  readonly language: Language;
  /** Ids of `references.json`. */
  readonly references: ReadonlySet<string>;
  /** Where each label of the sections before this one was defined, as `file:line`; this section's are added. */
  readonly labels: Map<string, string>;
  /** Labels of the notes whose marks stand on titles that the section's notes belong to, and where. */
  readonly onTitles?: readonly { readonly label: string; readonly at: Pick<Problem, "file" | "line" | "column"> }[];
}

const LABEL = /^[a-z0-9][a-z0-9-]*$/u;
const CLOSING_STOPS = new Set([..."。、，．"]);
const LATIN_STOPS = new Set([...".,;:?!"]);

/** Checks the marks, labels, citations and dates of one section's notes. */
export function checkNotes(tree: Root, context: NoteContext): Problem[] {
  return [
    ...marksWithoutNote(tree, context),
    ...titlesWithoutNote(tree, context),
    ...marksInNotes(tree, context),
    ...definitions(tree, context),
    ...citations(tree, context),
    ...noteDefinitions(tree).flatMap((note) => editorProblems(note, context)),
    ...markedBlocks(tree).flatMap((block) => markPositions(block, context)),
  ];
}

const place = (node: Nodes, { file }: NoteContext, offset = 0) => ({
  file,
  line: node.position?.start.line,
  column: node.position && node.position.start.column + offset,
});

/** Reports marks without a note, which GFM leaves as literal text. */
function marksWithoutNote(tree: Root, context: NoteContext): Problem[] {
  const problems: Problem[] = [];
  visit(tree, "text", (node) => {
    for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/gu)) {
      problems.push({
        ...positionInText(node.value, node, match.index, context),
        what: `the mark ${match[0]} has no note`,
        how: `Define it at the end of this file, as “${match[0]}: …”, or take the mark out.`,
      });
    }
  });
  return problems;
}

/** Reports marks on titles whose note is not defined in the section's file. */
function titlesWithoutNote(tree: Root, { file, onTitles = [] }: NoteContext): Problem[] {
  const defined = new Set(noteDefinitions(tree).map(noteLabel));
  return onTitles
    .filter(({ label }) => !defined.has(label))
    .map(({ label, at }) => ({
      ...at,
      what: `the mark [^${label}] on the title has no note`,
      how: `Define it at the end of ${file}, as “[^${label}]: …”, or take the mark out.`,
    }));
}

/** @returns line and column of an offset in a text node that may span several lines */
function positionInText(value: string, node: Nodes, offset: number, { file }: NoteContext) {
  const start = node.position?.start;
  if (!start) return { file };
  const before = value.slice(0, offset).split("\n");
  return before.length === 1
    ? { file, line: start.line, column: start.column + offset }
    : { file, line: start.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A note has no notes: no page has a place for them. */
function marksInNotes(tree: Root, context: NoteContext): Problem[] {
  return noteDefinitions(tree)
    .flatMap(noteMarks)
    .map((mark) => ({
      ...place(mark, context),
      what: `the mark [^${noteLabel(mark)}] stands in a note`,
      how: "Say it in this note, or set the mark into the text.",
    }));
}

function definitions(tree: Root, context: NoteContext): Problem[] {
  const inText = markedBlocks(tree).flatMap(noteMarks).map(noteLabel);
  const cited = new Set([...inText, ...(context.onTitles ?? []).map(({ label }) => label)]);
  return noteDefinitions(tree).flatMap((node): Problem[] => {
    const label = noteLabel(node);
    const at = place(node, context);
    const problems: Problem[] = [];
    const earlier = context.labels.get(label);
    if (earlier)
      problems.push({
        ...at,
        what: `the note [^${label}] is already defined in ${earlier}`,
        how: "Give one of the two another label; a label is the note's permanent address.",
      });
    else context.labels.set(label, `${context.file}:${at.line}`);
    if (!LABEL.test(label))
      problems.push({
        ...at,
        what: `“${label}” is not a label for a note`,
        how: "Use lower-case Latin letters, digits and hyphens: the label becomes an address.",
      });
    if (!cited.has(label))
      problems.push({
        ...at,
        what: `the note [^${label}] is never cited`,
        how: `Set the mark [^${label}] into the paragraph that it belongs to, or delete the note.`,
      });
    if (!isMissing(node) && plainText({ type: "root", children: node.children }).trim() === "")
      problems.push({
        ...at,
        what: `the note [^${label}] is empty`,
        how: "Write the note, or delete it with its mark.",
      });
    visit(node, ["mdxJsxTextElement", "mdxJsxFlowElement", "mdxTextExpression", "mdxFlowExpression"], (inner) => {
      const name = "name" in inner ? inner.name : null;
      if (typeof name === "string" && (/^[a-z]/u.test(name) || name === MISSING_COMPONENT)) return;
      problems.push({
        ...place(inner as Nodes, context),
        what: "a component or an expression stands in a note",
        how: 'Notes hold Markdown and plain elements such as <span lang="en"> only, so that they can be shown anywhere.',
      });
    });
    return problems;
  });
}

/** Editors' notes have a date and a source; the essay's own notes have no date. */
function editorProblems(note: FootnoteDefinition, context: NoteContext): Problem[] {
  const label = noteLabel(note);
  const at = place(note, context);
  const dates = asOfDates(note);
  if (originOf(label) === "essay")
    return dates.length === 0
      ? []
      : [
          {
            ...at,
            what: `the note [^${label}] is the essay's own and says up to when it was checked`,
            how: `Take the empty <time> out, or make it an editors' note: [^ed-${label}].`,
          },
        ];
  const problems: Problem[] = [];
  if (dates.length !== 1 || !fullDate.safeParse(dates[0]).success)
    problems.push({
      ...at,
      what: `the editors' note [^${label}] does not say on which day it was checked`,
      how: 'End it with one empty <time datetime="2024-03-07" />; the site writes it out.',
    });
  if (findCitations(note, isKnownTo(context)).length === 0)
    problems.push({
      ...at,
      what: `the editors' note [^${label}] has no source`,
      how: "Cite what each statement rests on, as [@id] after its sentence.",
    });
  return problems;
}

function citations(tree: Root, context: NoteContext): Problem[] {
  const problems: Problem[] = [];
  const isKnown = isKnownTo(context);
  const found = [
    ...findTextCitations(tree, isKnown),
    ...noteDefinitions(tree).flatMap((note) => findCitations(note, isKnown)),
  ];
  for (const { works, node, offset } of found)
    for (const { id } of works)
      if (!isKnown(id)) problems.push({ ...positionInText(node.value, node, offset, context), ...unknownSource(id) });
  visit(tree, ["mdxJsxFlowElement", "mdxJsxTextElement"], (node) => {
    if (!("attributes" in node)) return;
    for (const attribute of node.attributes) {
      if (attribute.type !== "mdxJsxAttribute" || attribute.name !== "source") continue;
      const id = String(attribute.value);
      if (!context.references.has(id)) problems.push({ ...place(node as Nodes, context), ...unknownSource(id) });
    }
  });
  return problems;
}

const isKnownTo =
  ({ references }: NoteContext) =>
  (id: string): boolean =>
    references.has(id);

const unknownSource = (id: string) => ({
  what: `the source “${id}” is not in references.json`,
  how: "Correct the id, or add the source to references.json as CSL-JSON.",
});

/**
 * Checks mark positions: in Japanese before the full stop or comma, in languages of the Latin script after the
 * punctuation (Chicago Manual of Style 14.26).
 */
function markPositions(unit: Nodes, context: NoteContext): Problem[] {
  const problems: Problem[] = [];
  const { noteMark } = profileOf(context.language);
  visit(unit, "footnoteReference", (mark, index, parent) => {
    if (!parent || index === undefined) return;
    const siblings = parent.children as PhrasingContent[];
    const before = lastCharacter(siblings[index - 1]);
    const after = firstCharacter(siblings[index + 1]);
    const name = `[^${noteLabel(mark)}]`;
    if (noteMark === "before-stop" && CLOSING_STOPS.has(before))
      problems.push({
        ...place(mark, context),
        what: `the mark ${name} stands after “${before}”`,
        how: `In this language the mark stands before it: ${name}${before}`,
      });
    if (noteMark === "after-stop" && LATIN_STOPS.has(after))
      problems.push({
        ...place(mark, context),
        what: `the mark ${name} stands before “${after}”`,
        how: `In this language the mark follows the punctuation: ${after}${name}`,
      });
  });
  return problems;
}

const lastCharacter = (node: PhrasingContent | undefined) => (node ? ([...plainText(node)].at(-1) ?? "") : "");
const firstCharacter = (node: PhrasingContent | undefined) => (node ? ([...plainText(node)][0] ?? "") : "");
