import { isUnspaced, marksOfForm } from "../characters.ts";
import { asShown, isRightToLeft } from "./direction.ts";

/** A piece of text as a PDF's page has it, in the coordinates of the page as it is shown: y grows downwards. */
export interface TextItem {
  readonly text: string;
  /** Matrix from the text's own space, as PDF writes it. */
  readonly transform: readonly number[];
  /** Along the writing direction of its font, in the page's units. */
  readonly length: number;
  readonly isVerticalFont: boolean;
  /** Whether the library that reads the file took it for a piece of a line from right to left, and turned it round. */
  readonly isRightToLeft: boolean;
  readonly isBold: boolean;
  /** Which element of the structure it belongs to, where the file is tagged. */
  readonly element: number | undefined;
  readonly isArtifact: boolean;
  /** Whether it is a word that the file sets apart from the one before it, as recognised text has each word by itself. */
  readonly startsWord?: true;
}

/** A character, or several that are set as one, where they stand. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** How much of the line it takes. */
  readonly advance: number;
  readonly direction: "horizontal" | "vertical" | "other";
  /** Whether it belongs to a script that is written from right to left. */
  readonly isRightToLeft: boolean;
  readonly isBold: boolean;
  readonly element: number | undefined;
  readonly isArtifact: boolean;
  /** Index of its item: what one item holds was set in one go. */
  readonly item: number;
  /** Whether it begins a word that the file sets apart from the one before it. */
  readonly startsWord?: true;
}

/** Middle of an ideograph's box above the baseline, by its size (ascent 0.88, descent 0.12). */
const MIDDLE = 0.38;

/** How much wider than its height a horizontal piece may be to be one unit of a vertical line (縦中横). */
const UNIT = 1.6;

/** @returns the characters of the items with the middles of their places, and with the marks that stand over or under them */
export const glyphsOf = (items: readonly TextItem[]): Glyph[] => withMarks(placedGlyphs(items));

function placedGlyphs(items: readonly TextItem[]): Glyph[] {
  return items.flatMap((item, index): Glyph[] => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
    const size = Math.hypot(c, d);
    const width = Math.hypot(a, b);
    if (size === 0 || width === 0) return [];
    const up = { x: c / size, y: d / size };
    const along = item.isVerticalFont ? { x: -up.x, y: -up.y } : { x: a / width, y: b / width };
    const direction =
      Math.abs(along.y) < 0.3 && along.x > 0
        ? "horizontal"
        : Math.abs(along.x) < 0.3 && along.y > 0
          ? "vertical"
          : "other";
    const characters = charactersOf(item);
    const parts = weightsOf(characters, item.length / size);
    const total = parts.reduce((sum, weight) => sum + weight, 0) || 1;
    // The length of an item of one character may be that of a font's own metrics, or none at all.
    const length = item.length > 0 ? item.length : total * size;
    let offset = 0;
    const rise = item.isVerticalFont ? 0 : MIDDLE * size;
    return characters.flatMap((text, position): Glyph[] => {
      const advance = ((parts[position] ?? 1) / total) * length;
      const middle = offset + advance / 2;
      offset += advance;
      return [
        {
          text,
          x: e + along.x * middle + up.x * rise,
          y: f + along.y * middle + up.y * rise,
          size,
          advance,
          direction,
          isRightToLeft: isRightToLeft(text),
          isBold: item.isBold,
          element: item.element,
          isArtifact: item.isArtifact,
          item: index,
          ...(item.startsWord && position === 0 && { startsWord: true as const }),
        },
      ];
    });
  });
}

