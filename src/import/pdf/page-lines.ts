import { isFigureCaption } from "../caption-labels.ts";
import { areParted, isUnspaced, NON_JOINER } from "../characters.ts";
import { share } from "../lists.ts";
import { type Direction, directionOf, isBracket, isOpening, mirrored, readLine } from "./direction.ts";
import type { PlacedGlyph } from "./glyphs.ts";
import { isReadingLetters, isReturnMark, orderKanbunGaps, placeKanbunMarks } from "./kanbun.ts";

/** A reading that stands beside the glyphs of a line, or a mark of emphasis. */
export interface Beside {
  readonly kind: "ruby" | "emphasis";
  readonly text: string;
  /** First and last glyph of the line to which it belongs. */
  readonly first: number;
  readonly last: number;
}

/** A line of a page: glyphs in reading order, and what stands beside them. */
export interface PageLine {
  readonly glyphs: readonly PlacedGlyph[];
  readonly beside: readonly Beside[];
  /** Place of its middle, from line to line. */
  readonly v: number;
  readonly size: number;
  /** Where it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Edges of its column. */
  readonly columnStart: number;
  readonly columnEnd: number;
  readonly startsColumn: boolean;
  /** Whether it stands apart over or under columns, across the page. */
  readonly isEdge?: true;
  /** Whether it is set across a page whose lines are vertical: a head, or the words of a figure. */
  readonly isAcross?: true;
}

interface Run {
  readonly glyphs: PlacedGlyph[];
  readonly size: number;
  v: number;
  start: number;
  end: number;
}

interface OpenLine {
  runs: Run[];
  readonly v: number;
  readonly size: number;
  start: number;
  end: number;
  readonly readings: Run[];
  /** Small letters at the other side. */
  readonly under: Run[];
}

