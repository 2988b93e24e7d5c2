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
import { isUnspaced } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import type { Destination, Fragment, ManuscriptMetadata } from "../manuscript.ts";
import { MARK, MarkedText, REMOVED, type Span, toPhrasing } from "../marked-text.ts";
import { parseName, splitNames } from "../names.ts";
import { guardCaptions } from "../table-captions.ts";
import { dropContents } from "./contents.ts";
import { isoDate } from "./dates.ts";
import { setFloatsAside } from "./floats.ts";
import { type FrontLine, instituteNumbers, takeFrontMatter, withoutInstituteNumbers } from "./front-matter.ts";
import { findHeadings, isSourcesTitle, type LineHeading } from "./headings.ts";
import { keyOf, type Line, placeOf } from "./line.ts";
import { entrySign } from "./lists.ts";
import { chainMarks, type MarkCandidate, markCandidates, placeMarks, signCandidates } from "./note-marks.ts";
import { type NoteGroup, type NoteLines, takeNoteTexts } from "./note-texts.ts";
import { isVerse, joinLines, PARAGRAPH_NUMBER, paragraphStyle, partEntries, partParagraphs } from "./paragraphs.ts";
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

/** A block of the text, before its marks are found. */
interface Piece {
  readonly kind: "front" | "heading" | "paragraph" | "quotation" | "verse" | "caption" | "entry";
  marked: MarkedText;
  readonly lines: readonly Line[];
  readonly heading?: LineHeading;
  /** Whether it is the essay's title or subtitle. */
  readonly isTitle?: boolean;
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

/** The words of a line of the head, in which notes may be marked as in any other. */
const pieceOfFront = ({ line, field, start, end }: FrontLine): Piece => ({
  kind: "front",
  isTitle: field === "title" || field === "subtitle",
  marked: line.marked.slice(start, end),
  lines: [line],
});

/** @returns the signs that end words of the head: their notes may stand anywhere */
const signsAfter = (front: readonly Piece[]): ReadonlySet<string> =>
  new Set(
    signCandidates(
      front.map(({ marked }) => marked),
      new Set(),
    ).flatMap(({ sign }) => sign ?? []),
  );

function readFront(
  front: readonly FrontLine[],
  pieces: readonly Piece[],
  findings: Findings,
  hasPages: boolean,
): ManuscriptMetadata {
  const metadata: ManuscriptMetadata = {};
  const wordsOf = (field: FrontLine["field"]) =>
    pieces.filter((_, index) => front[index]?.field === field).map(({ marked }) => marked.words.trim());
  const joined = (parts: readonly string[]): string => {
    let text = "";
    for (const part of parts)
      text += text === "" || isUnspaced([...text].at(-1)) || isUnspaced([...part][0]) ? part : ` ${part}`;
    return text;
  };
  const title = joined(wordsOf("title"));
  const subtitle = joined(wordsOf("subtitle"));
  const institutes = front.flatMap(({ line, field, start }, index) =>
    field === "affiliation"
      ? [
          {
            number: Number(/^\d+/u.exec(line.marked.text.slice(0, start))?.[0] ?? Number.NaN),
            words: withoutSpaces(pieces[index]?.marked.words.trim() ?? ""),
          },
        ]
      : [],
  );
  const named = wordsOf("authors").flatMap((words) =>
    splitNames(withoutInstituteNumbers(words)).map((name) => ({ name, numbers: instituteNumbers(name, words) })),
  );
  // Figures behind names lead to institutes where each of them does.
  const areNumbered =
    institutes.length > 0 &&
    named.every(({ numbers }) => numbers.length > 0) &&
    named.every(({ numbers }) => numbers.every((one) => institutes.some(({ number }) => number === one))) &&
    institutes.every(({ number }) => named.some(({ numbers }) => numbers.includes(number)));
  const affiliation = areNumbered ? "" : joined(wordsOf("affiliation"));
  const authors = named.map(({ name, numbers }) => ({
    ...parseName(name),
    ...(areNumbered && {
      affiliation: numbers.map((one) => institutes.find(({ number }) => number === one)?.words ?? "").join("; "),
    }),
  }));
  const [date] = wordsOf("date");
  if (title) metadata.title = withoutSpaces(title);
  if (subtitle) metadata.subtitle = withoutSpaces(subtitle);
  if (affiliation) metadata.affiliation = withoutSpaces(affiliation);
  if (authors.length > 0) metadata.authors = authors;
  const iso = date ? isoDate(date) : undefined;
  if (iso) metadata.date = iso;
  const marks = pieces.flatMap(({ marked, lines }, index) =>
    marked.spans.flatMap((span) =>
      span.kind === "note" ? [{ span, line: lines[0], field: front[index]?.field }] : [],
    ),
  );
  if (marks.length > 0) metadata.titleNotes = marks.map(({ span }) => span.label);
  for (const { span, line, field } of marks)
    if (line && field !== "title")
      findings.open.push({
        place: placeOf(line, hasPages),
        text: `the note “${span.written}” of the ${field === "authors" ? "author" : field} hangs on the title`,
      });
  return metadata;
}

/** @param marked the words of the field, with the marks of notes set */
function frontFragments(
  one: FrontLine,
  marked: MarkedText | undefined,
  before: FrontLine | undefined,
  after: FrontLine | undefined,
  hasPages: boolean,
): Fragment[] {
  const { line, field, start, end } = one;
  const { text } = line.marked;
  const place = placeOf(line, hasPages);
  const from = before?.line === line ? before.end : 0;
  const to = after?.line === line ? end : text.length;
  const fragment = (part: string, to: Destination, why?: string): Fragment[] =>
    part.trim() === "" ? [] : [{ text: part, to, place, ...(why && { why }) }];
  const say = (words: string): Fragment[] =>
    (field === "authors" ? separators(words) : [{ text: words, isName: true }]).flatMap(({ text: part, isName }) =>
      isName
        ? field === "date" || field === "head"
          ? fragment(part, "left out", field === "date" ? "date" : "above the title")
          : fragment(part, `field ${field}`)
        : fragment(part, "left out", "between names"),
    );
  const own = marked ?? line.marked.slice(start, end);
  const marks = own.spans
    .flatMap((span) => (span.kind === "note" ? [span] : []))
    .sort((one, other) => one.start - other.start);
  const ends = [0, ...marks.map((mark) => mark.end)];
  return [
    ...fragment(text.slice(from, start), "left out", "around the title or the names"),
    ...ends.flatMap((begin, index) => [
      ...say(own.text.slice(begin, marks[index]?.start)),
      ...fragment(marks[index]?.written ?? "", "left out", "note mark"),
    ]),
    ...fragment(text.slice(end, to), "left out", "around the title or the names"),
  ];
}

/** The names of a line, and the words and points between them. */
function separators(words: string): { text: string; isName: boolean }[] {
  const parts: { text: string; isName: boolean }[] = [];
  let rest = words;
  for (const name of splitNames(withoutInstituteNumbers(words))) {
    const index = rest.indexOf(name);
    if (index < 0) continue;
    parts.push({ text: rest.slice(0, index), isName: false }, { text: name, isName: true });
    rest = rest.slice(index + name.length);
  }
  parts.push({ text: rest, isName: false });
  return parts;
}

interface Context {
  readonly findings: Findings;
  readonly hasPages: boolean;
}

function makePieces(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, LineHeading>,
  {
    vocabulary,
    findings,
    hasPages,
    progress,
  }: Context & { vocabulary: Vocabulary; progress: (done: number, all: number, what: string) => void },
): Piece[] {
  const style = paragraphStyle(lines.filter((line) => !headings.has(line) && !line.role));
  const pieces: Piece[] = [];
  let run: Line[] = [];
  const isCounted = style.isCounted && areNumbersLeftOut(lines, findings, hasPages);
  const join = (group: readonly Line[]) => {
    const joined = joinLines(group, vocabulary, findings, hasPages);
    const written = isCounted ? PARAGRAPH_NUMBER.exec(joined.text)?.[0] : undefined;
    if (!written) return joined;
    findings.count("paragraphs' numbers left out");
    const span = { kind: "removed", written: written.trim() } as const;
    return joined.replace([{ start: 0, end: written.length, by: REMOVED, span }]);
  };
  const close = () => {
    const head = pieces.at(-1);
    if (head?.kind === "heading" && isSourcesTitle(head.marked.words) && run.every(({ role }) => !role)) {
      for (const group of partEntries(run, findings, hasPages))
        pieces.push({ kind: "paragraph", marked: join(group), lines: group });
      run = [];
      return;
    }
    for (const group of partParagraphs(run, style, findings, hasPages)) {
      const [first] = group;
      const role = first?.role?.kind;
      if (first && !role && style.entries.has(first)) {
        const sign = entrySign(first);
        const span = { kind: "removed", written: sign.trim() } as const;
        const marked = join(group).replace([{ start: 0, end: sign.length, by: REMOVED, span }]);
        pieces.push({ kind: "entry", marked, lines: group });
        findings.count("list entries");
        continue;
      }
      if (role === "entry") {
        const sign = first ? entrySign(first) : "";
        const span = { kind: "removed", written: sign.trim() } as const;
        const marked = join(group).replace(sign ? [{ start: 0, end: sign.length, by: REMOVED, span }] : []);
        pieces.push({ kind: "entry", marked, lines: group });
        findings.count("list entries");
      } else if (role === "caption") pieces.push({ kind: "caption", marked: join(group), lines: group });
      else if (role === "table") pieces.push({ kind: "paragraph", marked: join(group), lines: group });
      else if (isVerse(group) && isVerseHere(group, findings, hasPages))
        pieces.push({ kind: "verse", marked: verse(group), lines: group });
      else if (isQuotation(group, pieces.at(-1), findings, hasPages))
        pieces.push({ kind: "quotation", marked: join(group), lines: group });
      else pieces.push({ kind: "paragraph", marked: join(group), lines: group });
    }
    run = [];
  };
  let last: Line | undefined;
  for (const [index, line] of lines.entries()) {
    if (index % 1000 === 0) progress(index, lines.length, "lines");
    const heading = headings.get(line);
    if (!heading) {
      run.push(line);
      last = line;
      continue;
    }
    close();
    const before = pieces.at(-1);
    const { number } = heading;
    if (heading.isTitle && before?.kind === "heading" && before.heading) {
      const alone = before.marked.text;
      const parted = `${alone}${isUnspaced([...alone].at(-1)) ? "\u3000" : " "}`;
      const span = { kind: "removed", written: alone, isHeadingNumber: true } as const;
      const start = before.marked.replace([{ start: 0, end: alone.length, by: REMOVED, span }]);
      pieces[pieces.length - 1] = {
        ...before,
        marked: MarkedText.join([start, line.marked]),
        lines: [...before.lines, line],
        heading: { ...before.heading, number: parted },
      };
      last = line;
      continue;
    }
    const marked = withoutNumber(line.marked, number);
    // A long heading goes on in the next line, set alike.
    if (before?.kind === "heading" && last === before.lines.at(-1) && goesOn(before, line, heading)) {
      const whole = join([...before.lines, line]);
      const own = before.heading?.number ?? "";
      pieces[pieces.length - 1] = { ...before, marked: withoutNumber(whole, own), lines: [...before.lines, line] };
    } else pieces.push({ kind: "heading", marked, lines: [line], heading });
    last = line;
  }
  close();
  return pieces;
}

function areNumbersLeftOut(lines: readonly Line[], findings: Findings, hasPages: boolean): boolean {
  const first = lines.find(({ marked }) => PARAGRAPH_NUMBER.test(marked.text));
  if (!first) return false;
  const answer = findings.decide({
    key: "numbers paragraphs",
    place: placeOf(first, hasPages),
    text: excerpt(first.marked.words),
    taken: "left out",
    confidence: 0.95,
    answers: ["left out", "text"],
  });
  return answer === "left out";
}

/** @returns the heading's words with its number taken off */
const withoutNumber = (marked: MarkedText, number: string): MarkedText =>
  number === ""
    ? marked
    : marked.replace([
        {
          start: 0,
          end: number.length,
          by: REMOVED,
          span: { kind: "removed", written: number, isHeadingNumber: true },
        },
      ]);

const goesOn = (before: Piece, line: Line, heading: LineHeading): boolean => {
  const first = before.lines[0];
  return (
    first !== undefined &&
    heading.number === "" &&
    (before.heading?.depth === heading.depth || (before.heading?.number ?? "") !== "") &&
    line.role?.kind === first.role?.kind &&
    line.gap < 0.6 &&
    Math.abs(first.size - line.size) < 0.03 &&
    first.isBold === line.isBold &&
    (first.size > 1.1 || first.isBold) &&
    first.page === line.page &&
    before.lines.length < 4
  );
};

function isVerseHere(group: readonly Line[], findings: Findings, hasPages: boolean): boolean {
  const [first] = group;
  if (!first) return false;
  return (
    findings.decide({
      key: `verse ${keyOf(first, hasPages)}`,
      place: placeOf(first, hasPages),
      text: group.map(({ marked }) => excerpt(marked.words, 14)).join(" / "),
      taken: "verse",
      confidence: first.role?.kind === "verse" ? 0.98 : 0.75,
      answers: ["verse", "prose"],
    }) === "verse"
  );
}

function verse(group: readonly Line[]): MarkedText {
  const parts = group.flatMap(({ marked }, index) =>
    index === 0 ? [marked] : [new MarkedText("\n", [{ kind: "break", start: 0, end: 1 }]), marked],
  );
  return MarkedText.join(parts);
}

const LEAD_IN =
  /[:：]$|\b(?:the following|as follows)\b[^.!?]*\.$|(?:次|以下|つぎ)の(?:とおり|通り|よう)|(?:述べ|語っ|書い|論じ|記し|指摘し|問う|いう|言う)(?:ている|た|て)?[。:：]?$/u;

/** How much of a sentence's end may say that something follows. */
const LEAD_IN_LENGTH = 60;

/** @returns whether the sentence leads in a quotation */
export const leadsIn = (words: string): boolean =>
  LEAD_IN.test(
    words
      .replaceAll(/[\uFDD0\uFDD1]/gu, "")
      .trim()
      .slice(-LEAD_IN_LENGTH),
  );

/** Narrower lines, all of them, quote. */
function isQuotation(
  group: readonly Line[],
  before: Piece | undefined,
  findings: Findings,
  hasPages: boolean,
): boolean {
  const [first] = group;
  if (!first) return false;
  const said = first.role?.kind === "quotation";
  const inner = Math.min(...group.map(({ indent }) => indent));
  const leads = before?.kind === "paragraph" && leadsIn(before.marked.words);
  const follows = before?.kind === "quotation";
  const smaller = group.every(({ size }) => size < 0.95);
  const isNarrow =
    inner >= (group.length > 1 ? 1.5 : leads || follows ? 3 : 6) && !group.every(({ isCentred }) => isCentred);
  const asked = findings.answer(`quotation ${keyOf(first, hasPages)}`, first.marked.words);
  if (!said && !isNarrow && asked === undefined) return false;
  const confidence = said
    ? 0.9
    : 0.55 + (leads ? 0.25 : 0) + (smaller ? 0.1 : 0) + (follows ? 0.1 : 0) + (group.length > 1 ? 0.1 : 0);
  return (
    findings.decide({
      key: `quotation ${keyOf(first, hasPages)}`,
      place: placeOf(first, hasPages),
      text: first.marked.words,
      taken: said || isNarrow ? "quotation" : "paragraph",
      confidence: Math.min(confidence, 0.95),
      answers: ["quotation", "paragraph"],
    }) === "quotation"
  );
}

interface MatchedNote {
  readonly label: string;
  /** Absent where the note's text is missing. */
  readonly marked?: MarkedText;
  /** “Notes”, where it stands over this note and those that follow it. */
  readonly title?: Line | undefined;
}

/** Finds the notes' marks, group by group, and gives the notes one count. */
function matchNotes(
  pieces: Piece[],
  groups: readonly NoteGroup[],
  lines: readonly Line[],
  { vocabulary, findings, hasPages }: Context & { vocabulary: Vocabulary },
): MatchedNote[] {
  const lineIndex = new Map(lines.map((line, index) => [line, index]));
  // Names have figures that lead to their institutes, and a title may end with a number of its own.
  const mayMark = ({ paragraph, style }: MarkCandidate) => {
    const piece = pieces[paragraph];
    return piece?.kind !== "front" || (style !== "glued" && piece.isTitle === true);
  };
  const candidates = new PlacedCandidates(markCandidates(pieces.map(({ marked }) => marked)).filter(mayMark), (one) => {
    const piece = pieces[one.paragraph];
    const at = piece && lineAt(piece, one.start);
    return at ? (lineIndex.get(at) ?? 0) : 0;
  });
  const chosen: { candidate: MarkCandidate; label: string }[] = [];
  const notes: MatchedNote[] = [];
  let counter = 0;
  let from = 0;
  const tell = (candidate: MarkCandidate, written: string) => {
    const piece = pieces[candidate.paragraph];
    const at = piece && lineAt(piece, candidate.start);
    if (!piece || !at) return true;
    const text = piece.marked.text;
    return (
      findings.decide({
        key: `mark ${keyOf(at, hasPages)}#${candidate.number}`,
        place: placeOf(at, hasPages),
        text: `${text.slice(Math.max(0, candidate.start - 14), candidate.start)}[${written}]${text.slice(candidate.end, candidate.end + 6)}`,
        taken: "mark",
        confidence: candidate.score > 0.9 ? 0.98 : candidate.score + 0.1,
        answers: ["mark", "text"],
      }) === "mark"
    );
  };
  const labelled = new Set(groups.flatMap(({ notes: own }) => own.flatMap(({ sign }) => sign ?? [])));
  const signs = new SignMarks(pieces, labelled);
  const timesOfSigns = new Map(
    [
      ...Map.groupBy(
        groups.flatMap(({ notes: own }) => own.flatMap(({ sign }) => sign ?? [])),
        (sign) => sign,
      ),
    ].map(([sign, same]) => [sign, same.length] as const),
  );
  const sayUnmarked = (note: NoteLines, written: string) => {
    const [line] = note.lines;
    const words = excerpt(
      noteText(note.lines, note.written, { vocabulary, findings: findings.quiet(), hasPages }).words,
    );
    findings.open.push({
      place: line ? placeOf(line, hasPages) : `note ${written}`,
      text: `the mark of note ${written} (“${words}”) was not found; the note hangs on the paragraph before it`,
    });
  };
  const allowed = (candidate: MarkCandidate): boolean => {
    const piece = pieces[candidate.paragraph];
    const at = piece && lineAt(piece, candidate.start);
    return !at || findings.answer(`mark ${keyOf(at, hasPages)}#${candidate.number}`) !== "text";
  };

  // Signs begin anew on each page.
  for (const { note, title } of groups.flatMap((group) =>
    group.notes.flatMap((note, index) => (note.sign ? [{ note, title: index === 0 ? group.title : undefined }] : [])),
  )) {
    counter += 1;
    const label = String(counter);
    const place = signs.take(note);
    if (!place) sayUnmarked(note, note.sign ?? "");
    chosen.push({ candidate: place ?? endOfPage(pieces, note), label });
    for (const candidate of signs.takeOthers(note, timesOfSigns)) chosen.push({ candidate, label });
    findings.count("note marks");
    findings.count("notes with their text");
    notes.push({ label, marked: noteText(note.lines, note.written, { vocabulary, findings, hasPages }), title });
  }

  // Notes at feet of pages that count on through the whole are one group: marks may stand on the page before.
  const merged = mergeContinuing(
    groups
      .map((group) => ({ ...group, notes: group.notes.filter(({ sign }) => !sign) }))
      .filter((group) => group.notes.length > 0),
  );
  const windows = merged.map((group) => {
    const last = group.afters
      .map((line) => (line ? (lineIndex.get(line) ?? 0) : -1))
      .reduce((a, b) => Math.max(a, b), -1);
    return { group, last: group.atFoot ? last + 2 : last, end: last };
  });
  const isLabelled = [...labelled].some((label) => label.startsWith("["));
  const sources =
    windows.length > 0 || isLabelled
      ? windows
      : [{ group: undefined, last: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }];
  const taken = new Set<MarkCandidate>();
  for (const { group, last, end } of sources) {
    const inside = candidates.between(from, last).filter((one) => !taken.has(one) && allowed(one));
    const numbers = group?.notes.map(({ number }) => number) ?? [];
    const chain = chainMarks(inside, numbers);
    const labels = new Map<number, string>();
    const order = group
      ? [...new Set([...numbers, ...chain.map(({ number }) => number)])].sort((a, b) => a - b)
      : chain.map(({ number }) => number);
    for (const number of order) {
      counter += 1;
      labels.set(number, String(counter));
    }
    for (const candidate of chain) {
      const label = labels.get(candidate.number);
      const piece = pieces[candidate.paragraph];
      if (!label || !piece || !tell(candidate, String(candidate.number))) continue;
      chosen.push({ candidate, label });
      taken.add(candidate);
      findings.count("note marks");
    }
    const raised = new Set(chain.flatMap(({ style, number }) => (style === "raised" ? [number] : [])));
    // The same raised number again is the same note again; beyond the page of its note it is another's.
    const used = new Set(chain);
    const mayRepeat = new Set(candidates.between(from, end));
    for (const candidate of inside.filter((one) => mayRepeat.has(one))) {
      const label = labels.get(candidate.number);
      if (!label || used.has(candidate) || candidate.style !== "raised" || candidate.score < 0.9) continue;
      const isTaken = ({ candidate: one }: (typeof chosen)[number]) =>
        one.paragraph === candidate.paragraph && one.start < candidate.end && one.end > candidate.start;
      if (!raised.has(candidate.number) || chosen.some(isTaken)) continue;
      chosen.push({ candidate, label });
      taken.add(candidate);
      findings.count("note marks");
    }
    const marked = new Set(chain.map(({ number }) => number));
    let title: Line | undefined;
    for (const number of order) {
      const label = labels.get(number) ?? "";
      const note = group?.notes.find((one) => one.number === number);
      if (!note) {
        findings.open.push({ place: `note ${label}`, text: "its text was not found; it stands as missing" });
        notes.push({ label, title });
        title = undefined;
        continue;
      }
      const whole = noteText(note.lines, note.written, { vocabulary, findings, hasPages });
      title = group?.titles.get(note) ?? title;
      if (!marked.has(number)) {
        sayUnmarked(note, String(number));
        hangUnmarked(pieces, chosen, label, number, numbers, chain, labels);
      }
      findings.count("notes with their text");
      notes.push({ label, marked: whole, title });
      title = undefined;
    }
    from = Number.isFinite(last) && !(group?.atFoot ?? false) ? last + 1 : from;
    if (group?.atFoot) from = Math.max(from, last - 1);
  }

  for (const [index, own] of Map.groupBy(chosen, ({ candidate }) => candidate.paragraph)) {
    const piece = pieces[index];
    if (piece)
      piece.marked = placeMarks(
        piece.marked,
        own.sort((a, b) => a.candidate.start - b.candidate.start),
      );
  }
  return notes;
}

/** The places that may be marks, by the lines in which they stand. */
class PlacedCandidates {
  /** In the order of their lines. */
  readonly #placed: readonly { readonly candidate: MarkCandidate; readonly index: number; readonly position: number }[];