/** @returns the characters of an item from its beginning to its end: of a piece that runs from right to left each mark alone */
function charactersOf({ text, isRightToLeft: isTurned }: TextItem): string[] {
  if (ALONE.test(text)) return [...text];
  if (RIGHT_TO_LEFT.test(text)) return asShown(text, isTurned ? "rtl" : "ltr").map(marksOfForm);
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const MARKS = /^\p{M}+$/u;

/** How far a letter stands from its mark at most: along the line and across it, by its height. */
const [FARTHEST_ALONG, FARTHEST_ACROSS] = [1.5, 0.8];

/**
 * Gives letters the marks that a file has as signs of their own, as vowels over and under Arabic and Hebrew letters: the
 * letter stands beside its mark in the file. Where a line is written from left to right, as it is shown, a mark of a
 * script that runs the other way stands before its letter; anywhere else after it.
 */
function withMarks(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => MARKS.test(text))) return [...glyphs];
  const marksOf = new Map<number, string>();
  const isBase = (one: Glyph | undefined): one is Glyph =>
    one !== undefined && one.text.trim() !== "" && !MARKS.test(one.text);
  const near = (mark: Glyph, index: number): Glyph | undefined => {
    const one = glyphs[index];
    if (!isBase(one) || !/\p{L}/u.test(one.text) || (isRightToLeft(mark.text) && !one.isRightToLeft)) return undefined;
    const reach = Math.max(one.size, one.advance) * FARTHEST_ALONG;
    return Math.abs(one.x - mark.x) < reach && Math.abs(one.y - mark.y) < one.size * FARTHEST_ACROSS ? one : undefined;
  };
  for (const [index, mark] of glyphs.entries()) {
    if (!MARKS.test(mark.text)) continue;
    let [previous, next] = [index - 1, index + 1];
    while (previous >= 0 && !isBase(glyphs[previous])) previous -= 1;
    while (next < glyphs.length && !isBase(glyphs[next])) next += 1;
    const [before, after] = [near(mark, previous), near(mark, next)];
    const isBefore =
      before !== undefined &&
      (after === undefined || !before.isRightToLeft || !after.isRightToLeft || after.x < before.x);
    const place = isBefore ? previous : after ? next : undefined;
    if (place === undefined) continue;
    // Of several marks the last is the nearest to a letter that follows them.
    const known = marksOf.get(place) ?? "";
    marksOf.set(place, isBefore ? known + mark.text : mark.text + known);
    marksOf.set(index, "");
  }
  return glyphs.flatMap((glyph, index): Glyph[] => {
    const marks = marksOf.get(index);
    if (marks === undefined) return [glyph];
    return marks === "" ? [] : [{ ...glyph, text: glyph.text + marks }];
  });
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Characters each of which is a grapheme whatever stands beside it: finding that out takes long for a whole book. */
const ALONE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u3000-\u3029\u3030-\u3098\u309B-\u30FF\u3400-\u9FFF\uFF01-\uFF9D]*$/u;

/** @returns how much of an item's length its characters take, where it is so many times their height */
function weightsOf(characters: readonly string[], length: number): number[] {
  const parts = characters.map((character) => weightOf(character));
  const spaces = characters.filter((character) => character.trim() === "").length;
  const letters = characters.length - spaces;
  // Ideographs and kana are as wide as they are high: what is left is the spaces', as between two readings.
  const isSquare = spaces > 0 && letters > 0 && characters.every((one) => one.trim() === "" || isUnspaced(one));
  if (!isSquare || length <= letters) return parts;
  return characters.map((character) => (character.trim() === "" ? (length - letters) / spaces : 1));
}

const weights = new Map<string, number>();

function weightOf(character: string): number {
  const known = weights.get(character);
  if (known !== undefined) return known;
  const weight = widthOf(character);
  weights.set(character, weight);
  return weight;
}

/** @returns about how wide a character is, by its height */
const widthOf = (character: string): number =>
  MARKS.test(character)
    ? 0
    : isUnspaced(character) || /[\u2E80-\u2FDF\uAC00-\uD7A3]/u.test(character)
      ? 1
      : /[\s.,;:!|'ijlIt()[\]]/u.test(character)
        ? 0.3
        : /[mwMW—]/u.test(character)
          ? 0.85
          : 0.55;

/** Which way most ideographs and kana of a page follow each other. */
export function isVerticalPage(glyphs: readonly Glyph[]): boolean | undefined {
  let vertical = 0;
  let horizontal = 0;
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    if (
      last &&
      isUnspaced(glyph.text) &&
      isUnspaced(last.text) &&
      Math.abs(last.size - glyph.size) < glyph.size * 0.1
    ) {
      const [dx, dy] = [glyph.x - last.x, glyph.y - last.y];
      if (Math.abs(dx) < glyph.size * 0.3 && dy > glyph.size * 0.5 && dy < glyph.size * 2) vertical += 1;
      if (Math.abs(dy) < glyph.size * 0.3 && dx > glyph.size * 0.4 && dx < glyph.size * 2) horizontal += 1;
    }
    last = glyph;
  }
  if (vertical + horizontal < 4) return undefined;
  return vertical > horizontal;
}

