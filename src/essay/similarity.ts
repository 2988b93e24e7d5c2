import { letters } from "./text-hash.ts";

/** The runs of neighbouring letters of a text, with how often each occurs: no words are needed to compare Japanese. */
export interface Sketch {
  readonly runs: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Han and kana are many, and two of them say something. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const JAPANESE_RUN = 2;
/** An alphabet has few letters: any two texts of a language share most of its pairs, but few of its longer runs. */
const ALPHABETIC_RUN = 5;

/** @returns the sketch of a text, for `similarity` and `containment` */
export function sketch(text: string): Sketch {
  const characters = [...letters(text)];
  const runs = new Map<string, number>();
  let size = 0;
  for (const [index, character] of characters.entries()) {
    if (index + 1 === characters.length) break;
    const run = characters.slice(index, index + (JAPANESE.test(character) ? JAPANESE_RUN : ALPHABETIC_RUN)).join("");
    runs.set(run, (runs.get(run) ?? 0) + 1);
    size += 1;
  }
  return { runs, size };
}

function shared(a: Sketch, b: Sketch): number {
  const [small, large] = a.runs.size <= b.runs.size ? [a, b] : [b, a];
  let count = 0;
  for (const [run, times] of small.runs) count += Math.min(times, large.runs.get(run) ?? 0);
  return count;
}

/** @returns Dice's coefficient of the two texts' runs of letters, from 0 (nothing in common) to 1 */
export const similarity = (a: Sketch, b: Sketch): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);

/** @returns how much of the first text stands in the second, from 0 to 1 */
export const containment = (part: Sketch, whole: Sketch): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;
