import { letters } from "./text-hash.ts";

/** The n-grams of a text with their counts. Japanese can be compared by them without a dictionary. */
export interface NgramProfile {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Han and kana are so many that two of them already distinguish texts. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const JAPANESE_RUN = 2;
/** Alphabets have few letters: most texts of a language share their pairs, but not their longer n-grams. */
const ALPHABETIC_RUN = 5;

const widthAt = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

/** @returns the n-grams of a text, for `similarity` and `containment`; two characters in Japanese, five in alphabets */
export function ngramProfile(text: string): NgramProfile {
  const written = letters(text);
  const counts = new Map<string, number>();
  // Where each character begins: those beyond the Basic Multilingual Plane take two places.
  const starts: number[] = [];
  for (let start = 0; start < written.length; start += widthAt(written, start)) starts.push(start);
  const size = Math.max(0, starts.length - 1);
  for (const [index, start] of starts.entries()) {
    if (index === size) break;
    const length = JAPANESE.test(written.slice(start, starts[index + 1])) ? JAPANESE_RUN : ALPHABETIC_RUN;
    const run = written.slice(start, starts[index + length]);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { counts, size };
}

function shared(a: NgramProfile, b: NgramProfile): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let count = 0;
  for (const [run, times] of small.counts) count += Math.min(times, large.counts.get(run) ?? 0);
  return count;
}

/** @returns the Sørensen–Dice coefficient of the two profiles, from 0 (nothing in common) to 1 */
export const similarity = (a: NgramProfile, b: NgramProfile): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);

/** @returns the share of the first text that is also in the second, from 0 to 1 */
export const containment = (part: NgramProfile, whole: NgramProfile): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;
