import { letters } from "./fingerprint.ts";

/** The pairs of neighbouring letters of a text, with how often each occurs: no words are needed to compare Japanese. */
export interface Sketch {
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

/** @returns the sketch of a text, for `similarity` and `containment` */
export function sketch(text: string): Sketch {
  const characters = [...letters(text)];
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size: Math.max(0, characters.length - 1) };
}

function shared(a: Sketch, b: Sketch): number {
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let count = 0;
  for (const [pair, times] of small.pairs) count += Math.min(times, large.pairs.get(pair) ?? 0);
  return count;
}

/** @returns Dice's coefficient of the two texts' letter pairs, from 0 (nothing in common) to 1 */
export const similarity = (a: Sketch, b: Sketch): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);

/** @returns how much of the first text stands in the second, from 0 to 1 */
export const containment = (part: Sketch, whole: Sketch): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;
