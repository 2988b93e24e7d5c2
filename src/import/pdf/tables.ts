import { entrySign } from "../lines/lists.ts";
import { noteStart, signStart } from "../lines/note-texts.ts";
import { greatest } from "../lists.ts";
import { MarkedText } from "../marked-text.ts";
import type { PlacedGlyph } from "./glyphs.ts";
import { areAligned, gapBetween, type PageLine, usualGap } from "./page-lines.ts";

/** A stretch of a line that empty space parts from the next. */
interface Segment {
  readonly glyphs: readonly PlacedGlyph[];
  readonly start: number;
  readonly end: number;
}

/** A line of a table: its cells by their columns, from 0. */
export interface TableRow {
  readonly line: PageLine;
  readonly cells: ReadonlyMap<number, readonly PlacedGlyph[]>;
}

/** How much of a line a cell may take: longer ones are lines of text in columns. */
const WIDEST = 0.6;
/** The space between two columns, in heights of letters: more than between words; less than the wide one needs three rows. */
const [NARROW, WIDE] = [0.7, 1.4];
/** How unequal the spaces between letters are at most that are spread over a width. */
const EQUALLY = 1.5;
/** Where some letters touch each other, in heights of letters, what parts others is no even spacing: cells of two letters. */
const [TOUCHING, SOME_TOUCH] = [0.2, 0.3];

/** @param isEven whether letters that stand equally far from each other are cells too, each by itself */
function segmentsOf({ glyphs, size }: PageLine, isEven = false): Segment[] {
  const solid = glyphs.filter(({ text }) => text.trim() !== "");
  const gaps = solid.slice(1).map((glyph, index) => gapBetween(solid[index] ?? glyph, glyph));
  const usual = usualGap(solid);
  // Letters that justify a line or a cell stand equally far from each other; cells of one letter do not.
  const touching = gaps.filter((gap) => gap < size * TOUCHING).length;
  const isSetApart =
    usual > size * NARROW && (greatest(gaps) > usual * EQUALLY || touching >= gaps.length * SOME_TOUCH);
  const segments: PlacedGlyph[][] = [];
  solid.forEach((glyph, index) => {
    const before = solid[index - 1];
    if (!before || gapBetween(before, glyph) > size * NARROW + (isSetApart || isEven ? 0 : usual))
      segments.push([glyph]);
    else segments.at(-1)?.push(glyph);
  });
  return segments.map((own) => ({
    glyphs: own,
    start: (own[0]?.u ?? 0) - (own[0]?.advance ?? 0) / 2,
    end: (own.at(-1)?.u ?? 0) + (own.at(-1)?.advance ?? 0) / 2,
  }));
}

const wordsOf = (glyphs: readonly PlacedGlyph[]): string => glyphs.map(({ text }) => text).join("");

/** Whether a line fills its column from edge to edge. */
const isFull = ({ start, end, columnStart, columnEnd, size }: PageLine): boolean =>
  start - columnStart < size && columnEnd - end < size;

/** Whether rows are lines of justified text whose words stand far from each other: they fill their column as its next lines do. */
function isJustifiedText(rows: readonly PageLine[], lines: readonly PageLine[]): boolean {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last || !rows.every(isFull)) return false;
  const [above, below] = [lines[lines.indexOf(first) - 1], lines[lines.indexOf(last) + 1]];
  const isNear = (line: PageLine, row: PageLine) => Math.abs(line.v - row.v) < row.size * 2.2;
  return (
    (above !== undefined && isNear(above, first) && isFull(above)) ||
    (below !== undefined && isNear(below, last) && isFull(below))
  );
}

/** How far the rows of a table stand from each other at most, in heights of letters. */
const FARTHEST_ROW = 3.2;

/** @returns the line over a table's first row whose letters stand over its columns, each by itself: 年 船 岸 */
function headOver(
  first: { readonly line: PageLine; readonly segments: readonly Segment[] },
  lines: readonly PageLine[],
): { line: PageLine; segments: Segment[] } | undefined {
  const line = lines[lines.indexOf(first.line) - 1];
  if (!line || line.v > first.line.v || first.line.v - line.v > line.size * FARTHEST_ROW) return undefined;
  const segments = segmentsOf(line, true);
  const isOver =
    segments.length === first.segments.length &&
    first.segments.every((segment, index) => areAligned(segments[index] ?? segment, segment, line.size));
  return isOver ? { line, segments } : undefined;
}

/**
 * Finds tables in a page that does not say where it has any: two lines and more that follow each other, each of several
 * stretches that wide spaces part, one below the other.
 */
export function tablesAmong(lines: readonly PageLine[]): TableRow[][] {
  const tables: TableRow[][] = [];
  let rows: { line: PageLine; segments: Segment[] }[] = [];
  const close = () => {
    const [first] = rows;
    // A number or a sign with its text after a tab is an entry of a list.
    const isList = rows.every(({ segments: [opening] }) => {
      const marked = new MarkedText(`${opening ? wordsOf(opening.glyphs) : ""} x`);
      return entrySign({ marked }) !== "" || (noteStart({ marked }) ?? signStart({ marked })) !== undefined;
    });
    const isWide = rows.every(({ line, segments }) =>
      segments.every(({ start }, index) => index === 0 || start - (segments[index - 1]?.end ?? 0) > line.size * WIDE),
    );
    if (
      first &&
      rows.length >= (isWide ? 2 : 3) &&
      !isList &&
      !isJustifiedText(
        rows.map(({ line }) => line),
        lines,
      )
    ) {
      const head = headOver(first, lines);
      if (head && !tables.at(-1)?.some(({ line }) => line === head.line)) rows.unshift(head);
      tables.push(
        rows.map(({ line, segments }) => ({
          line,
          cells: new Map(
            segments.map((segment, index) => {
              const column = first.segments.findIndex((head) => areAligned(head, segment, line.size));
              return [column < 0 ? index : column, segment.glyphs] as const;
            }),
          ),
        })),
      );
    }
    rows = [];
  };
  for (const line of lines) {
    const segments = segmentsOf(line);
    const width = Math.max(1, line.columnEnd - line.columnStart);
    const isRow =
      segments.length >= 2 &&
      line.beside.length === 0 &&
      segments.every(({ start, end }) => end - start < width * WIDEST);
    const [first] = rows;
    const last = rows.at(-1)?.line;
    const fits =
      first &&
      last &&
      line.v > last.v &&
      line.v - last.v < line.size * FARTHEST_ROW &&
      segments.length === first.segments.length &&
      segments.every((segment, index) => {
        const head = first.segments[index];
        return head !== undefined && areAligned(head, segment, line.size);
      });
    if (isRow && fits) {
      rows.push({ line, segments });
      continue;
    }
    close();
    if (isRow) rows.push({ line, segments });
  }
  close();
  return tables;
}
