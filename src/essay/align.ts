import { fingerprint } from "./text-hash.ts";
import { type Sketch, similarity, sketch } from "./similarity.ts";

/** A text in its place: one of the texts that are recorded, or one of those that stand there now. */
export interface PlacedText {
  readonly section: string;
  readonly text: string;
}

/**
 * How alike two texts must be to be the same paragraph, edited. Two different paragraphs of this essay share at most
 * 0.31 of their letter pairs (median 0.12); half a paragraph shares 0.67 with the whole.
 * The less the place speaks for a pair, the more the words must.
 */
const ALIKE = { betweenSameNeighbours: 0.4, inSameSection: 0.5, elsewhere: 0.6 } as const;

/**
 * Finds for each present text the recorded one that it continues. First whatever is letter for letter the same,
 * wherever it stands; then what was edited in its place, then what was edited and moved within its section (both in
 * order), and last what was edited and carried elsewhere.
 *
 * @param recorded in the order in which they were last published
 * @param present in reading order
 * @returns for each present text the index of its record, or `undefined` where it is new
 */
export function align(recorded: readonly PlacedText[], present: readonly PlacedText[]): (number | undefined)[] {
  const matching = new Matching(recorded, present);
  matching.matchExactly();
  matching.matchBetweenNeighbours();
  matching.matchInSections();
  matching.matchElsewhere();
  return matching.recordOf;
}

/** @returns as `align`, of those only that are letter for letter the same */
export function alignExactly(recorded: readonly PlacedText[], present: readonly PlacedText[]): (number | undefined)[] {
  const matching = new Matching(recorded, present);
  matching.matchExactly();
  return matching.recordOf;
}

class Matching {
  readonly recordOf: (number | undefined)[];
  readonly #presentOf: (number | undefined)[];
  readonly #recorded: readonly PlacedText[];
  readonly #present: readonly PlacedText[];
  readonly #sketches = new Map<PlacedText, Sketch>();

  constructor(recorded: readonly PlacedText[], present: readonly PlacedText[]) {
    this.#recorded = recorded;
    this.#present = present;
    this.recordOf = present.map(() => undefined);
    this.#presentOf = recorded.map(() => undefined);
  }

  matchExactly(): void {
    const byPrint = Map.groupBy(this.#recorded.keys(), (index) => fingerprint(this.#recorded[index]?.text ?? ""));
    const prints = this.#present.map(({ text }) => fingerprint(text));
    // Of several that read the same, the one of the same section goes first, so that none is carried off needlessly.
    for (const sameSection of [true, false]) {
      this.#present.forEach(({ section }, index) => {
        if (this.recordOf[index] !== undefined) return;
        const candidates = byPrint.get(prints[index] ?? "") ?? [];
        const found = candidates.find(
          (record) =>
            this.#presentOf[record] === undefined && (!sameSection || this.#recorded[record]?.section === section),
        );
        if (found !== undefined) this.#pair(found, index);
      });
    }
  }

  matchBetweenNeighbours(): void {
    const successor = this.#successors();
    const gapOfRecord = this.#gaps(this.#recorded, (index) =>
      this.#presentOf[index] === undefined ? undefined : index,
    );
    const gapOfPresent = this.#gaps(this.#present, (index) => this.recordOf[index]);
    this.#matchInOrder(
      ALIKE.betweenSameNeighbours,
      (record) => `${successor(this.#recorded[record]?.section)} ${gapOfRecord[record]}`,
      (present) => `${this.#present[present]?.section} ${gapOfPresent[present]}`,
    );
  }

  matchInSections(): void {
    const successor = this.#successors();
    this.#matchInOrder(
      ALIKE.inSameSection,
      (record) => successor(this.#recorded[record]?.section),
      (present) => this.#present[present]?.section ?? "",
    );
  }

  matchElsewhere(): void {
    const left = this.#unmatchedPresent();
    const pairs = this.#unmatchedRecords().flatMap((record) =>
      left.map((present) => ({ record, present, score: this.#similarity(record, present) })),
    );
    pairs
      .filter(({ score }) => score >= ALIKE.elsewhere)
      .sort((a, b) => b.score - a.score || a.record - b.record || a.present - b.present)
      .forEach(({ record, present }) => {
        if (this.#presentOf[record] === undefined && this.recordOf[present] === undefined) this.#pair(record, present);
      });
  }

  /** Where a section has another name now, most of what stood in it stands there. */
  #successors(): (section: string | undefined) => string {
    const present = new Set(this.#present.map(({ section }) => section));
    const votes = new Map<string, Map<string, number>>();
    this.#recorded.forEach(({ section }, record) => {
      const now = this.#present[this.#presentOf[record] ?? -1]?.section;
      if (now === undefined || present.has(section)) return;
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

  /** Pairs what is left in each group so that the order is kept and the sum of the similarities is greatest. */
  #matchInOrder(threshold: number, groupOfRecord: (i: number) => string, groupOfPresent: (i: number) => string): void {
    const records = Map.groupBy(this.#unmatchedRecords(), groupOfRecord);
    const presents = Map.groupBy(this.#unmatchedPresent(), groupOfPresent);
    for (const [group, rows] of records) {
      const columns = presents.get(group) ?? [];
      for (const [record, present] of bestInOrder(rows, columns, (a, b) => this.#similarity(a, b), threshold))
        this.#pair(record, present);
    }
  }

  #pair(record: number, present: number): void {
    this.recordOf[present] = record;
    this.#presentOf[record] = present;
  }

  #unmatchedRecords = (): number[] => [...this.#recorded.keys()].filter((i) => this.#presentOf[i] === undefined);
  #unmatchedPresent = (): number[] => [...this.#present.keys()].filter((i) => this.recordOf[i] === undefined);

  #similarity(record: number, present: number): number {
    const [a, b] = [this.#recorded[record], this.#present[present]];
    return a && b ? similarity(this.#sketch(a), this.#sketch(b)) : 0;
  }

  #sketch(placed: PlacedText): Sketch {
    const known = this.#sketches.get(placed) ?? sketch(placed.text);
    this.#sketches.set(placed, known);
    return known;
  }
}

/** Needleman and Wunsch's alignment without a penalty for gaps; of equal ones the earliest pairs are taken. */
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
