import { letters } from "./text-hash.ts";

/** The runs of neighbouring letters of a text, with how often each occurs: no words are needed to compare Japanese. */
export interface NgramProfile {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Han and kana are many, and two of them say something. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const JAPANESE_RUN = 2;
/** An alphabet has few letters: any two texts of a language share most of its pairs, but few of its longer counts. */
const ALPHABETIC_RUN = 5;

/** @returns the profile of a text, for `similarity` and `containment` */
export function ngramProfile(text: string): NgramProfile {
  const characters = [...letters(text)];
  const counts = new Map<string, number>();
  let size = 0;
  for (const [index, character] of characters.entries()) {
    if (index + 1 === characters.length) break;
    const run = characters.slice(index, index + (JAPANESE.test(character) ? JAPANESE_RUN : ALPHABETIC_RUN)).join("");
    counts.set(run, (counts.get(run) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}

function shared(a: NgramProfile, b: NgramProfile): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let count = 0;
  for (const [run, times] of small.counts) count += Math.min(times, large.counts.get(run) ?? 0);
  return count;
}

/** @returns Dice's coefficient of the two texts' runs of letters, from 0 (nothing in common) to 1 */
export const similarity = (a: NgramProfile, b: NgramProfile): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);

/** @returns how much of the first text stands in the second, from 0 to 1 */
export const containment = (part: NgramProfile, whole: NgramProfile): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;
