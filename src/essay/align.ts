import { type NgramProfile, ngramProfile, similarity } from "./similarity.ts";
import { textHash } from "./text-hash.ts";

/** A text with the section that it is in: a recorded one, or one of the current text. */
interface PlacedText {
  readonly section: string;
  readonly text: string;
}

/**
 * How similar two texts must be (`similarity`, 0 to 1) to be the same paragraph, edited. Measured on this essay: two
 * different paragraphs score 0.31 at most (median 0.12), half a paragraph scores 0.67 against the whole. The threshold
 * is lower where the position already suggests the pair.
 */
const ALIKE = { betweenSameNeighbours: 0.4, inSameSection: 0.5, elsewhere: 0.6 } as const;

/**
 * Pairs the current texts with the recorded ones that they continue, in four passes: identical texts, wherever they
 * are; edited texts between the same neighbours; edited texts in the same section, both in order; edited texts
 * elsewhere. The last pass compares every unmatched record with every unmatched text.
 *
 * @param recorded in the order in which they were last published
 * @param current in reading order
 * @returns for each current text the index of its record, or `undefined` where it is new
 */
export function align(recorded: readonly PlacedText[], current: readonly PlacedText[]): (number | undefined)[] {
  const matching = new Matching(recorded, current);
  matching.matchExactly();
  matching.matchBetweenNeighbours();
  matching.matchInSections();
  matching.matchElsewhere();
  return matching.recordOf;
}

/** @returns as `align`, but with identical texts alone paired */
export function alignExactly(recorded: readonly PlacedText[], current: readonly PlacedText[]): (number | undefined)[] {
  const matching = new Matching(recorded, current);
  matching.matchExactly();
  return matching.recordOf;
}

class Matching {
  readonly recordOf: (number | undefined)[];
  readonly #currentOf: (number | undefined)[];
  readonly #recorded: readonly PlacedText[];
  readonly #current: readonly PlacedText[];
  readonly #profiles = new Map<PlacedText, NgramProfile>();

  constructor(recorded: readonly PlacedText[], current: readonly PlacedText[]) {
    this.#recorded = recorded;
    this.#current = current;
    this.recordOf = current.map(() => undefined);
    this.#currentOf = recorded.map(() => undefined);
  }

