import type { Nodes, Root, RootContent } from "mdast";
import type { Problem } from "../../essay/problem.ts";
import { asOfDates } from "../../markdown/as-of.ts";
import { isCitationUnit, noteDefinitions, noteLabel, noteMarks } from "../../markdown/citation-units.ts";
import { type Citation, findCitations, findTextCitations, type IsKnown } from "../../markdown/citations.ts";
import { explicitId } from "../../markdown/heading-ids.ts";
import { visit } from "../../markdown/visit.ts";

/** A section's text in one language. */
interface ParitySource {
  readonly file: string;
  readonly tree: Root;
  /** Labels of the notes that hang on titles. */
  readonly titleNotes?: Readonly<Record<string, readonly string[]>>;
}

/** What a block must have in common with its counterpart. */
interface Block {
  readonly kind: string;
  /** Labels of the notes that it cites, in order. */
  readonly notes: readonly string[];
  /** Ids of the sources that its own words cite, sorted: sentences are not built alike in two languages. */
  readonly sources: readonly string[];
  /** Ids in it: of quotations, figures and headings. */
  readonly ids: readonly string[];
  readonly line: number | undefined;
}

const NOT_BLOCKS = new Set(["yaml", "footnoteDefinition"]);

/**
 * Checks that a section has the same structure in two languages: the same paragraphs with the same notes, and the same
 * figures, quotations and headings between them. Otherwise ¶17 would not be the same paragraph in both.
 *
 * @param reference the section in the first language
 * @param other the section in another, in which differences are reported
 * @param isKnown see `findTextCitations`
 */
export function checkParity(reference: ParitySource, other: ParitySource, isKnown: IsKnown = () => false): Problem[] {
  const expected = blocks(reference.tree, isKnown);
  const found = blocks(other.tree, isKnown);
  const shape = shapeProblem(expected, found, reference.file, other.file);
  if (shape) return [shape];
  return [
    ...titleProblems(reference, other),
    ...found.flatMap((block, index) => blockProblems(block, expected[index], reference, other)),
    ...noteProblems(reference, other, isKnown),
  ];
}

/** Checks that titles have the same notes. */
function titleProblems(reference: ParitySource, { file, titleNotes = {} }: ParitySource): Problem[] {
  return Object.entries(titleNotes).flatMap(([title, here]): Problem[] => {
    const there = reference.titleNotes?.[title] ?? [];
    if (here.join() === there.join()) return [];
    const which = title === "essay" ? "the essay’s title" : "the section’s title";
    return [
      {
        file,
        what: `${which} has the notes ${list(here, markOf)}; in the language of ${reference.file} it has ${list(there, markOf)}`,
        how: "Set the same marks at the end of the title in every language.",
      },
    ];
  });
}

const markOf = (label: string): string => `[^${label}]`;

/** Checks that a note has the same date and the same sources in both languages. */
function noteProblems(reference: ParitySource, { tree, file }: ParitySource, isKnown: IsKnown): Problem[] {
  const counterparts = new Map(noteDefinitions(reference.tree).map((note) => [noteLabel(note), note]));
  return noteDefinitions(tree).flatMap((note): Problem[] => {
    const label = noteLabel(note);
    const counterpart = counterparts.get(label);
    if (!counterpart) return [];
    const place = `${reference.file}:${counterpart.position?.start.line}`;
    const differ = (what: string, here: readonly string[], there: readonly string[], how: string): Problem[] =>
      here.join() === there.join()
        ? []
        : [
            {
              file,
              line: note.position?.start.line,
              what: `the note [^${label}] ${what} ${list(here, String)}; at ${place} ${list(there, String)}`,
              how,
            },
          ];
    return [
      ...differ("was checked up to", asOfDates(note), asOfDates(counterpart), "Give both the same date."),
      ...differ(
        "cites",
        idsOf(findCitations(note, isKnown)),
        idsOf(findCitations(counterpart, isKnown)),
        "Give both the same sources: a note says the same in every language.",
      ),
    ];
  });
}

const idsOf = (citations: readonly Citation[]): string[] =>
  [...new Set(citations.flatMap(({ works }) => works.map(({ id }) => id)))].sort();

