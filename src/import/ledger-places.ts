import { plain } from "./law.ts";
import type { Fragment } from "./manuscript.ts";

/** Sends stretches of a ledger's body elsewhere, by how many letters stand before them in the body. */
export class LedgerPlaces {
  #fragments: Fragment[];

  constructor(ledger: readonly Fragment[]) {
    this.#fragments = [...ledger];
  }

  get ledger(): readonly Fragment[] {
    return this.#fragments;
  }

  /**
   * Sends stretches elsewhere where the ledger says the same words there as the tree; none where it does not.
   *
   * @param stretches in order; `start` counts letters of the body without white space
   * @returns whether it was done
   */
  send(stretches: readonly (Pick<Fragment, "to" | "why"> & { start: number; words: string })[]): boolean {
    const result: Fragment[] = [];
    let offset = 0;
    let next = 0;
    let taken = 0;
    for (const fragment of this.#fragments) {
      const text = plain(fragment.text);
      if (fragment.to !== "body" || text === "") {
        result.push(fragment);
        continue;
      }
      let from = 0;
      for (;;) {
        const stretch = stretches[next];
        const words = stretch ? plain(stretch.words) : "";
        if (!stretch || stretch.start + taken >= offset + text.length) break;
        const start = stretch.start + taken - offset;
        const length = Math.min(words.length - taken, text.length - start);
        if (text.slice(start, start + length) !== words.slice(taken, taken + length)) return false;
        if (start > from) result.push({ ...fragment, text: text.slice(from, start) });
        const { to, why } = stretch;
        if (length > 0) result.push({ ...fragment, text: text.slice(start, start + length), to, ...(why && { why }) });
        from = start + length;
        taken += length;
        if (taken < words.length) break;
        taken = 0;
        next += 1;
      }
      if (from === 0) result.push(fragment);
      else if (from < text.length) result.push({ ...fragment, text: text.slice(from) });
      offset += text.length;
    }
    if (next < stretches.length) return false;
    this.#fragments = result;
    return true;
  }
}
