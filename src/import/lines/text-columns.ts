import { columns } from "../characters.ts";

/** A line of a plain text, or what stands of it in one column. */
export interface Row {
  raw: string;
  /** From 1, in the file. */
  readonly number: number;
  page: number;
  /** Empty lines before it. */
  gap: number;
  startsPage: boolean;
  /** Rows of one column have a measure and an edge of their own; 0 is the page itself. */
  column: number;
  /** The large letter that its first word begins with, which stands in another line. */
  initial?: { readonly letter: string; readonly number: number };
}

/** Says whether rows stand in two columns, or go on from one side to the other. */
export type AskColumns = (first: Row, text: string) => boolean;

/** So many rows with a gap in the middle are no chance. */
const FEWEST_ROWS = 5;
/** A paragraph's first line begins further in. */
const DEEPEST_INDENT = 4;
/** A column that is narrower is one of a table. */
const NARROWEST = 16;
/** An inner gap of three spaces and more, with the words before and after it. */
const GAP = /^(?<left>.*?\S)(?<gap> {3,}|\u3000{2,}[ \u3000]*)(?=\S)/u;

/**
 * Parts rows that stand in two columns, as programs print a page that keep its layout: first all of the left, then all of the
 * right.
 */
export function partColumns(rows: readonly Row[], ask: AskColumns): Row[] {
  const result: Row[] = [];
  let column = 0;
  for (let index = 0; index < rows.length; ) {
    const start = rightEdge(rows, index);
    const until = start === undefined ? index : endOfColumns(rows, index, start);
    const block = rows.slice(index, until);
    const first = block[0];
    if (start === undefined || !first || !areColumns(block, start) || !ask(first, first.raw)) {
      const row = rows[index];
      if (row) result.push(row);
      index += 1;
      continue;
    }
    const [left, right] = sidesOf(block, start);
    column += 2;
    result.push(...asColumn(left, column - 1), ...asColumn(right, column));
    index = until;
  }
  return result;
}

/** Where the text after a row's inner gap begins, in columns of a typewriter. */
function gapOf(raw: string): { left: string; start: number } | undefined {
  const { left = "", gap = "" } = GAP.exec(raw)?.groups ?? {};
  return gap === "" ? undefined : { left, start: columns(left + gap) };
}