/** Reports the first difference between the sequences of blocks only: all later blocks differ because of it. */
function shapeProblem(
  expected: readonly Block[],
  found: readonly Block[],
  referenceFile: string,
  file: string,
): Problem | undefined {
  if (expected.length === found.length && expected.every(({ kind }, index) => kind === found[index]?.kind))
    return undefined;
  const alike = (a: Block | undefined, b: Block | undefined) =>
    a?.kind === b?.kind && a?.notes.join() === b?.notes.join() && a?.ids.join() === b?.ids.join();
  const first = Array.from({ length: Math.max(expected.length, found.length) }).findIndex(
    (_block, index) => !alike(expected[index], found[index]),
  );
  const there = expected[first] ?? expected.at(-1);
  return {
    file,
    line: (found[first] ?? found.at(-1))?.line,
    what: `the section has ${summary(found)} here, and ${summary(expected)} in ${referenceFile}; they part at the latest at line ${there?.line ?? 1} there`,
    how: "Split, join or add blocks until both languages have the same: a paragraph's number is the same in every language.",
  };
}

const summary = (all: readonly Block[]): string => {
  const paragraphs = all.filter(({ kind }) => kind === PARAGRAPH).length;
  const others = all.length - paragraphs;
  const count = `${paragraphs} ${paragraphs === 1 ? "paragraph" : "paragraphs"}`;
  return others === 0 ? count : `${count} and ${others} other ${others === 1 ? "block" : "blocks"}`;
};

function blockProblems(
  block: Block,
  counterpart: Block | undefined,
  reference: ParitySource,
  { file }: ParitySource,
): Problem[] {
  if (!counterpart) return [];
  const place = `${reference.file}:${counterpart.line}`;
  const problems: Problem[] = [];
  if (block.notes.join() !== counterpart.notes.join())
    problems.push({
      file,
      line: block.line,
      what: `this paragraph cites ${list(block.notes, (label) => `[^${label}]`)}; at ${place} it cites ${list(counterpart.notes, (label) => `[^${label}]`)}`,
      how: "Give both the same notes in the same order: notes are numbered through the essay, alike in every language.",
    });
  if (block.sources.join() !== counterpart.sources.join())
    problems.push({
      file,
      line: block.line,
      what: `the words here cite ${list(block.sources, (id) => `@${id}`)}; at ${place} they cite ${list(counterpart.sources, (id) => `@${id}`)}`,
      how: "Cite the same sources: a paragraph says the same in every language.",
    });
  if (block.ids.join() !== counterpart.ids.join())
    problems.push({
      file,
      line: block.line,
      what: `this block has ${list(block.ids, (id) => `#${id}`)}; at ${place} it has ${list(counterpart.ids, (id) => `#${id}`)}`,
      how: "Give figures, quotations and headings the same ids in the same order in every language.",
    });
  return problems;
}

const list = (values: readonly string[], write: (value: string) => string): string =>
  values.length === 0 ? "none" : values.map(write).join(", ");

const PARAGRAPH = "paragraph";

const blocks = (tree: Root, isKnown: IsKnown): Block[] =>
  tree.children
    .filter((node) => !NOT_BLOCKS.has(node.type))
    .map((node) => ({
      kind: kindOf(node),
      notes: noteMarks(node).map(noteLabel),
      sources: idsOf(findTextCitations(node, isKnown)),
      ids: idsIn(node),
      line: node.position?.start.line,
    }));

function kindOf(node: RootContent): string {
  if (isCitationUnit(node)) return PARAGRAPH;
  if (node.type === "heading") return `heading ${node.depth}`;
  return "name" in node && node.name ? `<${node.name}>` : node.type;
}

function idsIn(block: Nodes): string[] {
  const ids: string[] = [];
  visit(block, (node) => {
    if (node.type === "heading") {
      const id = explicitId(node);
      if (id) ids.push(id);
    }
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    for (const attribute of node.attributes)
      if (attribute.type === "mdxJsxAttribute" && attribute.name === "id" && typeof attribute.value === "string")
        ids.push(attribute.value);
  });
  return ids;
}