/** Marks that are set beside each character to stress it (JLREQ 3.3.9), as fonts and programs have them. */
const EMPHASIS_MARK = /^[﹅﹆•●○◦・●◉▲△‧﹒､、︑`˙]+$/u;
const READING = /^[\p{sc=Hiragana}\p{sc=Katakana}ー・\s]+$/u;

/** Places at which several pages have gutters between columns. */
export interface KnownGutters {
  readonly text: readonly number[];
  /** Those of small letters, as notes have, whose columns may be other than the text's. */
  readonly small: readonly number[];
}

/**
 * Makes lines of a page's glyphs: columns first, then lines in each, readings beside their words.
 *
 * @param bodySize the height of the letters of which the whole file has most
 * @param known what other pages tell
 * @param usual which way most letters of the file run
 */
export const linesOfPage = (
  glyphs: readonly PlacedGlyph[],
  bodySize: number,
  known: KnownGutters = { text: [], small: [] },
  usual?: Direction,
): PageLine[] => {
  const direction = directionOfPage(glyphs, usual);
  const lines = partSmall(runsOf(glyphs), bodySize, known).flatMap((part, index, parts) =>
    linesOfPart(part, { isFirst: index === 0, isLast: index === parts.length - 1, direction }),
  );
  return withBrackets(lines);
};

/** Makes lines of a part of a page: the first has the page's head, the last its foot. */
function linesOfPart(
  { runs, size, gutters }: Part,
  { isFirst, isLast, direction }: { isFirst: boolean; isLast: boolean; direction: Direction },
): PageLine[] {
  if (gutters.length === 0) return linesOfColumn({ runs, direction });
  // A head and a number of the page stand over and under the columns, and belong to none.
  const { head, body, foot } = partEdges(runs, size, { isFirst, isLast, gutters });
  const edge = (row: Run[]) =>
    linesOfColumn({ runs: row, direction }).map((line): PageLine => ({ ...line, isEdge: true }));
  return [
    ...edge(head),
    ...zonesOf(body, besideTables(gutters, body, size)).flatMap(({ runs: own, gutters: active }) =>
      partColumns(own, { gutters: active, bodySize: size, direction }).flatMap((column) => linesOfColumn(column)),
    ),
    ...edge(foot),
  ];
}

/** Letters that are so much smaller than the text's tell nothing of its columns. */
const SMALLEST = 0.7;
/** How much smaller the letters of notes are that have columns of their own. */
const SMALL = 0.8;
/** How far from a line of the text small letters stand at least that are no readings of it. */
const READING_DISTANCE = 1.25;

/** A part of a page, from its first row to its last. */
interface Part {
  readonly runs: readonly Run[];
  /** The height of its letters. */
  readonly size: number;
  /** What parts its columns. */
  readonly gutters: readonly Gutter[];
}

/**
 * Parts a page where rows of small letters alone stand in columns, as the notes under a text may that has one: what
 * stands above them, they, and what stands below. Any other page is one part.
 */
function partSmall(runs: readonly Run[], bodySize: number, known: KnownGutters): Part[] {
  const small = smallZones(runs, bodySize);
  const ofZones = new Set(small.flat());
  const ofText = guttersOf(
    runs.filter((run) => !ofZones.has(run)),
    bodySize,
    known.text,
  );
  const isOfText = ({ at }: { readonly at: number }) =>
    ofText.some((gutter) => Math.abs(gutter.at - at) < bodySize * 1.5);
  // Beside a gutter of this page's text none can be that leaves no room for a column between them.
  const usual = known.small.filter(
    (at) => isOfText({ at }) || ofText.every((gutter) => Math.abs(gutter.at - at) >= bodySize * NARROWEST),
  );
  const found = small.map((own) => guttersOf(own, usualSize(own), usual));
  // A few notes over many of another kind stand in the same columns.
  const places = [...usual, ...found.flat().map(({ at }) => at)];
  const zones = small.flatMap((own, index): Part[] => {
    const size = usualSize(own);
    const gutters = found[index]?.length ? found[index] : guttersOf(own, size, places);
    // Under columns of the text each has its own notes, which are read with it.
    return gutters.every(isOfText) ? [] : [{ runs: own, size, gutters }];
  });
  if (zones.length === 0) return [{ runs, size: bodySize, gutters: guttersOf(runs, bodySize, known.text) }];
  const parts: Part[] = [];
  const addText = (own: readonly Run[]) => {
    if (own.length > 0) parts.push({ runs: own, size: bodySize, gutters: guttersOf(own, bodySize, known.text) });
  };
  let rest = runs;
  for (const zone of zones) {
    const own = new Set(zone.runs);
    const first = Math.min(...zone.runs.map(({ v }) => v));
    addText(rest.filter((run) => !own.has(run) && run.v < first));
    parts.push(zone);
    rest = rest.filter((run) => !own.has(run) && run.v >= first);
  }
  addText(rest);
  return parts;
}

/** @returns rows of small letters with no other letters between them, from the first row of a page to its last */
function smallZones(runs: readonly Run[], bodySize: number): Run[][] {
  const rows = [...new Set(runs.map(({ v }) => v))].sort((a, b) => a - b);
  const second = rows.find((v) => v - (rows[0] ?? v) > bodySize * 0.5) ?? Number.POSITIVE_INFINITY;
  const head = second - (rows[0] ?? second) > bodySize * HEAD_DISTANCE ? second : Number.NEGATIVE_INFINITY;
  // A caption stands under all of a figure, however its labels stand, and the head of a page over all of it.
  const isSmall = (run: Run) => run.size < bodySize * SMALL && run.v >= head && !isFigureCaption(textOf(run));
  const large = runs.filter((run) => !isSmall(run)).map(({ v }) => v);
  // What is set close to a line of the text belongs to it: readings, raised marks.
  const isApart = (run: Run) => large.every((v) => Math.abs(v - run.v) >= bodySize * READING_DISTANCE);
  const places = [...new Set(large)].sort((a, b) => a - b);
  const zones = Map.groupBy(
    runs.filter((run) => isSmall(run) && isApart(run)),
    ({ v }) => places.filter((place) => place < v).length,
  );
  return [...zones]
    .sort(([a], [b]) => a - b)
    .map(([, zone]) => zone)
    .filter((zone) => zone.length >= FEWEST_SMALL);
}

/** How far the head of a page stands from what is small below it, in heights of letters. */
const HEAD_DISTANCE = 3;
/** Fewer runs are no columns. */
const FEWEST_SMALL = 4;

/** @returns the height that most letters have */
function usualSize(runs: readonly Run[]): number {
  const lengths = new Map<number, number>();
  for (const { size, glyphs } of runs) lengths.set(size, (lengths.get(size) ?? 0) + glyphs.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** @returns the lines of what stands beyond a page's text: each piece as it is written */
export const edgeLines = (glyphs: readonly PlacedGlyph[]): PageLine[] => {
  const across = (glyph: PlacedGlyph): PlacedGlyph => ({ ...glyph, u: glyph.x, v: glyph.y });
  // Upright characters that stand one below the other are a vertical line too.
  const stands = (glyph: PlacedGlyph) =>
    glyph.direction !== "horizontal" ||
    glyphs.some(
      (other) =>
        other.item !== glyph.item &&
        Math.abs(other.x - glyph.x) < glyph.size * 0.3 &&
        Math.abs(other.y - glyph.y) < glyph.size * 2.2,
    );
  const { vertical = [], horizontal = [] } = Object.groupBy(glyphs, (glyph) =>
    stands(glyph) ? "vertical" : "horizontal",
  );
  return [vertical, horizontal.map(across)].flatMap((own) =>
    linesOfColumn({ runs: runsOf(own), direction: directionOfPage(own) }).map(
      (line): PageLine => ({ ...line, isEdge: true }),
    ),
  );
};

const start = (glyph: PlacedGlyph): number => glyph.u - glyph.advance / 2;
const end = (glyph: PlacedGlyph): number => glyph.u + glyph.advance / 2;

/** What was set in one go: glyphs of one size that follow each other closely. */
function runsOf(glyphs: readonly PlacedGlyph[]): Run[] {
  const runs: Run[] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.glyphs.at(-1);
    if (
      run &&
      last &&
      Math.abs(last.size - glyph.size) < glyph.size * 0.06 &&
      Math.abs(last.v - glyph.v) < glyph.size * 0.2 &&
      // A file may have a line from right to left as it is shown, or as it is read.
      ((start(glyph) - end(last) < glyph.size * 0.8 && start(glyph) - start(last) > -glyph.size * 0.2) ||
        (glyph.isRightToLeft && Math.abs(end(glyph) - start(last)) < glyph.size * 0.8))
    ) {
      run.glyphs.push(glyph);
      run.start = Math.min(run.start, start(glyph));
      run.end = Math.max(run.end, end(glyph));
    } else if (glyph.text.trim() !== "" || run)
      runs.push({ glyphs: [glyph], size: glyph.size, v: glyph.v, start: start(glyph), end: end(glyph) });
  }
  return runs.filter((run) => run.glyphs.some(({ text }) => text.trim() !== ""));
}

/** Empty space that parts two columns of text. */
interface Gutter {
  /** Its middle, along the lines. */
  readonly at: number;
  /** The first and the last row that it parts. */
  readonly from: number;
  readonly to: number;
}

/** A row of a page, cut into bins: which of them have letters. */
interface FilledRow {
  readonly v: number;
  readonly filled: Uint8Array;
  readonly first: number;
  readonly last: number;
  /** The bins at which something begins. */
  readonly starts: readonly number[];
}

/** How many rows two columns have beside each other at least, and how wide a column is, in heights of letters. */
const [FEWEST_ROWS, NARROWEST] = [5, 7];
/** How wide a gutter is at most, in heights of letters: the numbers of notes hang into it. */
const WIDEST_GUTTER = 6;
/** How many of the rows that a gutter parts are empty at each place of it, a line that sticks out aside. */
const OF_MOST = 0.75;
/** How many rows tell columns where words stand far from each other. */
const WIDELY_SET_ROWS = 8;

/**
 * @param known places of gutters in other pages: there less is needed
 * @returns what parts columns: rows one after the other that are all empty at one place, with lines of text at both sides
 */
function guttersOf(runs: readonly Run[], bodySize: number, known: readonly number[]): Gutter[] {
  const body = runs.filter(({ size }) => size > bodySize * SMALLEST);
  if (body.length < 4) return [];
  const from = Math.min(...body.map((run) => run.start));
  const to = Math.max(...body.map((run) => run.end));
  const step = bodySize / 4;
  const count = Math.ceil((to - from) / step);
  if (count < 40 || count > 4000) return [];
  const rows = filledRows(body, { bodySize, from, step, count });
  const stretches = Array.from({ length: count }, (_, bin) => {
    const isKnown = known.some((place) => Math.abs(from + bin * step - place) < bodySize * 0.75);
    const middle = bin / count;
    return middle > 0.12 && middle < 0.88 ? stretchAt(rows, bin, bodySize / step, isKnown) : undefined;
  });
  const gutters: (Gutter & { readonly parted: number; readonly isKnown: boolean })[] = [];
  for (let bin = 0; bin < count; bin += 1) {
    if (!stretches[bin]) continue;
    let last = bin;
    while (stretches[last + 1]) last += 1;
    const own = stretches.slice(bin, last + 1).filter((one) => one !== undefined);
    // A line that sticks out a little ends the stretch at the edge of the gutter, and not in its middle.
    const length = (one: Stretch) => one.last - one.first;
    const best = own.reduce((one, other) =>
      other.parted > one.parted || (other.parted === one.parted && length(other) > length(one)) ? other : one,
    );
    // Where short lines stand beside short lines more is empty than the gutter.
    const isOfMost = (one: Stretch | undefined) => (one?.parted ?? 0) >= best.parted * OF_MOST;
    let [low, high] = [bin + own.indexOf(best), bin + own.indexOf(best)];
    while (low > bin && isOfMost(stretches[low - 1])) low -= 1;
    while (high < last && isOfMost(stretches[high + 1])) high += 1;
    const at = from + ((low + high + 1) / 2) * step;
    if ((last - bin + 1) * step >= bodySize * 0.7)
      gutters.push({
        at,
        from: (rows[best.first]?.v ?? 0) - bodySize * 0.4,
        to: (rows[best.last]?.v ?? 0) + bodySize * 0.4,
        parted: best.parted,
        isKnown: known.some((place) => Math.abs(at - place) < bodySize),
      });
    bin = last;
  }
  // Between two gutters there is room for a column: of two that leave none, one is where lines beside the other are short.
  return gutters.filter((one) =>
    gutters.every(
      (other) =>
        Math.abs(other.at - one.at) >= bodySize * NARROWEST ||
        Number(one.isKnown) - Number(other.isKnown) > 0 ||
        (one.isKnown === other.isKnown && one.parted >= other.parted),
    ),
  );
}

function filledRows(
  body: readonly Run[],
  { bodySize, from, step, count }: { bodySize: number; from: number; step: number; count: number },
): FilledRow[] {
  const groups = [...Map.groupBy(body, ({ v }) => Math.round(v / (bodySize * 0.75)))].sort(([a], [b]) => a - b);
  return groups.map(([key, own]) => {
    // Lines of two columns seldom stand at one height.
    const near = [key - 1, key, key + 1].flatMap((other) => groups.find(([place]) => place === other)?.[1] ?? []);
    const v = own.reduce((sum, run) => sum + run.v, 0) / own.length;
    const sorted = near
      .filter((run) => own.includes(run) || Math.abs(run.v - v) < bodySize * 0.8)
      .sort((a, b) => a.start - b.start);
    const filled = new Uint8Array(count);
    let first = count;
    let last = -1;
    let reached = Number.NEGATIVE_INFINITY;
    for (const run of sorted) {
      // A word's space is no gap.
      const begin = run.start - reached < bodySize * 0.9 ? Math.min(reached, run.start) : run.start;
      const low = Math.max(0, Math.floor((begin - from) / step));
      const high = Math.min(count - 1, Math.floor((run.end - from) / step));
      filled.fill(1, low, high + 1);
      first = Math.min(first, low);
      last = Math.max(last, high);
      reached = Math.max(reached, run.end);
    }
    return { v, filled, first, last, starts: own.map((run) => Math.floor((run.start - from) / step)) };
  });
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  /** How many of its rows have text at both sides. */
  readonly parted: number;
}

/** How many lines go on in one column at least, beside which the other has ended, beyond a wide space. */
const FEWEST_LEFT = 3;

/** @returns whether rows are the lines of a column beside which the next one has ended: some are as long as it is wide */
const isRestOfColumn = (rows: readonly FilledRow[], bin: number, bins: number): boolean =>
  rows.length >= FEWEST_LEFT &&
  rows.every((row) => row.last < bin) &&
  fillMost(rows.map((row) => bin - row.last < (WIDEST_GUTTER / 2) * bins));

/** @returns the longest stretch of rows that a gutter at the bin parts, if they look like text in columns */
function stretchAt(rows: readonly FilledRow[], bin: number, bins: number, isKnown: boolean): Stretch | undefined {
  const isParted = (row: FilledRow) => row.filled[bin] === 0 && row.first < bin && row.last > bin;
  const value = (row: FilledRow) => (row.filled[bin] === 1 ? -1.5 : isParted(row) ? 1 : 0.01);
  let best: { score: number; first: number; last: number } | undefined;
  let current = { score: 0, first: 0 };
  rows.forEach((row, index) => {
    const own = value(row);
    current = current.score > 0 ? { ...current, score: current.score + own } : { score: own, first: index };
    if (!best || current.score > best.score) best = { ...current, last: index };
  });
  if (!best || best.score < 1) return undefined;
  let { first, last } = best;
  const stepOf = (index: number) => (rows[index]?.v ?? 0) - (rows[index - 1]?.v ?? 0);
  const usualStep = (own: readonly FilledRow[]) => {
    const steps = own.slice(1).map(({ v }, index) => v - (own[index]?.v ?? v));
    return [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.7)] ?? 0;
  };
  const within = rows.slice(first, last + 1);
  // Where lines of two columns stand between each other, those of one alone stand twice as far.
  const usual = Math.max(
    usualStep(within),
    usualStep(within.filter(({ starts }) => starts.some((start) => start < bin))),
    usualStep(within.filter(({ starts }) => starts.some((start) => start > bin))),
  );
  // What stands apart over or under the columns at one side belongs to none.
  const firstParted = rows.findIndex((row, index) => index >= first && isParted(row));
  const lastParted = rows.findLastIndex((row, index) => index <= last && isParted(row));
  for (let index = firstParted; index > first; index -= 1) if (stepOf(index) > usual * 1.6) first = index;
  for (let index = lastParted + 1; index <= last; index += 1)
    if (stepOf(index) > usual * 1.6 && !isRestOfColumn(rows.slice(index, last + 1), bin, bins)) last = index - 1;
  // A long word that sticks out of its column covers a row in which the next column goes on.
  const begins = rows.slice(first, last + 1).flatMap((row) => (isParted(row) ? [row.filled.indexOf(1, bin)] : []));
  const right = [...begins].sort((a, b) => a - b)[Math.floor(begins.length * 0.25)] ?? bin;
  while (
    last + 1 < rows.length &&
    stepOf(last + 1) < usual * 1.6 &&
    rows[last + 1]?.starts.some((start) => start >= right - 2 && start <= right + 2 * bins)
  )
    last += 1;
  const own = rows.slice(first, last + 1);
  const parted = own.filter(isParted);
  const crossed = own.filter((row) => row.filled[bin] === 1).length;
  if (crossed > (parted.length + crossed) * 0.15 || parted.length < (isKnown ? 1 : FEWEST_ROWS)) return undefined;
  const sides = parted.map((row) => {
    const end = row.filled.lastIndexOf(1, bin);
    const start = row.filled.indexOf(1, bin);
    const left = end - row.filled.lastIndexOf(0, end);
    const next = row.filled.indexOf(0, start);
    return {
      left,
      right: (next < 0 ? row.filled.length : next) - start,
      reach: Math.min(end - row.first, row.last - start),
      end,
      start,
    };
  });
  // At a known place a few lines are columns too, but no labels or numbers of pages, be they ever so many.
  const hasText = ["left", "right"].every((side) =>
    sides.some((one) => one[side as "left" | "right"] >= NARROWEST * bins),
  );
  if (isKnown) return hasText ? { first, last, parted: parted.length } : undefined;
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const isText =
    Math.min(median(sides.map(({ left }) => left)), median(sides.map(({ right }) => right))) >= NARROWEST * bins;
  // Lines of text fill their column, and cells do not.
  const edges = { left: Math.max(...sides.map(({ end }) => end)), right: Math.min(...sides.map(({ start }) => start)) };
  if (edges.right - edges.left > WIDEST_GUTTER * bins) return undefined;
  const full = sides.filter(({ end, start }) => edges.left - end < 4 * bins && start - edges.right < 4 * bins).length;
  // Narrow columns that are justified have spaces within as wide as those between them.
  const isWidelySet =
    parted.length >= WIDELY_SET_ROWS &&
    full > parted.length * 0.7 &&
    median(sides.map(({ reach }) => reach)) >= NARROWEST * 1.5 * bins;
  const isColumns = (isText || isWidelySet) && full > parted.length * 0.55;
  return isColumns || (isText && areFilled(own, bin, bins)) ? { first, last, parted: parted.length } : undefined;
}

/** How much of a column's lines fill it at least beside short ones: its edge is so near, in heights of letters, and so many follow each other. */
const [LEAST_FILLED, NEAR_EDGE, FILLED_RUN] = [0.3, 2.5, 3];

/** @returns how many lines fill their column of which several follow each other, told for each whether it does */
const inRuns = (isFull: readonly boolean[]): number =>
  isFull.filter((_, index) =>
    Array.from({ length: FILLED_RUN }, (__, back) => isFull.slice(index - back, index - back + FILLED_RUN)).some(
      (run, back) => index >= back && run.length === FILLED_RUN && run.every(Boolean),
    ),
  ).length;

/** @returns whether most lines fill their column, or many that follow each other */
const fillMost = (isFull: readonly boolean[]): boolean =>
  isFull.filter(Boolean).length * 2 > isFull.length ||
  inRuns(isFull) >= Math.max(FILLED_RUN, isFull.length * LEAST_FILLED);

/** @returns whether both sides of a gutter have lines that fill them, one after the other, though short ones stand between */
function areFilled(rows: readonly FilledRow[], bin: number, bins: number): boolean {
  const lefts = rows.flatMap(({ filled, first }) => (first < bin ? [filled.lastIndexOf(1, bin)] : []));
  const rights = rows.flatMap(({ filled, last }) => {
    if (last <= bin) return [];
    const end = filled.indexOf(0, filled.indexOf(1, bin));
    return [end < 0 ? filled.length : end];
  });
  return [lefts, rights].every((ends) => {
    const edge = [...ends].sort((a, b) => a - b)[Math.floor(ends.length * 0.95)] ?? 0;
    const isFull = ends.map((end) => edge - end < NEAR_EDGE * bins);
    return inRuns(isFull) >= Math.max(FEWEST_ROWS, ends.length * LEAST_FILLED);
  });
}

/** The places at which several pages have gutters. */
export class UsualGutters {
  readonly #bodySize: number;
  readonly #text: PlaceOfPage[] = [];
  readonly #small: PlaceOfPage[] = [];
  #pages = 0;
  #smallPages = 0;

  constructor(bodySize: number) {
    this.#bodySize = bodySize;
  }

  /** Looks at the next page. */
  add(glyphs: readonly PlacedGlyph[]): void {
    const runs = runsOf(glyphs);
    const side = this.#pages % 2;
    const onPage = ({ at }: Gutter): PlaceOfPage => ({ at, side });
    this.#pages += 1;
    this.#text.push(...guttersOf(runs, this.#bodySize, []).map(onPage));
    const zones = smallZones(runs, this.#bodySize);
    if (zones.length > 0) this.#smallPages += 1;
    this.#small.push(...zones.flatMap((zone) => guttersOf(zone, usualSize(zone), []).map(onPage)));
  }

  /**
   * @param page its place in the file, from 0: in a book, left pages may have their columns elsewhere than right ones
   * @returns where the pages of its side have gutters: the same for each
   */
  places(page: number): KnownGutters {
    const side = page % 2;
    return {
      text: this.#usual(this.#text, this.#pages, side),
      small: this.#usual(this.#small, this.#smallPages, side),
    };
  }

  #usual(places: readonly PlaceOfPage[], pages: number, side: number): number[] {
    const usual = [...Map.groupBy(places, ({ at }) => Math.round(at / this.#bodySize)).values()]
      .filter((same) => same.length >= Math.max(2, pages / 4))
      .map((same) => ({
        at: same.reduce((sum, { at }) => sum + at, 0) / same.length,
        isOfSide: same.some((one) => one.side === side),
      }));
    // Between two gutters a column has room; of two that leave none, one is that of the other side's pages.
    const isOtherSides = (at: number) =>
      usual.some((other) => other.isOfSide && Math.abs(other.at - at) < this.#bodySize * NARROWEST);
    return usual.filter(({ at, isOfSide }) => isOfSide || !isOtherSides(at)).map(({ at }) => at);
  }
}

/** Where a page has a gutter, and which pages of a book it is one of: 0 or 1 by its place in the file. */
interface PlaceOfPage {
  readonly at: number;
  readonly side: number;
}

/** How far a page's head and foot stand from its text, in heights of letters from line to line. */
const EDGE_DISTANCE = 1.9;

/** Parts the first and the last row of a page from what stands between them, where they stand apart. */
function partEdges(
  runs: readonly Run[],
  bodySize: number,
  { isFirst, isLast, gutters }: { isFirst: boolean; isLast: boolean; gutters: readonly Gutter[] },
): { head: Run[]; body: Run[]; foot: Run[] } {
  const sorted = [...runs].sort((a, b) => a.v - b.v);
  const last = sorted.length - 1;
  const steps = sorted
    .slice(1)
    .map(({ v }, index) => v - (sorted[index]?.v ?? 0))
    .filter((step) => step > bodySize * 0.5)
    .sort((a, b) => a - b);
  // Where lines stand far from each other anyway, an edge stands farther.
  const distance = Math.max(bodySize * EDGE_DISTANCE, (steps[Math.floor(steps.length / 2)] ?? 0) * 1.3);
  const isApart = (index: number) => (sorted[index + 1]?.v ?? 0) - (sorted[index]?.v ?? 0) > distance && index < last;
  const isRow = (row: readonly Run[]) =>
    (row.at(-1)?.v ?? 0) - (row[0]?.v ?? 0) < bodySize * 0.7 && row.every(({ size }) => size < bodySize * 1.15);
  const top = sorted.findIndex((_, index) => isApart(index));
  const bottom = sorted.findLastIndex((_, index) => isApart(index));
  const from = isFirst && top >= 0 && isRow(sorted.slice(0, top + 1)) ? top + 1 : 0;
  // A number between two columns is the page's, however close to their notes.
  const lowest = sorted[last];
  const isBetween =
    lowest !== undefined &&
    /^\p{P}*\p{Nd}{1,4}\p{P}*$/u.test(textOf(lowest)) &&
    (sorted[last - 1]?.v ?? lowest.v) < lowest.v - bodySize * 0.5 &&
    gutters.some(({ at }) => Math.abs((lowest.start + lowest.end) / 2 - at) < bodySize);
  const to =
    isLast && bottom >= from && isRow(sorted.slice(bottom + 1))
      ? bottom + 1
      : isLast && isBetween
        ? last
        : sorted.length;
  return { head: sorted.slice(0, from), body: sorted.slice(from, to), foot: sorted.slice(to) };
}

/** Parts a page's rows where gutters begin and end. */
function zonesOf(runs: readonly Run[], gutters: readonly Gutter[]): { runs: Run[]; gutters: number[] }[] {
  const bounds = [...new Set(gutters.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const placeOf = bounds.length === 0 ? ({ v }: Run) => v : placesWithReadings(runs);
  const zones = Map.groupBy(runs, (run) => bounds.filter((bound) => bound < placeOf(run)).length);
  return [...zones]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => {
      const middle = own.reduce((sum, { v }) => sum + v, 0) / own.length;
      return { runs: own, gutters: gutters.filter(({ from, to }) => from < middle && to > middle).map(({ at }) => at) };
    });
}

/** How much of a column's width a cell of a table over all columns may take. */
const WIDEST_CELL = 0.6;
/** How far the rows of a table stand from each other at most, in heights of letters. */
const FARTHEST_ROWS = 3.2;
/** How much farther than from each other rows of a table stand from the text in columns. */
const APART_FROM_TEXT = 1.2;

/** A row of a page, as pieces that wide spaces part. */
interface PiecedRow {
  readonly v: number;
  readonly pieces: { start: number; end: number }[];
}

/**
 * A table over all columns may have empty space where they have it: its rows are parted by no gutter.
 *
 * @returns the gutters without the rows of such tables
 */
function besideTables(gutters: readonly Gutter[], runs: readonly Run[], bodySize: number): Gutter[] {
  return tablesAcross(gutters, runs, bodySize).reduce<Gutter[]>(
    (own, { from, to }) =>
      own.flatMap((gutter) =>
        gutter.to <= from || gutter.from >= to
          ? [gutter]
          : [
              { ...gutter, to: from },
              { ...gutter, from: to },
            ].filter((rest) => rest.to > rest.from),
      ),
    [...gutters],
  );
}

/** @returns from where to where tables over all columns stand: rows apart from the text, of more cells than there are columns */
function tablesAcross(
  gutters: readonly Gutter[],
  runs: readonly Run[],
  bodySize: number,
): { from: number; to: number }[] {
  const places = [...new Set(gutters.map(({ at }) => at))].sort((a, b) => a - b);
  const edges = [Math.min(...runs.map((run) => run.start)), ...places, Math.max(...runs.map((run) => run.end))];
  const narrowest = Math.min(...edges.slice(1).map((edge, index) => edge - (edges[index] ?? edge)));
  const rows = piecedRows(runs, bodySize);
  const crosses = ({ start, end }: { start: number; end: number }) =>
    places.some((at) => start < at - bodySize * 0.3 && end > at + bodySize * 0.3);
  const isOfCells = ({ pieces }: PiecedRow) =>
    pieces.length > 1 && pieces.every(({ start, end }) => end - start < narrowest * WIDEST_CELL);
  const found: { from: number; to: number }[] = [];
  for (let first = 0; first < rows.length; first += 1) {
    if (!isOfCells(rows[first] as PiecedRow)) continue;
    let last = first;
    const stepAfter = (index: number) => (rows[index + 1]?.v ?? Number.POSITIVE_INFINITY) - (rows[index]?.v ?? 0);
    while (rows[last + 1] && isOfCells(rows[last + 1] as PiecedRow) && stepAfter(last) < bodySize * FARTHEST_ROWS)
      last += 1;
    const own = rows.slice(first, last + 1);
    const widest = own.reduce((one, other) => (other.pieces.length > one.pieces.length ? other : one));
    const steps = own.slice(1).map(({ v }, index) => v - (own[index]?.v ?? v));
    const isApart = (step: number, beyond: PiecedRow | undefined) =>
      beyond === undefined || beyond.pieces.some(crosses) || step > Math.max(...steps) * APART_FROM_TEXT;
    if (
      own.length > 1 &&
      share(own, ({ pieces }) => pieces.length > places.length + 1) > 0.5 &&
      own.every(({ pieces }) =>
        pieces.every((piece) => widest.pieces.some((head) => areAligned(piece, head, bodySize))),
      ) &&
      isApart(stepAfter(first - 1), rows[first - 1]) &&
      isApart(stepAfter(last), rows[last + 1])
    )
      found.push({ from: (own[0]?.v ?? 0) - bodySize * 0.6, to: (own.at(-1)?.v ?? 0) + bodySize * 0.6 });
    first = last;
  }
  return found;
}

/** @returns the rows of letters as large as the text's, parted where more than a word's space is empty */
function piecedRows(runs: readonly Run[], bodySize: number): PiecedRow[] {
  const rows: PiecedRow[] = [];
  for (const { v, start: from, end: to } of runs
    .filter(({ size }) => size > bodySize * SMALLEST)
    .sort((a, b) => a.v - b.v)) {
    const row = rows.at(-1);
    if (row && v - row.v < bodySize * 0.35) row.pieces.push({ start: from, end: to });
    else rows.push({ v, pieces: [{ start: from, end: to }] });
  }
  return rows.map(({ v, pieces }) => {
    const joined: { start: number; end: number }[] = [];
    for (const piece of pieces.sort((a, b) => a.start - b.start)) {
      const before = joined.at(-1);
      if (before && piece.start - before.end < bodySize * 0.9) before.end = Math.max(before.end, piece.end);
      else joined.push({ ...piece });
    }
    return { v, pieces: joined };
  });
}

/** @returns whether two cells stand in one column: they begin, end or have their middles at one place */
export const areAligned = (
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
  size: number,
): boolean =>
  Math.abs(one.start - other.start) < size * 0.6 ||
  Math.abs(one.end - other.end) < size * 0.6 ||
  Math.abs(one.start + one.end - other.start - other.end) < size * 1.2;

/** @returns for a run the place of its row: for readings and marks beside a line, of the line's */
function placesWithReadings(runs: readonly Run[]): (run: Run) => number {
  return (run) => {
    const text = textOf(run);
    if (!READING.test(text) && !EMPHASIS_MARK.test(text)) return run.v;
    const bases = runs.filter(
      (one) =>
        run.size <= one.size * 0.67 &&
        one.start < run.end &&
        one.end > run.start &&
        Math.abs(one.v - run.v) <= one.size * 1.25,
    );
    return bases.sort((a, b) => Math.abs(a.v - run.v) - Math.abs(b.v - run.v))[0]?.v ?? run.v;
  };
}

interface Column {
  readonly runs: readonly Run[];
  /** Which way most of its page runs. */
  readonly direction: Direction;
}

/** Columns are read one after the other; a line across them parts what is above from what is below. */
function partColumns(
  runs: readonly Run[],
  { gutters, bodySize, direction }: { gutters: readonly number[]; bodySize: number; direction: Direction },
): Column[] {
  if (gutters.length === 0) return [{ runs, direction }];
  const sorted = [...runs].sort((a, b) => a.v - b.v);
  const edges = [Math.min(...sorted.map((run) => run.start)), ...gutters, Math.max(...sorted.map((run) => run.end))];
  const crosses = (run: Run, gutter: number) =>
    run.start < gutter - bodySize * 0.3 && run.end > gutter + bodySize * 0.3;
  // A long word may stick out of its column, beside or between lines of it.
  const sticksOut = (run: Run, gutter: number): boolean => {
    const column = edges.indexOf(gutter);
    const width = (edges[column + 1] ?? gutter) - gutter;
    if (run.end - gutter > width * 0.4) return false;
    const beside = sorted.some(
      (other) => other !== run && Math.abs(other.v - run.v) < bodySize * 0.35 && other.start > run.end,
    );
    const near = sorted.filter(
      (other) => Math.abs(other.v - run.v) > bodySize * 0.35 && Math.abs(other.v - run.v) < bodySize * 2,
    );
    const inColumn = near.filter((other) => other.start < gutter && other.end > (edges[column - 1] ?? 0));
    return beside || (inColumn.length > 0 && !inColumn.some((other) => crosses(other, gutter)));
  };
  const isAcross = (run: Run) => gutters.some((gutter) => crosses(run, gutter) && !sticksOut(run, gutter));
  const columnOf = (place: number): number => {
    const fromLeft = gutters.filter((gutter) => gutter < place).length;
    return direction === "rtl" ? gutters.length - fromLeft : fromLeft;
  };
  const headRows = headsOfColumns(sorted, (run) => columnOf((run.start + run.end) / 2), bodySize);
  const acrossRows = [...sorted.filter(isAcross).map(({ v }) => v), ...headRows];
  const inAcrossRow = (run: Run) => acrossRows.some((v) => Math.abs(v - run.v) < bodySize * 0.35);
  const columns: Column[] = [];
  let band: Run[][] = gutters.concat(0).map(() => []);
  let spanning: Run[] = [];
  // A heading stands in the first column over what goes across the page: it is read with that.
  const takeHeading = (): Run[] => {
    const [first = [], ...others] = band;
    if (others.every((column) => column.length === 0)) return [];
    const gap = first.findLastIndex((run, index) => run.v - (first[index - 1]?.v ?? run.v) > bodySize * 1.9);
    const heading = gap > 0 ? first.slice(gap) : [];
    const [top] = heading;
    if (!top || others.flat().some(({ v }) => v > top.v - bodySize * 0.5)) return [];
    if (heading.some(({ v }) => v - top.v > bodySize * 3)) return [];
    band[0] = first.slice(0, gap);
    return heading;
  };
  const closeBand = () => {
    for (const column of band) if (column.length > 0) columns.push({ runs: column, direction });
    band = gutters.concat(0).map(() => []);
  };
  for (const run of sorted) {
    if (inAcrossRow(run)) {
      if (band.some((column) => column.length > 0)) {
        const heading = headRows.has(run.v) ? [] : takeHeading();
        closeBand();
        spanning.push(...heading);
      }
      spanning.push(run);
      continue;
    }
    if (spanning.length > 0) {
      columns.push({ runs: spanning, direction });
      spanning = [];
    }
    // What sticks out of its column belongs to the one in which it begins.
    const place = gutters.some((gutter) => crosses(run, gutter)) ? run.start : (run.start + run.end) / 2;
    band[columnOf(place)]?.push(run);
  }
  closeBand();
  if (spanning.length > 0) columns.push({ runs: spanning, direction });
  return columns;
}

/** How much farther than its lines from each other a heading stands from what is above it. */
const HEAD_GAP = 1.3;
/** How many lines a heading has at most that stands over columns. */
const LONGEST_HEAD = 3;

/**
 * Headings over columns that begin anew stand in the first of them, as “Editors’ notes” under the columns of other
 * notes: nothing stands beside them, all columns end above them, and all begin at one height below them.
 *
 * @param sorted runs from the first row to the last
 * @param columnOf the place of a run's column in reading order
 * @returns the rows of such headings
 */
function headsOfColumns(sorted: readonly Run[], columnOf: (run: Run) => number, bodySize: number): ReadonlySet<number> {
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    if (row?.[0] && run.v - row[0].v < bodySize * 0.35) row.push(run);
    else rows.push([run]);
  }
  const places = sorted.filter((run) => columnOf(run) === 0).map(({ v }) => v);
  const steps = places.slice(1).map((v, index) => v - (places[index] ?? v));
  const lineSteps = steps.filter((step) => step > bodySize * 0.5).sort((a, b) => a - b);
  const usual = lineSteps[Math.floor(lineSteps.length / 2)] ?? bodySize;
  const isBold = share(sorted, isBoldRun) > 0.5;
  const isAlone = (row: readonly Run[] | undefined) => row?.every((run) => columnOf(run) === 0) === true;
  const looksLikeHead = (row: readonly Run[] | undefined) =>
    row?.every((run) => run.size > bodySize * 1.05 || (!isBold && isBoldRun(run))) === true;
  const stepTo = (index: number) => (rows[index]?.[0]?.v ?? 0) - (rows[index - 1]?.[0]?.v ?? 0);
  const heads = new Set<number>();
  for (let index = 1; index < rows.length; index += 1) {
    if (stepTo(index) < usual * HEAD_GAP) continue;
    let next = index;
    while (next - index < LONGEST_HEAD && isAlone(rows[next]) && looksLikeHead(rows[next])) next += 1;
    const below = rows[next];
    if (next === index || !below) continue;
    const begun = new Set(below.map(columnOf));
    if (begun.has(0) && begun.size > 1)
      for (const row of rows.slice(index, next)) for (const { v } of row) heads.add(v);
  }
  return heads;
}

/** @returns whether glyphs are set in bold, but for a few */
export const areBold = (glyphs: readonly { readonly isBold: boolean }[]): boolean =>
  share(glyphs, ({ isBold }) => isBold) > 0.8;

const isBoldRun = ({ glyphs }: Run): boolean => areBold(glyphs);

/** From how much larger than its text, and how few characters, a letter is one that stands beside several lines. */
const [INITIAL, INITIAL_LENGTH] = [1.7, 2];

/** Puts a large initial, beside which the first lines of its paragraph stand, before the first of them. */
function withInitials(runs: readonly Run[]): readonly Run[] {
  const letters = new Map<number, number>();
  for (const { size, glyphs } of runs) letters.set(size, (letters.get(size) ?? 0) + glyphs.length);
  const bodySize = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const isInitial = (run: Run) =>
    run.size > bodySize * INITIAL && [...textOf(run)].length <= INITIAL_LENGTH && /^\p{P}?\p{L}$/u.test(textOf(run));
  const initials = runs.filter(isInitial);
  if (initials.length === 0) return runs;
  const placed = new Map<Run, Run>();
  for (const initial of initials) {
    const beside = runs
      .filter(
        (run) =>
          Math.abs(run.size - bodySize) < bodySize * 0.15 &&
          Math.abs(run.v - initial.v) < initial.size * 0.62 &&
          run.start > initial.start &&
          run.start - initial.end < bodySize * 1.2,
      )
      .sort((a, b) => a.v - b.v);
    const rows = beside.filter(
      (run, index) => run.v - (beside[index - 1]?.v ?? Number.NEGATIVE_INFINITY) > bodySize / 2,
    );
    const [first] = rows;
    const last = initial.glyphs.at(-1);
    if (!first || !last || rows.length < 2) continue;
    const isWord = first.start - initial.end > bodySize * 0.45;
    placed.set(initial, {
      ...initial,
      v: first.v,
      size: first.size,
      glyphs: initial.glyphs.map((glyph) => ({
        ...glyph,
        v: first.v,
        size: first.size,
        // Its edge touches the word that it begins.
        ...(glyph === last && !isWord && { advance: 2 * (first.start - glyph.u) }),
      })),
    });
    // The lines beside it begin where it does.
    for (const row of rows) placed.set(row, { ...row, start: initial.start });
  }
  return runs.map((run) => placed.get(run) ?? run);
}

function linesOfColumn(column: Column): PageLine[] {
  const runs = withInitials(column.runs);
  const lines: OpenLine[] = [];
  // Large letters make lines; small ones join them, stand beside them, or make their own, and marks of emphasis do so last.
  const areMarks = (run: Run) => (EMPHASIS_MARK.test(textOf(run)) ? 1 : 0);
  for (const run of [...runs].sort((a, b) => areMarks(a) - areMarks(b) || b.size - a.size || a.v - b.v)) {
    const isOfLine = (one: OpenLine) => belongs(run, one) && !areLargeMarks(run, one, one.v - run.v);
    const line = lines.find(isOfLine) ?? markedLine(run, lines);
    if (line) {
      line.runs.push(run);
      line.start = Math.min(line.start, run.start);
      line.end = Math.max(line.end, run.end);
      continue;
    }
    const near = (test: (run: Run, line: OpenLine) => boolean) =>
      lines.filter((one) => test(run, one)).sort((a, b) => Math.abs(a.v - run.v) - Math.abs(b.v - run.v))[0];
    const base = near(standsBeside);
    const over = near(standsUnder);
    if (over && (!base || Math.abs(over.v - run.v) < Math.abs(base.v - run.v))) over.under.push(run);
    else if (base) base.readings.push(run);
    else lines.push({ runs: [run], v: run.v, size: run.size, start: run.start, end: run.end, readings: [], under: [] });
  }
  const sorted = lines.sort((a, b) => a.v - b.v);
  const [columnStart, columnEnd] = edgesOf(sorted);
  const isKanbun = lines.some(({ under }) => under.some((run) => isReturnMark(textOf(run))));
  return sorted.map((line, index): PageLine => {
    const { glyphs, beside } = withBesides(line, isKanbun, column.direction);
    return {
      glyphs,
      beside,
      v: line.v,
      size: mainSize(line),
      start: line.start,
      end: line.end,
      columnStart,
      columnEnd,
      startsColumn: index === 0,
    };
  });
}

/** @returns a line's glyphs in reading order, with the readings, the stresses and the marks at both its sides */
function withBesides(line: OpenLine, isKanbun: boolean, page: Direction): Pick<PageLine, "glyphs" | "beside"> {
  const glyphs = orderKanbunGaps(inReadingOrder(line.runs, page), mainSize(line), line.v);
  const lettersOf = (runs: readonly Run[]) =>
    runs.flatMap((run) => run.glyphs).filter(({ text }) => text.trim() !== "");
  const { marks = [], others = [] } = Object.groupBy(line.under, (run) =>
    isReturnMark(textOf(run)) ? "marks" : "others",
  );
  const over = besidesOf(glyphs, lettersOf(line.readings));
  const under = withinOthers(besidesOf(glyphs, lettersOf(others)), over);
  if (!isKanbun) return { glyphs, beside: [...over, ...under] };
  const placed = placeKanbunMarks(glyphs, lettersOf(line.readings), lettersOf(marks));
  const read = besidesOf(glyphs, placed.readings);
  const place = (index: number) => placed.places[index] ?? index;
  return {
    glyphs: placed.glyphs,
    beside: [...read, ...withinOthers(under, read)].map((one) => ({
      ...one,
      first: place(one.first),
      last: place(one.last),
    })),
  };
}

/** @returns readings of which none overlaps another's end */
const withinOthers = (own: readonly Beside[], others: readonly Beside[]): Beside[] =>
  own.map((one) => {
    const cut = others.find(
      ({ kind, first, last }) =>
        kind === "ruby" &&
        first <= one.last &&
        last >= one.first &&
        !(first >= one.first && last <= one.last) &&
        !(first <= one.first && last >= one.last),
    );
    return cut ? { ...one, first: Math.max(one.first, cut.first), last: Math.min(one.last, cut.last) } : one;
  });

const textOf = ({ glyphs }: Run): string =>
  glyphs
    .map(({ text }) => text)
    .join("")
    .trim();

/** Whether the run stands in the line, raised and lowered letters too. */
function belongs(run: Run, line: OpenLine): boolean {
  const distance = Math.abs(run.v - line.v);
  if (run.size > line.size * 0.85) return distance < line.size * 0.35;
  if (distance >= line.size * 0.5) return false;
  // A small letter far from any of the line's is no part of it.
  return line.runs.some((other) => run.start < other.end + line.size * 1.5 && run.end > other.start - line.size * 1.5);
}

/** A note's mark as it stands beside a vertical line: 1, *1, （1）, 注1. */
const MARK_BESIDE = /^[（(［[〔]?(?:注|註)?[*＊※]?[\d０-９]{1,3}[)）］\]〕]?$/u;

/** @returns the vertical line beside which a run marks a note, as numbers of notes are set between lines */
function markedLine(run: Run, lines: readonly OpenLine[]): OpenLine | undefined {
  const isVertical = run.glyphs.every(({ u, v, x, y }) => u === y && v === -x);
  if (!isVertical || !MARK_BESIDE.test(textOf(run))) return undefined;
  const distance = ({ v }: OpenLine) => v - run.v;
  return lines
    .filter(
      (line) =>
        run.size < line.size * 0.8 &&
        distance(line) > line.size * 0.45 &&
        distance(line) < line.size * 1.1 &&
        run.start > line.start &&
        run.end < line.end + line.size,
    )
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** Whether the run is a reading or marks of emphasis beside the line's glyphs. */
function standsBeside(run: Run, line: OpenLine): boolean {
  const distance = line.v - run.v;
  if (run.size > line.size * 0.67) return areLargeMarks(run, line, distance);
  if (distance < line.size * 0.45 || distance > line.size * 1.25) return false;
  if (run.start < line.start - line.size || run.end > line.end + line.size) return false;
  const covers = line.runs.some(
    (other) => other.size > run.size * 1.4 && run.start < other.end && run.end > other.start,
  );
  if (!covers) return false;
  const text = textOf(run);
  if (READING.test(text) || EMPHASIS_MARK.test(text)) return true;
  // A gloss in other letters: short, and close to its word.
  return (
    distance < line.size * 1.0 &&
    run.end - run.start < line.size * 6 &&
    [...text].length <= 12 &&
    !/^\d{1,3}$/u.test(text)
  );
}

/**
 * Whether the run is marks of emphasis as large as the letters that they stress: closer than one line stands to another,
 * each over a letter, as no sign of a text is.
 */
const areLargeMarks = (run: Run, line: OpenLine, distance: number): boolean =>
  EMPHASIS_MARK.test(textOf(run)) &&
  run.size < line.size * 1.3 &&
  distance > line.size * 0.25 &&
  distance < line.size * 0.95 &&
  run.glyphs.every(
    (mark) =>
      mark.text.trim() === "" ||
      line.runs.some(({ glyphs }) =>
        glyphs.some(({ text, u }) => text.trim() !== "" && Math.abs(u - mark.u) < line.size * 0.45),
      ),
  );

/** Whether the run stands at the other side of the line: marks of order in Chinese, second readings, stresses. */
function standsUnder(run: Run, line: OpenLine): boolean {
  if (run.size > line.size * 0.67) return false;
  const distance = run.v - line.v;
  if (distance < line.size * 0.45 || distance > line.size) return false;
  if (run.start < line.start - line.size || run.end > line.end + line.size * 1.2) return false;
  const isNear = line.runs.some(
    (other) =>
      other.size > run.size * 1.4 && run.start < other.end + line.size * 0.5 && run.end > other.start - line.size * 0.5,
  );
  const text = textOf(run);
  return (
    isNear &&
    (isReturnMark(text) || EMPHASIS_MARK.test(text) || (READING.test(text) && run.end - run.start < line.size * 3))
  );
}

/** @returns the size of most letters of a line; of Chinese with marks of reading in its gaps most are marks */
function mainSize({ runs, v, size }: OpenLine): number {
  const lengths = new Map<number, number>();
  const isMark = (run: Run) =>
    run.size < size * 0.67 && Math.abs(run.v - v) > size * 0.06 && isReadingLetters(textOf(run));
  const solid = runs.filter((run) => !isMark(run));
  for (const run of solid.length > 0 ? solid : runs)
    lengths.set(run.size, (lengths.get(run.size) ?? 0) + run.glyphs.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function edgesOf(lines: readonly OpenLine[]): [number, number] {
  const starts = lines.map((line) => line.start).sort((a, b) => a - b);
  const ends = lines.map((line) => line.end).sort((a, b) => a - b);
  // One line in ten may stick out; of few lines none does.
  const slack = Math.floor(lines.length * 0.08);
  return [starts[slack] ?? 0, ends[ends.length - 1 - slack] ?? 0];
}

/** How many letters tell a page's direction by themselves: as many, and of two directions as many. */
const [FEW_LETTERS, MIXED_LETTERS] = [100, 400];

/**
 * @param usual which way most letters of the file run: a page of few words, as the last one, does not tell
 * @returns which way most letters of a page run
 */
const directionOfPage = (glyphs: readonly PlacedGlyph[], usual?: Direction): Direction => {
  const letters = glyphs.filter(({ text }) => /\p{L}/u.test(text));
  const ofRight = share(letters, (glyph) => glyph.isRightToLeft);
  const isMixed = ofRight > 0.25 && ofRight < 0.75;
  if (usual && letters.length < (isMixed ? MIXED_LETTERS : FEW_LETTERS)) return usual;
  return ofRight > 0.5 ? "rtl" : "ltr";
};

/** @returns a line's glyphs in the order in which they are read, each where that order places it */
function inReadingOrder(runs: readonly Run[], page: Direction): PlacedGlyph[] {
  const shown = runs
    .flatMap((run) => run.glyphs)
    .map((glyph, index) => ({ glyph, index }))
    .sort((a, b) => a.glyph.u - b.glyph.u || a.index - b.index)
    .map(({ glyph }) => glyph);
  if (page === "ltr" && !shown.some((glyph) => glyph.isRightToLeft)) return shown;
  // Once words have changed their places the spaces between them are no longer seen.
  const spaced = withSpaces(shown);
  const texts = spaced.map(({ text }) => text);
  const direction = directionOf(texts, page);
  return withNonJoiners(placeAsRead(spaced, readLine(texts, direction), direction));
}

/** Puts what parts letters that would join, and do not, behind the first of them. */
const withNonJoiners = (glyphs: readonly PlacedGlyph[]): PlacedGlyph[] =>
  glyphs.map((glyph, index) =>
    areParted(glyph.text, glyphs[index + 1]?.text ?? "") ? { ...glyph, text: glyph.text + NON_JOINER } : glyph,
  );

/** @returns glyphs from left to right with a glyph for each space that is seen between them and that the file does not have */
function withSpaces(shown: readonly PlacedGlyph[]): PlacedGlyph[] {
  return shown.flatMap((glyph, index) => {
    const next = shown[index + 1];
    if (!next || glyph.text.trim() === "" || next.text.trim() === "" || !hasSpaceBetween(glyph, next)) return [glyph];
    const advance = gapBetween(glyph, next);
    return [glyph, { ...glyph, text: " ", isRightToLeft: false, u: end(glyph) + advance / 2, advance }];
  });
}

/** Lays the glyphs of a line out anew, each as wide as it is with its share of the gaps beside it, in the order in which they are read. */
function placeAsRead(
  shown: readonly PlacedGlyph[],
  read: ReturnType<typeof readLine>,
  direction: Direction,
): PlacedGlyph[] {
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last) return [];
  const edges = [
    start(first),
    ...shown.slice(1).map((glyph, index) => (end(shown[index] ?? glyph) + start(glyph)) / 2),
    end(last),
  ];
  let place = direction === "rtl" ? end(last) : start(first);
  return read.flatMap(({ at, isReversed }) => {
    const glyph = shown[at];
    if (!glyph) return [];
    const width = (edges[at + 1] ?? 0) - (edges[at] ?? 0);
    const u = direction === "rtl" ? place - width / 2 : place + width / 2;
    place += direction === "rtl" ? -width : width;
    return [{ ...glyph, u, ...(isReversed && isBracket(glyph.text) && { isReversed: true as const }) }];
  });
}

/**
 * Gives brackets of lines from right to left the characters that they are: one file says them by their shapes, where what
 * opens has the shape of what closes, and another by what they are. All brackets of a page tell together.
 */
function withBrackets(lines: readonly PageLine[]): PageLine[] {
  let shapes = 0;
  for (const { glyphs } of lines)
    for (const [index, { text, isReversed }] of glyphs.entries()) {
      if (!isReversed) continue;
      const [before, after] = [glyphs[index - 1]?.text.trim() ?? "", glyphs[index + 1]?.text.trim() ?? ""];
      const [isWordBefore, isWordAfter] = [/^[\p{L}\p{N}]/u.test(before), /^[\p{L}\p{N}]/u.test(after)];
      // A bracket touches what it encloses.
      if (isWordBefore !== isWordAfter) shapes += isOpening(text) === isWordAfter ? -1 : 1;
    }
  if (shapes <= 0) return [...lines];
  return lines.map((line) => ({
    ...line,
    glyphs: line.glyphs.map((glyph) => (glyph.isReversed ? { ...glyph, text: mirrored(glyph.text) } : glyph)),
  }));
}

/** Finds for each reading the glyphs that it reads. */
function besidesOf(glyphs: readonly PlacedGlyph[], readings: readonly PlacedGlyph[]): Beside[] {
  if (readings.length === 0) return [];
  const sorted = [...readings].sort((a, b) => a.u - b.u);
  const marks = sorted.filter(({ text }) => EMPHASIS_MARK.test(text) && !isMiddleDotInReading(text, sorted));
  const besides: Beside[] = [];
  for (const mark of marks) {
    const index = nearest(glyphs, mark.u);
    if (index >= 0) besides.push({ kind: "emphasis", text: mark.text, first: index, last: index });
  }
  const clusters: PlacedGlyph[][] = [];
  for (const glyph of sorted.filter((one) => !marks.includes(one))) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    if (cluster && last && start(glyph) - end(last) < glyph.size * 0.35) cluster.push(glyph);
    else clusters.push([glyph]);
  }
  for (const group of groupSpread(clusters, glyphs)) {
    const [first, last] = baseOf(group, glyphs);
    if (first < 0) continue;
    const own = ofEach(group.flat(), glyphs, first, last);
    if (own) {
      besides.push(...own);
      continue;
    }
    const text = group
      .flat()
      .map((glyph) => glyph.text)
      .join("");
    const previous = besides.at(-1);
    // Two clusters over one character are one reading.
    if (previous?.kind === "ruby" && previous.first <= first && previous.last >= last)
      besides[besides.length - 1] = { ...previous, text: previous.text + text };
    else if (previous?.kind === "ruby" && first <= previous.last) {
      besides.push({ kind: "ruby", text, first: Math.min(previous.last + 1, last), last });
      if (previous.last + 1 > last) besides.splice(-2, 2, { ...previous, text: previous.text + text });
    } else besides.push({ kind: "ruby", text, first, last });
  }
  return besides;
}

/** How far letters stand at most from the middle of the character that they read, and how much farther from that of their word. */
const [OFF_MIDDLE, FARTHER] = [0.1, 0.06];
/** Letters that begin no reading. */
const SMALL_KANA = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー]/u;

/**
 * Parts the letters over a word of ideographs where each of these has its own: they stand over the middle of its character
 * then, and farther from where the letters of one reading would be spread over the word.
 */
function ofEach(
  letters: readonly PlacedGlyph[],
  glyphs: readonly PlacedGlyph[],
  first: number,
  last: number,
): Beside[] | undefined {
  const bases = [...glyphs.keys()].slice(first, last + 1).filter((index) => glyphs[index]?.text.trim() !== "");
  const size = glyphs[first]?.size ?? 0;
  if (bases.length < 2 || letters.length < bases.length || letters.length > bases.length * 5) return undefined;
  const placeOf = (index: number) => glyphs[bases[index] ?? -1]?.u ?? 0;
  const middleOf = (from: number, to: number) => ((letters[from]?.u ?? 0) + (letters[to - 1]?.u ?? 0)) / 2;
  /** The best way to part the letters from a place on among the characters from one on: how far off it is, and where they end. */
  const part = (from: number, base: number): { off: number; ends: number[] } => {
    if (base === bases.length) return { off: from === letters.length ? 0 : Number.POSITIVE_INFINITY, ends: [] };
    let best: { off: number; ends: number[] } = { off: Number.POSITIVE_INFINITY, ends: [] };
    for (let to = from + 1; to <= letters.length - (bases.length - 1 - base); to += 1) {
      const off = Math.abs(middleOf(from, to) - placeOf(base));
      if (off >= best.off || SMALL_KANA.test(letters[to]?.text ?? "")) continue;
      const rest = part(to, base + 1);
      if (Math.max(off, rest.off) < best.off) best = { off: Math.max(off, rest.off), ends: [to, ...rest.ends] };
    }
    return best;
  };
  const { off, ends } = part(0, 0);
  const steps = letters.slice(1).map(({ u }, index) => u - (letters[index]?.u ?? u));
  const spread = Math.max(
    Math.abs(middleOf(0, letters.length) - (placeOf(0) + placeOf(bases.length - 1)) / 2),
    (Math.max(...steps) - Math.min(...steps)) / 2,
  );
  if (off > size * OFF_MIDDLE || spread < off + size * FARTHER) return undefined;
  return ends.map((to, index): Beside => {
    const text = letters.slice(ends[index - 1] ?? 0, to).map((glyph) => glyph.text);
    const base = bases[index] ?? first;
    return { kind: "ruby", text: text.join(""), first: base, last: base };
  });
}

const isMiddleDotInReading = (text: string, all: readonly PlacedGlyph[]): boolean =>
  /[・、､]/u.test(text) &&
  all.some(
    (one) =>
      /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(one.text) &&
      Math.abs(one.u - (all.find((other) => other.text === text)?.u ?? 0)) < one.size * 1.6,
  );

const isHan = (glyph: PlacedGlyph | undefined): boolean =>
  glyph !== undefined && /[\p{sc=Han}々〆ヶ\u2E80-\u2FDF]/u.test(glyph.text);

/** Clusters that are spread evenly over one word of ideographs are one reading: few letters over many. */
function groupSpread(clusters: readonly PlacedGlyph[][], glyphs: readonly PlacedGlyph[]): PlacedGlyph[][][] {
  const groups: PlacedGlyph[][][] = [];
  for (const cluster of clusters) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const single = (one: readonly PlacedGlyph[] | undefined) => one?.length === 1;
    if (group && last && single(cluster) && group.every(single) && isSpread(group, cluster, glyphs))
      group.push(cluster);
    else groups.push([cluster]);
  }
  return groups;
}

/** Whether the next letter goes on a reading whose letters are set apart: it is not the reading of one character below it. */
function isSpread(
  group: readonly PlacedGlyph[][],
  next: readonly PlacedGlyph[],
  glyphs: readonly PlacedGlyph[],
): boolean {
  const last = group.at(-1)?.[0];
  const glyph = next[0];
  if (!last || !glyph) return false;
  const between = glyphs.filter((one) => one.u > last.u - last.size * 0.3 && one.u < glyph.u + glyph.size * 0.3);
  if (between.length === 0 || !between.every((one) => isHan(one))) return false;
  const distance = glyph.u - last.u;
  const base = glyphs[nearest(glyphs, last.u)];
  if (!base) return false;
  // Letters each in the middle of a character below are that character's own.
  const centred = (one: PlacedGlyph) => glyphs.some((other) => Math.abs(other.u - one.u) < other.size * 0.16);
  const before = group.length > 1 ? last.u - (group.at(-2)?.[0]?.u ?? last.u) : distance;
  if (Math.abs(before - distance) > glyph.size * 0.6) return false;
  return distance > base.size * 1.15 ? distance < base.size * 6 : !(centred(last) && centred(glyph));
}

/** The glyphs below a reading: ideographs where there are any. */
function baseOf(group: readonly PlacedGlyph[][], glyphs: readonly PlacedGlyph[]): [number, number] {
  const all = group.flat();
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return [-1, -1];
  // Letters that are set apart have half their distance at both ends.
  const apart = group.length > 1 ? (last.u - first.u) / (group.length - 1) - first.advance : 0;
  const from = start(first) - apart / 2;
  const to = end(last) + apart / 2;
  const overlap = (glyph: PlacedGlyph) => Math.max(0, Math.min(to, end(glyph)) - Math.max(from, start(glyph)));
  const covered = [...glyphs.keys()].filter((index) => {
    const glyph = glyphs[index];
    // A reading may hang over kana beside its word, and over no ideograph.
    const least = isHan(glyph) ? 0.3 : 0.45;
    return glyph && glyph.text.trim() !== "" && overlap(glyph) > Math.min(glyph.advance, to - from) * least;
  });
  const han = covered.filter((index) => isHan(glyphs[index]));
  const chosen = han.length > 0 ? han : covered;
  const middle = nearest(glyphs, (from + to) / 2);
  if (chosen.length === 0) return [middle, middle];
  const [low = middle] = chosen;
  const high = chosen.at(-1) ?? low;
  // Between two ideographs of one word nothing else stands.
  const whole = glyphs
    .slice(low, high + 1)
    .every((glyph) => isHan(glyph) || han.length === 0 || glyph.text.trim() === "");
  return whole ? [low, high] : [middle, middle];
}

function nearest(glyphs: readonly PlacedGlyph[], u: number): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  glyphs.forEach((glyph, index) => {
    if (glyph.text.trim() === "") return;
    const own = Math.abs(glyph.u - u);
    if (own < distance) {
      distance = own;
      best = index;
    }
  });
  return best;
}

/** @returns the empty space between two glyphs that follow each other in a line */
export const gapBetween = (glyph: PlacedGlyph, next: PlacedGlyph): number =>
  Math.abs(next.u - glyph.u) - (glyph.advance + next.advance) / 2;

/** @returns the space that a line's setting puts between most of its glyphs: more than none where it is justified */
export function usualGap(glyphs: readonly PlacedGlyph[]): number {
  const gaps = glyphs
    .slice(1)
    .map((next, index) => gapBetween(glyphs[index] ?? next, next))
    .sort((a, b) => a - b);
  return Math.max(0, gaps[Math.floor(gaps.length * 0.6)] ?? 0);
}

/** @returns whether an author may have set a space of an ideograph's width there: no punctuation brings its own */
export const isAfterWord = (glyph: PlacedGlyph, next: PlacedGlyph): boolean =>
  (isUnspaced(glyph.text) || isUnspaced(next.text)) &&
  !/[、。，．）」』〕］】・]/u.test(glyph.text) &&
  !/[（「『〔［【・]/u.test(next.text);

/**
 * How wide a space is at least, in heights of letters: between those of most scripts, between those from right to left,
 * and between words of which each is set by itself.
 */
const [SPACE, NARROW_SPACE, SPACE_OF_WORDS] = [0.19, 0.12, 0.1];

/** @returns whether a space stands between two glyphs that follow each other in a line */
export function hasSpaceBetween(glyph: PlacedGlyph, next: PlacedGlyph): boolean {
  if (isUnspaced(glyph.text) && isUnspaced(next.text)) return false;
  // Letters that join leave no room between them, and their spaces are narrow.
  const isOfJoined = glyph.isRightToLeft && next.isRightToLeft;
  const narrowest = next.startsWord ? SPACE_OF_WORDS : isOfJoined ? NARROW_SPACE : SPACE;
  return gapBetween(glyph, next) > Math.min(glyph.size, next.size) * narrowest;
}
