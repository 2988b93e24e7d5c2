import { isUnspaced } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import { MarkedText, REMOVED } from "../marked-text.ts";
import { isSourcesTitle, type LineHeading } from "./headings.ts";
import { keyOf, type Line, placeOf } from "./line.ts";
import { entrySign } from "./lists.ts";
import { isVerse, joinLines, PARAGRAPH_NUMBER, paragraphStyle, partEntries, partParagraphs } from "./paragraphs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A block of the text, before its marks are found. */
export interface Piece {
  readonly kind: "front" | "heading" | "paragraph" | "quotation" | "verse" | "caption" | "entry";
  marked: MarkedText;
  readonly lines: readonly Line[];
  readonly heading?: LineHeading;
  /** Whether it is the essay's title or subtitle. */
  readonly isTitle?: boolean;
}

/** What reading lines needs throughout. */
export interface Context {
  readonly findings: Findings;
  readonly hasPages: boolean;
}

/** Joins lines to headings, paragraphs, quotations, verse and entries of lists, in their order. */
export function makePieces(
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
      if (first && (role === "entry" || (!role && style.entries.has(first)))) {
        const sign = entrySign(first);
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
