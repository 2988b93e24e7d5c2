import type { PlacedGlyph } from "./glyphs.ts";

/** A page has as many numbers at least, and as many of a file's pages have them. */
const [FEWEST, SHARE] = [5, 0.6];

/** How far from the middle of a row its letters stand, in heights of its largest: less than a line is from the next. */
const ROW = 0.4;

/** Figures that stand together. */
interface Figures {
  readonly glyphs: PlacedGlyph[];
  readonly value: number;
  readonly v: number;
}

/** The numbers of lines, which stand in the margin of every line or of every fifth. */
export class LineNumbers {
  readonly #found: ReadonlySet<number>[] = [];
  #full = 0;
  #numbered = 0;

  /** Looks at the next page. */
  add(glyphs: readonly PlacedGlyph[]): void {
    const solid = glyphs.filter(({ text }) => text.trim() !== "");
    const own = numbersAt(solid, "start") ?? numbersAt(solid, "end");
    this.#found.push(new Set(own ? [...glyphs.keys()].filter((index) => own.has(glyphs[index] as PlacedGlyph)) : []));
    if (glyphs.length <= 200) return;
    this.#full += 1;
    if (own && own.size > 0) this.#numbered += 1;
  }

  /** @returns of each page the places in it of the glyphs that number its lines; nothing where too few pages have them */
  numbers(): ReadonlySet<number>[] {
    return this.#numbered > 0 && this.#numbered >= this.#full * SHARE ? this.#found : [];
  }
}

/** The figures at one edge of a page, where they count its lines. */
function numbersAt(glyphs: readonly PlacedGlyph[], edge: "start" | "end"): ReadonlySet<PlacedGlyph> | undefined {
  const rows = rowsOf(glyphs);
  const figures = figuresAt(rows, edge);
  const edgeOf = ({ glyphs: own }: Figures) => {
    const ends = own.map(({ u, advance }) => u + (edge === "start" ? advance : -advance) / 2);
    return Math.round((edge === "start" ? Math.max(...ends) : Math.min(...ends)) / 3);
  };
  const [aligned = []] = [...Map.groupBy(figures, edgeOf).values()].sort((a, b) => b.length - a.length);
  const steps = aligned.slice(1).map(({ value }, index) => value - (aligned[index]?.value ?? 0));
  const step = steps[0] ?? 0;
  const regular = steps.filter((own) => own === step).length;
  if (aligned.length < FEWEST || ![1, 2, 5, 10].includes(step) || regular < steps.length * 0.9) return undefined;
  // They count lines, so that they are as far from each other as lines are; a list has entries of several lines.
  const distances = aligned.slice(1).map(({ v }, index) => v - (aligned[index]?.v ?? 0));
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  const even = distances.filter((distance) => Math.abs(distance - usual) < usual * 0.35).length;
  const numbers = new Set(aligned.flatMap(({ glyphs: own }) => own));
  const rest = glyphs.filter((glyph) => !numbers.has(glyph));
  const beyond = rest.filter(({ u }) => {
    const place = aligned[0]?.glyphs[0]?.u ?? 0;
    return edge === "start" ? u < place : u > place;
  }).length;
  const covered = rows.length > 0 ? (aligned.length * step) / rows.length : 0;
  return even > distances.length * 0.7 && covered > 0.6 && beyond < rest.length * 0.02 ? numbers : undefined;
}

/** @returns the rows of a page: smaller letters stand in the row of larger ones where their middles are nearly as high */
function rowsOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const rows: { readonly v: number; readonly room: number; readonly glyphs: PlacedGlyph[] }[] = [];
  let last: (typeof rows)[number] | undefined;
  for (const glyph of [...glyphs].sort((a, b) => b.size - a.size)) {
    const isIn = (row: (typeof rows)[number] | undefined) => row !== undefined && Math.abs(row.v - glyph.v) < row.room;
    // Most letters stand in the row of the one before them.
    if (!isIn(last)) last = rows.find(isIn);
    if (!last) {
      last = { v: glyph.v, room: Math.max(1, glyph.size * ROW), glyphs: [] };
      rows.push(last);
    }
    last.glyphs.push(glyph);
  }
  return rows.sort((a, b) => a.v - b.v).map((row) => row.glyphs.sort((a, b) => a.u - b.u));
}