/** A glyph in its line's own terms: `u` along the line, `v` from line to line, whichever way the page is written. */
export interface PlacedGlyph extends Glyph {
  readonly u: number;
  readonly v: number;
  /** Whether it is a bracket that runs from right to left: its shape is that of the other of its pair. */
  readonly isReversed?: true;
}

/**
 * Turns a page so that its lines run along `u` and follow each other along `v`. In a vertical page a short horizontal
 * item is one unit of its line; a long one is a line of its own, set across.
 */
export function placeGlyphs(
  glyphs: readonly Glyph[],
  isVertical: boolean,
): { along: PlacedGlyph[]; across: PlacedGlyph[]; atAngle: Glyph[] } {
  const along: PlacedGlyph[] = [];
  const across: PlacedGlyph[] = [];
  const atAngle: Glyph[] = [];
  for (const whole of Map.groupBy(glyphs, ({ item }) => item).values()) {
    // A space behind a character is none of its width.
    const until = whole.findLastIndex(({ text }) => text.trim() !== "") + 1;
    const group = until === 0 ? whole : whole.slice(0, until);
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    if (first.direction === "other" || (!isVertical && first.direction === "vertical")) {
      atAngle.push(...group);
      continue;
    }
    if (!isVertical) {
      along.push(...group.map((glyph) => ({ ...glyph, u: glyph.x, v: glyph.y })));
      continue;
    }
    const width = last.x - first.x + (first.advance + last.advance) / 2;
    if (first.direction === "vertical" || group.length === 1) {
      along.push(
        ...whole.map((glyph) => ({
          ...glyph,
          u: glyph.y,
          v: -glyph.x,
          advance: glyph.direction === "vertical" ? glyph.advance : glyph.size,
        })),
      );
      continue;
    }
    const words = group.map(({ text }) => text).join("");
    if (width <= first.size * UNIT && group.length <= 4)
      along.push({
        ...first,
        text: words,
        advance: first.size,
        x: (first.x + last.x) / 2,
        u: first.y,
        v: -(first.x + last.x) / 2,
      });
    else across.push(...group.map((glyph) => ({ ...glyph, u: glyph.x, v: glyph.y })));
  }
  return { along, across, atAngle };
}

/** Where a page's lines begin and end, along them. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
}

/** Fewer lines do not tell where all of them begin. */
const FEWEST_LINES = 8;

/**
 * The block in which vertical lines stand: where several of them begin and end. Heads and numbers of pages stand beyond
 * it, across the page or along it. Of each page no more is kept than where its lines begin and end.
 */
export class BlockOfLines {
  readonly #bodySize: number;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(bodySize: number) {
    this.#bodySize = bodySize;
  }

  /** @param glyphs those of a vertical page, as `placeGlyphs` places them along its lines */
  add(glyphs: readonly PlacedGlyph[]): void {
    const bodySize = this.#bodySize;
    // Heads and numbers are set smaller or in figures.
    const solid = glyphs.filter(({ text, size }) => Math.abs(size - bodySize) < bodySize * 0.1 && isUnspaced(text));
    for (const line of Map.groupBy(solid, ({ v }) => Math.round(v / (bodySize * 0.5))).values()) {
      let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const { u, advance } of line) {
        first = Math.min(first, u - advance / 2);
        last = Math.max(last, u + advance / 2);
      }
      this.#starts.push(first);
      this.#ends.push(last);
    }
  }

  /** @returns nothing where too few lines tell */
  block(): TextBlock | undefined {
    if (this.#starts.length < FEWEST_LINES) return undefined;
    const usual = (places: readonly number[]) =>
      [...Map.groupBy(places, (place) => Math.round(place / (this.#bodySize * 0.5)))]
        .filter(([, same]) => same.length >= Math.max(3, places.length * 0.08))
        .map(([, same]) => same[0] ?? 0);
    const [begin, close] = [usual(this.#starts), usual(this.#ends)];
    return begin.length > 0 && close.length > 0 ? { start: Math.min(...begin), end: Math.max(...close) } : undefined;
  }
}