  matchExactly(): void {
    const byHash = Map.groupBy(this.#recorded.keys(), (index) => textHash(this.#recorded[index]?.text ?? ""));
    const hashes = this.#current.map(({ text }) => textHash(text));
    // Of several identical texts the one of the same section is taken first, so that none seems to have moved.
    for (const sameSection of [true, false]) {
      this.#current.forEach(({ section }, index) => {
        if (this.recordOf[index] !== undefined) return;
        const candidates = byHash.get(hashes[index] ?? "") ?? [];
        const found = candidates.find(
          (record) =>
            this.#currentOf[record] === undefined && (!sameSection || this.#recorded[record]?.section === section),
        );
        if (found !== undefined) this.#pair(found, index);
      });
    }
  }

  matchBetweenNeighbours(): void {
    const successor = this.#successors();
    const gapOfRecord = this.#gaps(this.#recorded, (index) =>
      this.#currentOf[index] === undefined ? undefined : index,
    );
    const gapOfCurrent = this.#gaps(this.#current, (index) => this.recordOf[index]);
    this.#matchInOrder(
      ALIKE.betweenSameNeighbours,
      (record) => `${successor(this.#recorded[record]?.section)} ${gapOfRecord[record]}`,
      (current) => `${this.#current[current]?.section} ${gapOfCurrent[current]}`,
    );
  }

  matchInSections(): void {
    const successor = this.#successors();
    this.#matchInOrder(
      ALIKE.inSameSection,
      (record) => successor(this.#recorded[record]?.section),
      (current) => this.#current[current]?.section ?? "",
    );
  }

  matchElsewhere(): void {
    const left = this.#unmatchedCurrent();
    const pairs = this.#unmatchedRecords().flatMap((record) =>
      left.map((current) => ({ record, current, score: this.#similarity(record, current) })),
    );
    pairs
      .filter(({ score }) => score >= ALIKE.elsewhere)
      .sort((a, b) => b.score - a.score || a.record - b.record || a.current - b.current)
      .forEach(({ record, current }) => {
        if (this.#currentOf[record] === undefined && this.recordOf[current] === undefined) this.#pair(record, current);
      });
  }

  /** @returns the present name of a recorded section: the one in which most of its matched paragraphs are now */
  #successors(): (section: string | undefined) => string {
    const current = new Set(this.#current.map(({ section }) => section));
    const votes = new Map<string, Map<string, number>>();
    this.#recorded.forEach(({ section }, record) => {
      const now = this.#current[this.#currentOf[record] ?? -1]?.section;
      if (now === undefined || current.has(section)) return;
      const counts = votes.get(section) ?? new Map<string, number>();
      votes.set(section, counts.set(now, (counts.get(now) ?? 0) + 1));
    });
    return (section = "") => [...(votes.get(section) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? section;
  }

  /** @returns for each text the last matched record before it in its section */
  #gaps(texts: readonly PlacedText[], matched: (index: number) => number | undefined): (number | undefined)[] {
    let last: number | undefined;
    return texts.map(({ section }, index) => {
      if (texts[index - 1]?.section !== section) last = undefined;
      const gap = last;
      last = matched(index) ?? last;
      return gap;
    });
  }

  /** Pairs what is unmatched in each group so that the order is kept and the sum of the similarities is greatest. */
  #matchInOrder(threshold: number, groupOfRecord: (i: number) => string, groupOfCurrent: (i: number) => string): void {
    const records = Map.groupBy(this.#unmatchedRecords(), groupOfRecord);
    const currents = Map.groupBy(this.#unmatchedCurrent(), groupOfCurrent);
    for (const [group, rows] of records) {
      const columns = currents.get(group) ?? [];
      for (const [record, current] of bestInOrder(rows, columns, (a, b) => this.#similarity(a, b), threshold))
        this.#pair(record, current);
    }
  }

  #pair(record: number, current: number): void {
    this.recordOf[current] = record;
    this.#currentOf[record] = current;
  }

  #unmatchedRecords = (): number[] => [...this.#recorded.keys()].filter((i) => this.#currentOf[i] === undefined);
  #unmatchedCurrent = (): number[] => [...this.#current.keys()].filter((i) => this.recordOf[i] === undefined);

  #similarity(record: number, current: number): number {
    const [a, b] = [this.#recorded[record], this.#current[current]];
    return a && b ? similarity(this.#profile(a), this.#profile(b)) : 0;
  }

  #profile(placed: PlacedText): NgramProfile {
    const known = this.#profiles.get(placed) ?? ngramProfile(placed.text);
    this.#profiles.set(placed, known);
    return known;
  }
}

/**
 * Global alignment (Needleman and Wunsch, 1970) without a gap penalty; among equal alignments the earliest pairs win.
 * O(rows × columns).
 */
function bestInOrder(
  rows: readonly number[],
  columns: readonly number[],
  score: (row: number, column: number) => number,
  threshold: number,
): [number, number][] {
  const width = columns.length + 1;
  const scores = rows.map((row) => columns.map((column) => score(row, column)));
  const at = (row: number, column: number) => scores[row]?.[column] ?? 0;
  const best = new Float64Array((rows.length + 1) * width);
  const total = (row: number, column: number) => best[row * width + column] ?? 0;
  const paired = (row: number, column: number) =>
    at(row, column) >= threshold ? at(row, column) + total(row + 1, column + 1) : -1;
  for (let row = rows.length - 1; row >= 0; row -= 1)
    for (let column = columns.length - 1; column >= 0; column -= 1)
      best[row * width + column] = Math.max(paired(row, column), total(row + 1, column), total(row, column + 1));

  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows.length && column < columns.length; ) {
    if (paired(row, column) >= total(row, column)) {
      pairs.push([rows[row] as number, columns[column] as number]);
      row += 1;
      column += 1;
    } else if (total(row, column + 1) >= total(row + 1, column)) column += 1;
    else row += 1;
  }
  return pairs;
}