/** Whether more than a word's space parts a glyph from the one before it. */
const isApart = (glyph: PlacedGlyph, before: PlacedGlyph): boolean =>
  Math.abs(glyph.u - before.u) >= (glyph.advance + before.advance) / 2 + before.size * 0.6;

/** @returns the figures with which rows begin or end, apart from what else stands in them, other figures too */
const figuresAt = (rows: readonly (readonly PlacedGlyph[])[], edge: "start" | "end"): Figures[] =>
  rows.flatMap((row): Figures[] => {
    const ordered = edge === "start" ? row : [...row].reverse();
    const until = ordered.findIndex((glyph, index) => {
      const before = ordered[index - 1];
      return !/^\d+$/u.test(glyph.text) || (before !== undefined && isApart(glyph, before));
    });
    const own = ordered.slice(0, until < 0 ? undefined : until);
    const [last, next] = [own.at(-1), ordered[own.length]];
    if (!last || (next && !isApart(next, last))) return [];
    const inOrder = edge === "start" ? own : [...own].reverse();
    return [{ glyphs: own, value: Number(inOrder.map(({ text }) => text).join("")), v: own[0]?.v ?? 0 }];
  });

/** How many paragraphs a file numbers at least, and how much of the text's height such a number has at most. */
const [FEWEST_PARAGRAPHS, LARGEST] = [6, 0.95];

/** How much of a page's text may stand beyond the numbers of its paragraphs. */
const MOST_BEYOND = 0.02;

/** How far a number may stand aside from the others, in heights of letters. */
const ASIDE = 1.6;

/** Which paragraphs a text or a part of it has, as its head or its contents say: ¶12–25. */
const RANGE = /¶\s?(\d{1,4})\s?[\u2010-\u2015-]\s?(\d{1,4})(?!\d)/gu;

interface FoundFigures {
  readonly page: number;
  readonly figures: Figures;
  readonly edge: "start" | "end";
  /** Their places among the page's glyphs. */
  readonly places: readonly number[];
  /** Whether they stand beyond the text. */
  readonly isOutside: boolean;
}

/**
 * The numbers of paragraphs, which stand in the margin, smaller than the text, and count on from page to page. Of each
 * page no more is kept than what may be one.
 */
export class ParagraphNumbers {
  readonly #bodySize: number;
  readonly #found: FoundFigures[] = [];
  readonly #ranges: (readonly [number, number])[] = [];
  #pages = 0;

  constructor(bodySize: number) {
    this.#bodySize = bodySize;
  }