  /** @param positionOf which line of the text a candidate stands in */
  constructor(candidates: readonly MarkCandidate[], positionOf: (candidate: MarkCandidate) => number) {
    this.#placed = candidates
      .map((candidate, index) => ({ candidate, index, position: positionOf(candidate) }))
      .sort((one, other) => one.position - other.position);
  }

  /** @returns those of the lines from the first to the last, in the order of the text */
  between(first: number, last: number): MarkCandidate[] {
    return this.#placed
      .slice(this.#countBefore(first), this.#countBefore(last + 1))
      .sort((one, other) => one.index - other.index)
      .map(({ candidate }) => candidate);
  }

  #countBefore(position: number): number {
    let [low, high] = [0, this.#placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#placed[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A note whose mark was not found hangs on the end of the paragraph in which the one before it stands. */
function hangUnmarked(
  pieces: readonly Piece[],
  chosen: { candidate: MarkCandidate; label: string }[],
  label: string,
  number: number,
  numbers: readonly number[],
  chain: readonly MarkCandidate[],
  labels: ReadonlyMap<number, string>,
): void {
  void numbers;
  void labels;
  const before = chain.findLast((one) => one.number < number);
  const after = chain.find((one) => one.number > number);
  const paragraph = before?.paragraph ?? after?.paragraph ?? pieces.findLastIndex(({ kind }) => kind === "paragraph");
  const piece = pieces[paragraph];
  if (!piece) return;
  const end = piece.marked.text.length;
  chosen.push({ candidate: { paragraph, start: end, end, number, style: "raised", score: 0 }, label });
}

/** The marks by signs, each of which marks one note. */
class SignMarks {
  readonly #free: { readonly candidate: MarkCandidate; readonly page: number }[];

  constructor(pieces: readonly Piece[], labels: ReadonlySet<string>) {
    this.#free = signCandidates(
      pieces.map(({ marked }) => marked),
      labels,
    ).flatMap((candidate) => {
      const piece = pieces[candidate.paragraph];
      const line = piece && lineAt(piece, candidate.start);
      return line ? [{ candidate, page: line.page }] : [];
    });
  }

  /** @returns the first mark with the note's sign that is left on its page or the one before */
  take({ sign, lines }: NoteLines): MarkCandidate | undefined {
    const page = lines[0]?.page ?? 1;
    for (const own of [page, page - 1]) {
      const index = this.#free.findIndex(({ candidate, page: at }) => at === own && candidate.sign === sign);
      if (index >= 0) return this.#free.splice(index, 1)[0]?.candidate;
    }
    // A label of its own marks one note, however far it is: notes at the end of a part.
    if (!/\d/u.test(sign ?? "")) return undefined;
    const far = this.#free.findIndex(({ candidate, page: at }) => at <= page && candidate.sign === sign);
    return far < 0 ? undefined : this.#free.splice(far, 1)[0]?.candidate;
  }

  /** @returns the other marks of a label, which lead to the same note */
  takeOthers({ sign }: NoteLines, labels: ReadonlyMap<string, number>): MarkCandidate[] {
    if (!sign || !/^\p{L}+\d+$/u.test(sign) || labels.get(sign) !== 1) return [];
    const others = this.#free.filter(({ candidate }) => candidate.sign === sign);
    for (const one of others) this.#free.splice(this.#free.indexOf(one), 1);
    return others.map(({ candidate }) => candidate);
  }
}

/** The end of the last paragraph that has begun on the note's page or before. */
function endOfPage(pieces: readonly Piece[], { lines, number }: NoteLines): MarkCandidate {
  const page = lines[0]?.page ?? 1;
  const found = pieces.findLastIndex(
    (piece) =>
      piece.kind === "paragraph" && (piece.lines[0]?.page ?? 1) <= page && piece.lines[0]?.role?.kind !== "table",
  );
  const paragraph = Math.max(0, found);
  const end = pieces[paragraph]?.marked.text.length ?? 0;
  return { paragraph, start: end, end, number, style: "sign", score: 0 };
}

interface MergedGroup {
  readonly notes: NoteGroup["notes"][number][];
  readonly afters: (Line | undefined)[];
  readonly atFoot: boolean;
  /** What stands over notes, by the first of them. */
  readonly titles: Map<NoteLines, Line>;
}

function mergeContinuing(groups: readonly NoteGroup[]): MergedGroup[] {
  const merged: MergedGroup[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const first = group.notes[0]?.number ?? 1;
    const previous = last?.notes.at(-1)?.number ?? 0;
    const [opening] = group.notes;
    const titles = opening && group.title ? [[opening, group.title] as const] : [];
    if (last?.atFoot && group.atFoot && first > previous) {
      last.notes.push(...group.notes);
      last.afters.push(group.after);
      for (const [note, title] of titles) last.titles.set(note, title);
    } else
      merged.push({
        notes: [...group.notes],
        afters: [group.after],
        atFoot: group.atFoot,
        titles: new Map(titles),
      });
  }
  return merged;
}

function lineAt(piece: Piece, offset: number): Line | undefined {
  const span = piece.marked.spans.find(({ kind, start, end }) => kind === "line" && start <= offset && end > offset);
  const found = span?.kind === "line" ? span : undefined;
  return piece.lines.find((line) => line.number === found?.line && line.page === found.page) ?? piece.lines.at(-1);
}

function noteText(
  lines: readonly Line[],
  written: string,
  { vocabulary, findings, hasPages }: Context & { vocabulary: Vocabulary },
): MarkedText {
  const whole = joinLines(lines, vocabulary, findings, hasPages);
  return whole.replace([{ start: 0, end: written.length, by: REMOVED, span: { kind: "removed", written } }]);
}

/** What stands in a text for something else and is no character of it. */
const SIGNS = new Set([MARK, REMOVED]);

/** Between ideographs or kana and anything else a PDF's spaces are not the author's. */
function dropSpaces(marked: MarkedText, findings: Findings): MarkedText {
  const { text } = marked;
  const places = [...text.matchAll(/(?<=\S)[ \u00A0\u2000-\u200A\u202F]+(?=\S)/gu)].flatMap((match) => {
    let [before, after] = [match.index, match.index + match[0].length];
    while (SIGNS.has(text[before - 1] ?? "")) before -= 1;
    while (SIGNS.has(text[after] ?? "")) after += 1;
    // The last of two surrogates tells no character: both are looked at.
    return isUnspaced([...text.slice(Math.max(0, before - 2), before)].at(-1)) ||
      isUnspaced([...text.slice(after, after + 2)][0])
      ? [{ start: match.index, end: match.index + match[0].length, by: "" }]
      : [];
  });
  findings.count("spaces dropped", places.length);
  return marked.replace(places);
}

const withoutSpaces = (text: string): string =>
  text.replaceAll(
    /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]) +| +(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF])/gu,
    "",
  );

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

