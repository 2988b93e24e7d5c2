import { mendCharacters } from "../characters.ts";
import type { PlacedGlyph } from "./glyphs.ts";

/** The marks that say in which order Chinese is read as Japanese (返り点), one or two together, as レ, 一 or 上レ. */
const RETURN_MARK = /^(?:[レﾚ‐]|[一二三四上中下甲乙丙丁天地人][レﾚ]?|[\u3190-\u319F]{1,2})$/u;
const SMALL_LETTER = /^[\p{sc=Hiragana}\p{sc=Katakana}ーヽヾ\u3190-\u319Fレ一二三四上中下甲乙丙丁天地人]+$/u;
const KATAKANA = /^[\p{sc=Katakana}ーヽヾ]+$/u;

/** @returns whether the text is nothing but one of these marks, or several that stand apart */
export const isReturnMark = (text: string): boolean =>
  mendCharacters(text)
    .trim()
    .split(/\s+/u)
    .every((part) => RETURN_MARK.test(part));

/** @returns whether the text has no letters but those of readings, endings and marks of order */
export const isReadingLetters = (text: string): boolean => SMALL_LETTER.test(mendCharacters(text));

/** A line of Chinese that is set to be read as Japanese: what stands in it, and the readings beside it that are left. */
export interface KanbunLine {
  readonly glyphs: readonly PlacedGlyph[];
  /** Of each glyph of the line as it was, the place that it has now. */
  readonly places: readonly number[];
  readonly readings: readonly PlacedGlyph[];
}

/**
 * Puts the marks of reading into a line of Chinese after the characters that they belong to: first the endings of words
 * (送り仮名), which stand beside the lower half of a character, then the marks of order at the other side.
 *
 * @param glyphs the line, in reading order
 * @param readings small letters beside it, over it or at its right
 * @param marks marks of order at the other side
 */
export function placeKanbunMarks(
  glyphs: readonly PlacedGlyph[],
  readings: readonly PlacedGlyph[],
  marks: readonly PlacedGlyph[],
): KanbunLine {
  const { endings, others } = partEndings(glyphs, readings);
  const following = new Map<number, PlacedGlyph[]>();
  for (const glyph of [...endings.flat(), ...marks]) {
    // Marks that belong together stand behind the character of the first.
    const first = endings.find((group) => group.includes(glyph))?.[0] ?? glyph;
    const base = Math.max(
      0,
      glyphs.findLastIndex((one) => one.text.trim() !== "" && one.u <= first.u + first.size * 0.3),
    );
    following.set(base, [...(following.get(base) ?? []), glyph]);
  }
  const placed: PlacedGlyph[] = [];
  const places = glyphs.map((glyph, index) => {
    const own = placed.push(glyph) - 1;
    placed.push(...(following.get(index) ?? []));
    return own;
  });
  return { glyphs: placed, places, readings: others };
}

/** Parts what reads a character from what follows it: endings are katakana that begin in its lower half or below it. */
function partEndings(
  glyphs: readonly PlacedGlyph[],
  readings: readonly PlacedGlyph[],
): { endings: PlacedGlyph[][]; others: PlacedGlyph[] } {
  const groups: PlacedGlyph[][] = [];
  for (const glyph of [...readings].sort((a, b) => a.u - b.u)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isClose = last && glyph.u - last.u < (glyph.advance + last.advance) / 2 + glyph.size * 0.35;
    if (group && last && isClose && KATAKANA.test(last.text) === KATAKANA.test(glyph.text)) group.push(glyph);
    else groups.push([glyph]);
  }
  const isEnding = ([first, ...rest]: readonly PlacedGlyph[]): boolean => {
    if (!first || ![first, ...rest].every(({ text }) => KATAKANA.test(text))) return false;
    const begin = first.u - first.advance / 2;
    const base = glyphs.findLast(({ u, size }) => u <= begin + size * 0.1);
    // A reading of one letter stands before the middle of its character, or at it.
    return base !== undefined && begin < base.u + base.size * 1.5 && begin >= base.u - base.size * 0.1;
  };
  const { endings = [], others = [] } = Object.groupBy(groups, (group) => (isEnding(group) ? "endings" : "others"));
  return { endings, others: others.flat() };
}

/** @returns the line with small letters that share one gap in order: those at the right first, then the marks at the left */
export function orderKanbunGaps(glyphs: readonly PlacedGlyph[], size: number, v: number): PlacedGlyph[] {
  const isSmall = (glyph: PlacedGlyph) =>
    glyph.size < size * 0.75 &&
    (isReadingLetters(glyph.text) || glyph.text.trim() === "") &&
    Math.abs(glyph.v - v) > size * 0.06;
  const ordered: PlacedGlyph[] = [];
  let gap: PlacedGlyph[] = [];
  const close = () => {
    ordered.push(...gap.filter((glyph) => glyph.v < v), ...gap.filter((glyph) => glyph.v >= v));
    gap = [];
  };
  for (const glyph of glyphs) {
    if (isSmall(glyph)) {
      gap.push(glyph);
      continue;
    }
    close();
    ordered.push(glyph);
  }
  close();
  return ordered;
}