/** @returns where the right column begins that begins with a row: where most of the next rows' inner gaps end */
function rightEdge(rows: readonly Row[], index: number): number | undefined {
  const row = rows[index];
  if (!row || gapsOf(row.raw).length === 0) return undefined;
  const starts = rows.slice(index, index + 12).flatMap(({ raw }) => gapsOf(raw).map(({ start }) => start));
  const counts = new Map<number, number>();
  for (const start of starts) counts.set(start, (counts.get(start) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best && best[1] >= FEWEST_ROWS - 1 ? best[0] : undefined;
}

/** All inner gaps of a row, the first letter of a paragraph apart. */
function gapsOf(raw: string): { left: string; start: number }[] {
  const found: { left: string; start: number }[] = [];
  let from = "";
  for (let rest = raw; ; ) {
    const gap = gapOf(rest);
    if (!gap) return found;
    const width = GAP.exec(rest)?.[0].length ?? 0;
    found.push({ left: from + gap.left, start: columns(from) + gap.start });
    from += rest.slice(0, width);
    rest = rest.slice(width);
  }
}

const partAt = (raw: string, start: number): { left: string; right: string } | undefined => {
  const indent = raw.length - raw.trimStart().length;
  if (columns(raw.slice(0, indent)) >= start) return { left: "", right: cut(raw, start) };
  if (columns(raw.trimEnd()) <= start - 2) return { left: raw.trimEnd(), right: "" };
  const gap = gapsOf(raw).find((one) => one.start >= start && one.start <= start + DEEPEST_INDENT);
  return gap && columns(gap.left) < start - 1 ? { left: gap.left, right: cut(raw, start) } : undefined;
};

/** @returns what stands from a column on */
function cut(raw: string, start: number): string {
  let width = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (width >= start) return raw.slice(at);
    width += columns(raw[at] ?? "");
  }
  return "";
}

function endOfColumns(rows: readonly Row[], from: number, start: number): number {
  let until = from;
  while (until < rows.length) {
    const row = rows[until];
    if (!row || (until > from && row.startsPage) || row.gap > 2 || !partAt(row.raw, start)) break;
    until += 1;
  }
  return until;
}

/** Of a text that runs on, some lines begin within a sentence. */
const FEWEST_SMALL = 0.3;

/** Whether the sides hold running text: most rows have both, most of these fill their column, and sentences go on in it. */
function areColumns(block: readonly Row[], start: number): boolean {
  const parts = block.flatMap(({ raw }) => partAt(raw, start) ?? []);
  const both = parts.filter(({ left, right }) => left.trim() !== "" && right.trim() !== "");
  if (both.length < FEWEST_ROWS || both.length < block.length * 0.6) return false;
  return (["left", "right"] as const).every((side) => {
    const widths = both.map((part) => columns(part[side].trim()));
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    const begins = both.map((part) => part[side].trim()).filter((words) => /^(?:\p{Lu}|\p{Ll})/u.test(words));
    const small = begins.filter((words) => /^\p{Ll}/u.test(words)).length;
    if (small < begins.length * FEWEST_SMALL) return false;
    return widest >= NARROWEST && widths.filter((width) => width >= widest * 0.7).length >= widths.length * 0.7;
  });
}

function sidesOf(block: readonly Row[], start: number): [Row[], Row[]] {
  const sides: [Row[], Row[]] = [[], []];
  const gaps = [0, 0];
  for (const row of block) {
    const { left = "", right = "" } = partAt(row.raw, start) ?? {};
    for (const [side, raw] of [left, right].entries()) {
      const before = (gaps[side] ?? 0) + row.gap;
      if (raw.trim() === "") {
        gaps[side] = before + 1;
        continue;
      }
      sides[side as 0 | 1].push({ ...row, raw, gap: before });
      gaps[side] = 0;
    }
  }
  return sides;
}

const asColumn = (rows: readonly Row[], column: number): Row[] =>
  rows.map((row, index) => ({ ...row, column, ...(index === 0 && column % 2 === 0 && { startsPage: true, gap: 0 }) }));

/** A capital that stands alone, or in the first lines' margin. */
const ALONE = /^\s*(?<letter>\p{Lu})\s*$/u;
const BESIDE = /^(?<letter>\p{Lu})(?<gap> {2,})(?=\p{Ll})/u;

/** Letters that are words or count: `O`, `I`. */
const SAYS_SOMETHING = /^[AEIOUVXYÀ]$/u;

/**
 * Gives the first words of paragraphs the large letter back that stands in a line of its own, or before the second line.
 *
 * @param isWord whether a word is known; a letter that says something alone begins none that is not
 */
export function joinInitials(rows: readonly Row[], isWord: (word: string) => boolean): Row[] {
  const result: Row[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (!row) break;
    const isNear = next !== undefined && next.gap === 0 && next.column === row.column;
    const alone = ALONE.exec(row.raw)?.groups?.["letter"];
    const rest = isNear ? /^\s*(?<rest>(?:\p{Ll}|’|')[\p{L}\p{M}’']*)/u.exec(next.raw)?.groups?.["rest"] : undefined;
    if (alone && next && rest && (!SAYS_SOMETHING.test(alone) || isWord(alone + rest))) {
      result.push({
        ...next,
        gap: row.gap,
        startsPage: row.startsPage,
        initial: { letter: alone, number: row.number },
      });
      index += 1;
      continue;
    }
    const beside = next && BESIDE.exec(next.raw)?.groups;
    if (beside && isNear && /^\s+\p{Ll}/u.test(row.raw)) {
      const { letter = "", gap = "" } = beside;
      result.push(
        { ...row, raw: row.raw.trimStart(), initial: { letter, number: next.number } },
        { ...next, raw: next.raw.slice(letter.length + gap.length) },
      );
      // The lines beside a large letter are as far in as it is wide.
      const edge = letter.length + gap.length;
      for (
        index += 1;
        rows[index + 1]?.raw.startsWith(" ".repeat(edge)) && rows[index + 1]?.column === row.column;
        index += 1
      )
        result.push({ ...(rows[index + 1] as Row), raw: (rows[index + 1] as Row).raw.slice(edge) });
      continue;
    }
    result.push(row);
  }
  return result;
}
