import { type CharacterCounts, columns, mendCharacters } from "../characters.ts";
import { MarkedText } from "../marked-text.ts";
import type { Line } from "./line.ts";
import { pageNumbersAmong } from "./running-heads.ts";

/**
 * Makes lines of a plain text. A form feed begins a page, and so does what follows a page number where there is none.
 *
 * @param counts is told which characters were mended
 */
export function readLines(text: string, counts: CharacterCounts): Line[] {
  const rows: { raw: string; number: number; page: number; gap: number; startsPage: boolean }[] = [];
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
      rows.push({ raw, number: index + 1, page, gap, startsPage });
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

  const widths = rows.map(({ raw }) => columns(raw.trimEnd()));
  const measure = longLine(widths);
  const edge = commonIndent(rows.map(({ raw }) => raw));
  return rows.map(({ raw, number, page: ownPage, gap: before, startsPage: starts }) => {
    const mended = mendCharacters(raw, counts);
    const words = mended.trim();
    const indent = Math.max(
      0,
      columns(mended.slice(0, mended.length - mended.trimStart().length).replaceAll("\t", "    ")) - edge,
    );
    const end = indent + columns(words);
    const room = measure - columns(words);
    return {
      marked: new MarkedText(words, [{ kind: "line", line: number, page: ownPage, start: 0, end: words.length }]),
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
