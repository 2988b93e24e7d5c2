import type {
  BlockContent,
  FootnoteDefinition,
  Heading,
  Image,
  ListItem,
  Paragraph,
  Root,
  RootContent,
  Table,
} from "mdast";
import { partsLabel } from "../caption-labels.ts";
import { isUnspaced } from "../characters.ts";
import type { Findings } from "../findings.ts";
import type { Fragment, ManuscriptMetadata } from "../manuscript.ts";
import { MARK, type MarkedText, REMOVED, toPhrasing } from "../marked-text.ts";
import { guardCaptions, labelCaptions } from "../table-captions.ts";
import { dropContents } from "./contents.ts";
import { setFloatsAside } from "./floats.ts";
import { takeFrontMatter } from "./front-matter.ts";
import { findHeadings } from "./headings.ts";
import { keyOf, type Line, placeOf } from "./line.ts";
import { fragmentsOf } from "./line-fragments.ts";
import { matchNotes, signsAfter } from "./match-notes.ts";
import { takeNoteTexts } from "./note-texts.ts";
import { makePieces, type Piece } from "./pieces.ts";
import { frontFragments, pieceOfFront, readFront } from "./read-front.ts";
import { dropRunningHeads } from "./running-heads.ts";
import { takeSummary } from "./summary.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What a table or an image is in the text: a block that was read elsewhere and stands after a line. */
export interface PlacedBlock {
  readonly node: RootContent;
  readonly fragments: readonly Fragment[];
}

/** What lines become: the parts of a manuscript that do not depend on its form. */
export interface FromLines {
  readonly metadata: ManuscriptMetadata;
  readonly tree: Root;
  readonly ledger: Fragment[];
}

/**
 * Makes a document of printed lines: takes out what is no text, finds the first page's head, notes and headings,
 * joins lines to paragraphs, and sets the notes' marks.
 *
 * @param lines in reading order
 * @param known what the form itself says of the manuscript
 * @param tables blocks that stand in the place of the lines with their `table` role
 * @param figures images by the page and number of the line that they follow, `3:12`; 0 is a page's beginning
 */
export function fromLines(
  lines: readonly Line[],
  {
    findings,
    language,
    known,
    tables = new Map(),
    figures = new Map(),
    progress = () => undefined,
  }: {
    findings: Findings;
    language: string;
    known: ManuscriptMetadata;
    tables?: ReadonlyMap<number, PlacedBlock>;
    figures?: ReadonlyMap<string, readonly Image[]>;
    progress?: (done: number, all: number, what: string) => void;
  },
): FromLines {
  const ledger: Fragment[] = [];
  const hasPages = lines.some(({ page }) => page > 1);
  const vocabulary = new Vocabulary(
    lines.map(({ marked }) => marked.text),
    language,
  );

  const { kept, dropped } = dropRunningHeads(lines, findings);
  for (const { line, why } of dropped) ledger.push(...fragmentsOf(line.marked, "left out", hasPages, why));

  const { front, rest } = takeFrontMatter(setFloatsAside(kept, findings), findings, hasPages, known);
  const { kept: afterFront, dropped: contents } = dropContents(rest, findings, hasPages);
  const frontPieces = front.map(pieceOfFront);
  for (const line of contents) ledger.push(...fragmentsOf(line.marked, "left out", hasPages, "table of contents"));

  const provisional = findHeadings(
    afterFront.filter(({ role }) => role?.kind !== "note"),
    findings.quiet(),
    hasPages,
  );
  const { rest: text, groups } = takeNoteTexts(afterFront, findings, {
    hasPages,
    isHeading: (line) => provisional.has(line),
    signs: signsAfter(frontPieces),
  });
  const headings = findHeadings(text, findings, hasPages);
  findings.count("headings", headings.size);

  const made = makePieces(text, headings, { vocabulary, findings, hasPages, progress });
  const definitions = matchNotes([...frontPieces, ...made], groups, text, { vocabulary, findings, hasPages });
  const summary = takeSummary(made, {
    findings,
    language,
    placeOf: (line) => placeOf(line, hasPages),
    keyOf: (line) => keyOf(line, hasPages),
    fragmentsOf: (marked, to, why) => fragmentsOf(dropSpaces(marked, findings.quiet()), to, hasPages, why),
  });
  const pieces = summary.rest;
  const metadata = { ...known, ...summary.metadata, ...readFront(front, frontPieces, findings, hasPages) };
  ledger.push(
    ...front.flatMap((one, index) =>
      frontFragments(one, frontPieces[index]?.marked, front[index - 1], front[index + 1], hasPages),
    ),
    ...summary.fragments,
  );

  const tree: Root = { type: "root", children: [] };
  const following = figuresAfter(pieces, lines, figures);
  const addFigures = (piece: Piece | undefined) => {
    for (const image of following.get(piece) ?? []) tree.children.push({ type: "paragraph", children: [image] });
  };
  addFigures(undefined);
  const placedTables = new Set<number>();
  let lastTable: Piece | undefined;
  for (const piece of pieces) {
    const role = piece.lines[0]?.role;
    if (role?.kind === "table") {
      const placed = tables.get(role.id);
      if (placed && !placedTables.has(role.id)) {
        placedTables.add(role.id);
        const before = tree.children.at(-1);
        // A table that a page's end has cut goes on.
        if (
          before?.type === "table" &&
          placed.node.type === "table" &&
          goesOnAsTable(before, placed.node, lastTable, piece)
        )
          before.children.push(...placed.node.children);
        else tree.children.push(placed.node);
        lastTable = piece;
        ledger.push(...placed.fragments);
      }
      addFigures(piece);
      continue;
    }
    const marked = dropSpaces(piece.marked, findings);
    ledger.push(...fragmentsOf(marked, "body", hasPages));
    addPiece(tree, { ...piece, marked }, hasPages);
    addFigures(piece);
  }
  for (const { label, marked, title } of definitions) {
    if (title) ledger.push(...fragmentsOf(title.marked, "left out", hasPages, "title of the notes"));
    if (!marked) continue;
    const spaced = dropSpaces(marked, findings);
    ledger.push(...fragmentsOf(spaced, `note ${label}`, hasPages));
    const paragraph: Paragraph = { type: "paragraph", children: toPhrasing(spaced.trim()) };
    const definition: FootnoteDefinition = {
      type: "footnoteDefinition",
      identifier: label,
      label,
      children: [paragraph],
    };
    tree.children.push(definition);
  }
  guardCaptions(tree);
  labelCaptions(tree);
  return { metadata, tree, ledger };
}