  /** Looks at the next page. */
  add(glyphs: readonly PlacedGlyph[], text: string): void {
    const page = this.#pages;
    this.#pages += 1;
    for (const [, from, to] of text.matchAll(RANGE)) this.#ranges.push([Number(from), Number(to)]);
    const solid = glyphs.filter(({ text: own }) => own.trim() !== "");
    const body = solid.filter(({ size }) => size > this.#bodySize * LARGEST);
    const rows = rowsOf(solid);
    for (const edge of ["start", "end"] as const)
      for (const figures of figuresAt(
        rows.map((row) => this.#besideText(row, edge)),
        edge,
      )) {
        if (figures.glyphs.some(({ size }) => size > this.#bodySize * LARGEST)) continue;
        // The number of a note stands before letters of a note.
        if (!body.some(({ v }) => Math.abs(v - figures.v) < this.#bodySize * 0.6)) continue;
        // The number of a note stands at the edge of the text, and not beyond it.
        const [low, high] = reachOf(figures);
        const beyond = body.filter(({ u, advance }) =>
          edge === "start" ? u - advance / 2 < high : u + advance / 2 > low,
        );
        const isOutside = beyond.length <= body.length * MOST_BEYOND;
        const own = new Set(figures.glyphs);
        const places = [...glyphs.keys()].filter((at) => own.has(glyphs[at] as PlacedGlyph));
        this.#found.push({ page, figures, edge, places, isOutside });
      }
  }

  /** @returns a row from what stands next to its text on: a head of the page may stand in it too, farther out */
  #besideText(row: readonly PlacedGlyph[], edge: "start" | "end"): readonly PlacedGlyph[] {
    const ordered = edge === "start" ? row : [...row].reverse();
    const text = ordered.findIndex(({ size }) => size > this.#bodySize * LARGEST);
    let from = text - 1;
    while (from > 0 && !isApart(ordered[from] as PlacedGlyph, ordered[from - 1] as PlacedGlyph)) from -= 1;
    const beside = from < 0 ? ordered : ordered.slice(from);
    return edge === "start" ? beside : beside.toReversed();
  }

  /** @returns of each page the places in it of the glyphs that number its paragraphs; nothing where no page has them */
  numbers(): ReadonlySet<number>[] {
    const aligned = new Map<string, FoundFigures[]>();
    // Numbers of one figure and of two are aligned at one of their ends.
    // What stands at one place is not parted by how it is rounded.
    for (const one of this.#found)
      for (const [side, end] of reachOf(one.figures).entries())
        for (const place of [Math.floor(end / 3), Math.floor(end / 3) + 1]) {
          const key = `${one.edge} ${side} ${place}`;
          aligned.set(key, [...(aligned.get(key) ?? []), one]);
        }
    const [best] = [...aligned.values()]
      .map((found) => countingOn(found))
      .filter((found) => found.length >= FEWEST_PARAGRAPHS || this.#areSaid(found))
      .sort((a, b) => b.length - a.length);
    if (!best) return [];
    const [low, high] = reachOf((best[0] as FoundFigures).figures);
    // A number may stand aside by the indent of its paragraph's first line.
    const near = this.#found.filter(({ edge, figures }) => {
      const [from, to] = reachOf(figures);
      return edge === best[0]?.edge && from > low - this.#bodySize * ASIDE && to < high + this.#bodySize * ASIDE;
    });
    const numbers = withThoseBetween(best, near);
    return Array.from(
      { length: this.#pages },
      (_, index) => new Set(numbers.flatMap(({ page, places }) => (page === index ? places : []))),
    );
  }

  /** Whether the text itself says that it has these paragraphs, each of them: few numbers tell nothing alone. */
  #areSaid(found: readonly FoundFigures[]): boolean {
    const [first, last] = [found[0]?.figures.value, found.at(-1)?.figures.value];
    return this.#ranges.some(([from, to]) => first === from && last === to && found.length === to - from + 1);
  }
}

/** Where figures begin and end, along their line. */
function reachOf({ glyphs }: Figures): readonly [number, number] {
  const ends = glyphs.flatMap(({ u, advance }) => [u - advance / 2, u + advance / 2]);
  return [Math.min(...ends), Math.max(...ends)];
}

/** How far a number may be from the one before it: others may stand at another place. */
const FARTHEST = 6;
/** How many figures may stand before the first number. */
const MOST_BEFORE = 3;

/** @returns the figures that count on; nothing where most do not follow one another */
function countingOn(found: readonly FoundFigures[]): FoundFigures[] {
  const chains = found.slice(0, MOST_BEFORE).map((_, start) => {
    const chain: FoundFigures[] = [];
    for (const one of found.slice(start)) {
      const last = chain.at(-1)?.figures.value ?? one.figures.value - 1;
      if (one.figures.value > last && one.figures.value <= last + FARTHEST) chain.push(one);
    }
    return chain;
  });
  const [counted = []] = chains.sort((a, b) => b.length - a.length);
  const next = counted.filter(
    ({ figures }, index) => index > 0 && figures.value === (counted[index - 1]?.figures.value ?? 0) + 1,
  );
  return counted.length >= found.length * 0.6 && next.length >= (counted.length - 1) * 0.7 ? counted : [];
}

/** Adds the numbers that are missing among the counted ones and stand somewhat aside, between those before and after them. */
function withThoseBetween(counted: readonly FoundFigures[], all: readonly FoundFigures[]): FoundFigures[] {
  const isAfter = (one: FoundFigures, other: FoundFigures) =>
    one.page > other.page || (one.page === other.page && one.figures.v > other.figures.v);
  const numbers: FoundFigures[] = [];
  let last = (counted[0]?.figures.value ?? 1) - 1;
  for (const [index, one] of counted.entries()) {
    const before = counted[index - 1];
    for (let value = last + 1; value < one.figures.value; value += 1) {
      const missing = all.find(
        (other) =>
          other.figures.value === value && isAfter(one, other) && (before === undefined || isAfter(other, before)),
      );
      if (missing) numbers.push(missing);
    }
    numbers.push(one);
    last = one.figures.value;
  }
  const end = numbers.at(-1);
  // Those at the end have none after them.
  for (let value = last + 1, from = end; from !== undefined; value += 1) {
    const before: FoundFigures = from;
    from = all.find((other) => other.figures.value === value && isAfter(other, before));
    if (from) numbers.push(from);
  }
  return numbers;
}
