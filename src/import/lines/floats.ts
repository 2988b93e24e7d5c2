import { isCaption } from "../caption-labels.ts";
import { excerpt, type Findings } from "../findings.ts";
import { endsSentence, keyOf, type Line, placeOf } from "./line.ts";

/** How much smaller than the text the words of a figure and its caption are. */
const SMALL = 0.94;
/** How full a line is at least that goes on behind a figure. */
const FULL = 0.85;

/** Whether a line may belong to a figure or a table: its words, its caption, what is said of its sources. */
const maybeFloats = (line: Line): boolean =>
  line.isAcross === true ||
  line.role?.kind === "caption" ||
  line.role?.kind === "table" ||
  (line.role === undefined && line.size < SMALL);

/**
 * Puts figures and tables that stand at the head or the foot of a page, where a paragraph goes on from one page to the
 * next, behind that paragraph.
 */
export function setFloatsAside(lines: readonly Line[], findings: Findings): Line[] {
  const result: Line[] = [];
  let index = 0;
  while (index < lines.length) {
    const first = lines[index] as Line;
    // Notes at the foot of a page stand between the text and a figure at the head of the next one.
    const before = result.findLast(({ role }) => role?.kind !== "note");
    if (!before || !maybeFloats(first) || maybeFloats(before)) {
      result.push(first);
      index += 1;
      continue;
    }
    let end = index;
    while (end < lines.length && maybeFloats(lines[end] as Line)) end += 1;
    const run = lines.slice(index, end);
    const next = lines[end];
    index = end;
    if (!next || !isAside(before, run, next, findings)) {
      result.push(...run);
      continue;
    }
    const { paragraph, between } = restOfParagraph(lines, end);
    result.push(...paragraph, ...run, ...between);
    index += paragraph.length + between.length;
  }
  return result;
}

/** Whether the sentence of a page goes on in the next one, beyond a figure. */
function isAside(before: Line, run: readonly Line[], next: Line, findings: Findings): boolean {
  const goesOn =
    before.page !== next.page &&
    before.role === undefined &&
    next.role === undefined &&
    !endsSentence(before) &&
    before.end > before.measure * FULL &&
    next.indent < 1;
  const isNamed = run.some(
    (line) =>
      line.isAcross || line.role?.kind === "caption" || line.role?.kind === "table" || isCaption(line.marked.words),
  );
  const [first] = run;
  if (!goesOn || !isNamed || !first) return false;
  const answer = findings.decide({
    key: `figure ${keyOf(first, true)}`,
    place: placeOf(first, true),
    text: `${excerpt(run.map(({ marked }) => marked.words).join(" / "), 40)}, within “…${[...before.marked.words].slice(-12).join("")} ${excerpt(next.marked.words, 12)}”`,
    taken: "behind the paragraph",
    confidence: 0.8,
    answers: ["behind the paragraph", "here"],
  });
  return answer === "behind the paragraph";
}

/** Parts the lines from the one at the index on to the end of its paragraph from what stands between them. */
function restOfParagraph(lines: readonly Line[], from: number): { paragraph: Line[]; between: Line[] } {
  const paragraph: Line[] = [];
  const between: Line[] = [];
  let passed: Line[] = [];
  for (const line of lines.slice(from)) {
    const before = paragraph.at(-1);
    if (before && (maybeFloats(line) || line.role?.kind === "note")) {
      passed.push(line);
      continue;
    }
    const isOver =
      before !== undefined &&
      (line.role !== undefined ||
        (endsSentence(before) && (line.indent >= 1 || line.gap > 0.3 || before.end < before.measure * FULL)));
    if (isOver) break;
    between.push(...passed);
    passed = [];
    paragraph.push(line);
  }
  return { paragraph, between };
}
