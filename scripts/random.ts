/** Random choices that a seed repeats. */
export interface Random {
  /** @returns a number from 0, below 1 */
  next(): number;
  /** @returns a whole number from 0, below the limit */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** The generator mulberry32 by Tommy Ettinger. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => {
      if (from.length === 0) throw new Error("There is nothing to pick from.");
      return from[below(from.length)] as (typeof from)[number];
    },
  };
}
