import { type CharacterCounts, columns, mendCharacters } from "../characters.ts";
import { MarkedText } from "../marked-text.ts";
import type { Line } from "./line.ts";
import { pageNumbersAmong } from "./running-heads.ts";
import { type AskColumns, joinInitials, partColumns, type Row } from "./text-columns.ts";

/**
 * Makes lines of a plain text. A form feed begins a page, and so does what follows a page number where there is none.
 *
 * @param counts is told which characters were mended
 * @param ask is asked about rows that look like two columns
 * @param isWord whether the text or a dictionary has a word
 */
export function readLines(
  text: string,
  counts: CharacterCounts,
  ask: AskColumns,
  isWord: (word: string) => boolean,
): Line[] {
  const rows: Row[] = [];
  let page = 1;
  let gap = 0;
  let startsPage = true;
  text.split(/\r\n|[\n\r\u2028\u2029\u0085]/u).forEach((whole, index) => {
    const parts = whole.split("\f");
    parts.forEach((raw, part) => {
      if (part > 0) {
        page += 1;
        startsPage = true;
      }
      if (raw.trim() === "") {
        if (part === parts.length - 1) gap += 1;
        return;
      }
      rows.push({ raw, number: index + 1, page, gap, startsPage, column: 0 });
      gap = 0;
      startsPage = false;
    });
  });

  // Where the pages' breaks are lost, their numbers tell where they were.
  const numbers = page === 1 ? pageNumbersAmong(rows.map((row) => ({ row, words: row.raw, number: row.number }))) : [];
  const ends = new Set(numbers.map(({ row }) => row));
  let onPage = 1;
  if (ends.size > 0)
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before && ends.has(before)) {
        onPage += 1;
        row.startsPage = true;
      }
      row.page = onPage;
    });

  const parted = joinInitials(partColumns(rows, ask), isWord);
  const edges = new Map(
    [...Map.groupBy(parted, ({ column }) => column)].map(([column, own]) => [
      column,
      {
        // What stands over columns has the page's measure.
        measure: longLine((column === 0 ? rows : own).map(({ raw }) => columns(raw.trimEnd()))),
        edge: commonIndent(own.map(({ raw }) => raw)),
      },
    ]),
  );
  return parted.map(({ raw, number, page: ownPage, gap: before, startsPage: starts, column, initial }) => {
    const { measure = 0, edge = 0 } = edges.get(column) ?? {};
    const mended = mendCharacters(raw, counts);
    const words = (initial?.letter ?? "") + mended.trim();
    const from = initial?.letter.length ?? 0;
    const indent = Math.max(
      0,
      columns(mended.slice(0, mended.length - mended.trimStart().length).replaceAll("\t", "    ")) - edge,
    );
    const end = indent + columns(words);
    const room = measure - columns(words);
    return {
      marked: new MarkedText(words, [
        ...(initial ? [{ kind: "line" as const, line: initial.number, page: ownPage, start: 0, end: from }] : []),
        { kind: "line", line: number, page: ownPage, start: from, end: words.length },
      ]),
      number,
      page: ownPage,
      gap: before,
      indent,
      end,
      measure,
      startsPage: starts,
      hasTrailingSpace: /[ \u00A0]$/u.test(raw),
      hasSoftHyphen: /\u00AD\s*$/u.test(raw),
      size: 1,
      isBold: false,
      isCentred: indent >= 6 && Math.abs(room - indent * 2) <= Math.max(4, indent * 0.3),
    };
  });
}

/** The measure: what the longest lines come up to, without the few that stick out. */
function longLine(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length - 1) * 0.93)] ?? 0;
}

/** A margin that every line has is none. */
function commonIndent(lines: readonly string[]): number {
  const indents = lines
    .map((line) => columns(line.slice(0, line.length - line.trimStart().length).replaceAll("\t", "    ")))
    .sort((a, b) => a - b);
  // One line in twenty may stick out: a running head, a page number.
  return indents[Math.floor(indents.length * 0.05)] ?? 0;
}