/** Whether the run is told apart from the words of its line. */
const isApart = (span: Span): span is Extract<Span, { kind: "note" | "removed" | "ruby" | "added" }> =>
  span.kind === "note" || span.kind === "removed" || span.kind === "ruby" || span.kind === "added";

/** @returns the words of the text line by line, with where they go; marks and numbers are left out of it */
export function fragmentsOf(marked: MarkedText, to: Destination, hasPages: boolean, why?: string): Fragment[] {
  const fragments: Fragment[] = [];
  const lines = marked.spans.filter((span) => span.kind === "line").sort((a, b) => a.start - b.start);
  const apart = marked.spans.filter(isApart);
  for (const line of lines) {
    const place = placeOf({ page: line.page, number: line.line }, hasPages);
    const say = (text: string, target: Destination, reason?: string) => {
      if (text.trim() !== "") fragments.push({ text, to: target, place, ...(reason && { why: reason }) });
    };
    let position = line.start;
    const stops = apart
      .filter((span) => span.end > line.start && (span.kind === "ruby" ? span.end <= line.end : span.start < line.end))
      .map((span, index) => ({ ...span, index }))
      // Of readings that end together the inner one, which was found later, comes first.
      .sort(
        (a, b) =>
          (a.kind === "ruby" ? a.end : a.start) - (b.kind === "ruby" ? b.end : b.start) ||
          (a.kind === "ruby" && b.kind === "ruby" ? b.start - a.start || b.index - a.index : 0),
      );
    for (const stop of stops) {
      if (stop.kind === "ruby") {
        say(marked.text.slice(position, stop.end), to, why);
        if (stop.isMoved) fragments.push({ text: stop.reading, to, place, isAdded: true });
        else say(stop.reading, to, why);
        position = Math.max(position, stop.end);
        continue;
      }
      say(marked.text.slice(position, stop.start), to, why);
      if (stop.kind === "added")
        fragments.push({ text: marked.text.slice(stop.start, stop.end), to, place, isAdded: true });
      if (stop.kind === "note") say(stop.written, "left out", "note mark");
      if (stop.kind === "removed" && stop.isHeadingNumber) say(stop.written, to);
      else if (stop.kind === "removed")
        say(stop.written, "left out", /^[-‐]$/u.test(stop.written) ? "hyphen at a line's end" : "number");
      position = Math.max(position, stop.end);
    }
    say(marked.text.slice(position, line.end), to, why);
  }
  return fragments;
}