/** @returns the images that follow each piece; what stands before all of them follows none */
function figuresAfter(
  pieces: readonly Piece[],
  lines: readonly Line[],
  figures: ReadonlyMap<string, readonly Image[]>,
): Map<Piece | undefined, Image[]> {
  const after = new Map<Piece | undefined, Image[]>();
  if (figures.size === 0) return after;
  const pieceOf = new Map(pieces.flatMap((piece) => piece.lines.map((line) => [keyOf(line, true), piece] as const)));
  for (const [key, images] of figures) {
    const [page = 0, number = 0] = key.split(":").map(Number);
    const before = lines.findLastIndex((line) => line.page < page || (line.page === page && line.number <= number));
    const anchor = lines.slice(0, before + 1).findLast((line) => pieceOf.has(keyOf(line, true)));
    const piece = anchor && pieceOf.get(keyOf(anchor, true));
    after.set(piece, [...(after.get(piece) ?? []), ...images]);
  }
  return after;
}

/** Whether a table is the rest of the one before it: on the next page, with as many columns. */
function goesOnAsTable(before: Table, table: Table, last: Piece | undefined, piece: Piece): boolean {
  const pages = [last?.lines.at(-1)?.page, piece.lines[0]?.page];
  const width = (one: Table) => one.children[0]?.children.length;
  return pages[0] !== undefined && pages[1] === pages[0] + 1 && width(before) === width(table);
}

/** What stands in a text for something else and is no character of it. */
const SIGNS = new Set([MARK, REMOVED]);

/** Between ideographs or kana and anything else a PDF's spaces are not the author's, but for those after a label: 表1 船の数. */
function dropSpaces(marked: MarkedText, findings: Findings): MarkedText {
  const { text } = marked;
  const places = [...text.matchAll(/(?<=\S)[ \u00A0\u2000-\u200A\u202F]+(?=\S)/gu)].flatMap((match) => {
    let [before, after] = [match.index, match.index + match[0].length];
    while (SIGNS.has(text[before - 1] ?? "")) before -= 1;
    while (SIGNS.has(text[after] ?? "")) after += 1;
    // The last of two surrogates tells no character: both are looked at.
    const isDropped =
      isUnspaced([...text.slice(Math.max(0, before - 2), before)].at(-1)) ||
      isUnspaced([...text.slice(after, after + 2)][0]);
    return isDropped && !partsLabel(text.slice(0, before), text.slice(after, after + 2))
      ? [{ start: match.index, end: match.index + match[0].length, by: "" }]
      : [];
  });
  findings.count("spaces dropped", places.length);
  return marked.replace(places);
}

function addPiece(tree: Root, piece: Piece, hasPages: boolean): void {
  const [first] = piece.lines;
  const children = toPhrasing(piece.marked.trim());
  if (children.length === 0) return;
  const paragraph: Paragraph = { type: "paragraph", children };
  if (piece.kind === "heading" && piece.heading) {
    const heading: Heading = {
      type: "heading",
      depth: Math.min(6, piece.heading.depth) as Heading["depth"],
      children,
      data: { origin: first ? placeOf(first, hasPages) : undefined, number: piece.heading.number || undefined },
    };
    tree.children.push(heading);
    return;
  }
  if (piece.kind === "entry") {
    const last = tree.children.at(-1);
    const item: ListItem = { type: "listItem", spread: false, children: [paragraph] };
    if (last?.type === "list") last.children.push(item);
    else tree.children.push({ type: "list", ordered: false, spread: false, children: [item] });
    return;
  }
  if (piece.kind === "quotation") {
    const last = tree.children.at(-1);
    if (last?.type === "blockquote") last.children.push(paragraph);
    else tree.children.push({ type: "blockquote", children: [paragraph] satisfies BlockContent[] });
    return;
  }
  tree.children.push(paragraph);
}
