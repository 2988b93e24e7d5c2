import type { Line } from "./line.ts";

/** Signs that begin the entries of a list; those that are also letters' companions have a space after them. */
const SIGN = /^(?:[・･•●○◦◆◇■□▪▫▶➢✓‣⁃]|[-–—−*＊](?=[\s\u3000]))[\s\u3000]*(?=\S)/u;
/** How many lines of a list an entry has at most. */
const LONGEST_ENTRY = 5;

/** @returns the sign, with the space after it, with which a line begins an entry of a list; empty where there is none */
export const entrySign = ({ marked }: Pick<Line, "marked">): string => SIGN.exec(marked.text)?.[0] ?? "";

/**
 * @param lines in reading order
 * @returns the lines that begin a list's entries: two at least, with one sign and one indent, close together
 */
export function listEntries(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  let before: { line: Line; index: number; sign: string } | undefined;
  for (const [index, line] of lines.entries()) {
    const sign = entrySign(line).trim();
    if (sign === "") continue;
    if (
      before?.sign === sign &&
      index - before.index <= LONGEST_ENTRY &&
      Math.abs(line.indent - before.line.indent) < 1
    ) {
      found.add(before.line);
      found.add(line);
    }
    before = { line, index, sign };
  }
  return found;
}
