import { isFigureCaption } from "../caption-labels.ts";
import type { PlacedGlyph } from "./glyphs.ts";
import { gapBetween, type PageLine } from "./page-lines.ts";

/** How much smaller than the text's the letters of a caption are. */
const SMALL = 0.94;
/** How many heights of letters a space has at least that parts two labels. */
const APART = 1;
/** How much of its column's width a label has at most. */
const LONGEST = 0.6;
/** What is narrower, in heights of letters, is no column of text. */
const NARROWEST = 7;
/** How far the head of a page stands from its text, in heights of letters. */
const HEAD_DISTANCE = 3;
/** Letters so much smaller than the text's are a drawing's also where they are few, as long as they stand beside each other. */
const SMALLER = 0.85;
/** How many lines of labels are a drawing's, and in how many of them several stand beside each other. */
const [FEWEST_LINES, FEWEST_BESIDE] = [3, 2];

/**
 * Finds the words that are drawn in figures, where a file does not say what is no content: over a caption, lines of labels
 * that stand anywhere, beside each other too.
 *
 * @param lines of a page in their order
 * @param bodySize the height of the text's letters
 */
export function drawingsAmong(lines: readonly PageLine[], bodySize: number): PageLine[] {
  return lines.flatMap((caption, index) => {
    if (caption.size >= bodySize * SMALL || !isFigureCaption(wordsOf(caption))) return [];
    const above = lines.slice(0, index);
    const from = above.findLastIndex((line) => !isOfLabels(line, bodySize)) + 1;
    const own = above.slice(from);
    // What is said below another figure may be short, and the head of the page in two parts.
    const isHead = (line: PageLine, at: number) =>
      from + at === 0 && (lines[1]?.v ?? line.v) - line.v > bodySize * HEAD_DISTANCE;
    const isBelow = (line: PageLine) =>
      standsAsText(line, bodySize) && Math.abs(line.start - caption.columnStart) < bodySize;
    const first = own.findIndex((line, at) => !isBelow(line) && !isHead(line, at));
    const drawn = first < 0 ? [] : own.slice(first);
    const beside = drawn.filter((line) => labelsOf(line).length > 1);
    const areSmall = drawn.every((line) => line.size < bodySize * SMALLER) && beside.length === drawn.length;
    return areSmall || (drawn.length >= FEWEST_LINES && beside.length >= FEWEST_BESIDE) ? drawn : [];
  });
}

const wordsOf = ({ glyphs }: PageLine): string =>
  glyphs
    .map(({ text }) => text)
    .join("")
    .trim();

/** A line's glyphs, parted where they stand far from each other. */
function labelsOf({ glyphs }: PageLine): PlacedGlyph[][] {
  const labels: PlacedGlyph[][] = [];
  for (const glyph of glyphs.filter(({ text }) => text.trim() !== "")) {
    const before = labels.at(-1)?.at(-1);
    if (before && gapBetween(before, glyph) < Math.max(before.size, glyph.size) * APART) labels.at(-1)?.push(glyph);
    else labels.push([glyph]);
  }
  return labels;
}

const widthOf = ({ columnStart, columnEnd }: PageLine): number => columnEnd - columnStart;

/** Whether the line begins where a column does, and nothing stands apart in it. */
const standsAsText = (line: PageLine, bodySize: number): boolean =>
  widthOf(line) >= bodySize * NARROWEST && line.start - line.columnStart < bodySize && labelsOf(line).length === 1;

function isOfLabels(line: PageLine, bodySize: number): boolean {
  if (line.isEdge || isFigureCaption(wordsOf(line))) return false;
  if (line.size > bodySize * 0.96 && standsAsText(line, bodySize)) return false;
  if (widthOf(line) < bodySize * NARROWEST) return true;
  const most = widthOf(line) * LONGEST;
  return labelsOf(line).every((label) => {
    const [first, last] = [label[0] as PlacedGlyph, label.at(-1) as PlacedGlyph];
    return Math.abs(last.u - first.u) + (first.advance + last.advance) / 2 < most;
  });
}
