import { endsSentence, type Line } from "./line.ts";

/** Signs that begin the entries of a list; those that are also letters' companions have a space after them. */
const SIGN = /^(?:[・･•●○◦◆◇■□▪▫▶➢✓‣⁃]|[-–—−*＊](?=[\s\u3000]))[\s\u3000]*(?=\S)/u;
/** Signs that stand within sentences too. */
const AMBIGUOUS = /^[-–—−*＊]$/u;

/** Whether a list may begin with the line: not in the midst of a sentence that fills the line before it. */
const mayBegin = (line: Line, before: Line | undefined): boolean =>
  !before ||
  line.gap > 0.3 ||
  line.indent >= before.indent + 1 ||
  before.end < before.measure * 0.85 ||
  endsSentence(before) ||
  /[:：]$/u.test(before.marked.words);

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
    const goesOn = before?.sign === sign && index - before.index <= LONGEST_ENTRY;
    if (!goesOn && AMBIGUOUS.test(sign) && !mayBegin(line, lines[index - 1])) continue;
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
