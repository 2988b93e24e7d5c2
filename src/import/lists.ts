// A call takes some ten thousands of parameters: what grows with a manuscript is not spread into one.

/** Adds items to the end of a list, however many they are. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** @returns the least of the numbers; `Infinity` where there are none */
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);

/** @returns the greatest of the numbers; `-Infinity` where there are none */
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);

/** @returns which part of a list passes a test; none of an empty one does */
export const share = <T>(list: readonly T[], test: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(test).length / list.length;
