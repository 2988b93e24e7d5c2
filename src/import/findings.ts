import { type CharacterCounts, noCounts } from "./characters.ts";

/** What a person may answer to a guess: `import.yaml` and `--decide` carry it. */
export interface Guess {
  /** `heading 12`: what kind of thing, and its line or page and line in the manuscript. One word for one place. */
  readonly key: string;
  /** Where it stands in the manuscript: `line 12`, `page 3, line 12`. */
  readonly place: string;
  /** What was read. */
  readonly text: string;
  /** What it was taken for: `heading 1`, `same paragraph`. */
  readonly taken: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** What can be answered instead. */
  readonly answers: readonly string[];
}

/** Something to look at: at a place of the manuscript. */
export interface Remark {
  readonly place: string;
  readonly text: string;
}

/** Answers to guesses, by key. */
export type Decisions = ReadonlyMap<string, string>;

/** What is found out while a manuscript is read; the report is made of it. */
export class Findings {
  readonly characters: CharacterCounts = noCounts();
  /** Counts by what was counted, in the order in which they are first known. */
  readonly counts = new Map<string, number>();
  readonly guesses: Guess[] = [];
  /** What looks like the author's slip; nothing of it was touched. */
  readonly slips: Remark[] = [];
  /** What the essay's form cannot carry, or the manuscript holds and does not show. */
  readonly leftOut: Remark[] = [];
  /** What is missing and left open. */
  readonly open: Remark[] = [];
  /** Ids that were proposed for headings. */
  readonly ids: { readonly id: string; readonly title: string }[] = [];
  readonly #decisions: Decisions;
  readonly #used = new Set<string>();

  constructor(decisions: Decisions = new Map()) {
    this.#decisions = decisions;
  }

  /** @returns findings with the same decisions, for a first look of which nothing is told */
  quiet(): Findings {
    return new Findings(this.#decisions);
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /**
   * Takes something for what it most probably is, unless a person has said otherwise.
   *
   * @param guess what it is taken for; a guess that is all but certain is not told, yet may be overruled
   * @returns what it is
   */
  decide(guess: Guess): string {
    const answer = this.#decisions.get(guess.key);
    if (answer !== undefined) this.#used.add(guess.key);
    if (answer !== undefined && guess.answers.includes(answer)) return answer;
    if (answer !== undefined)
      this.open.push({
        place: guess.place,
        text: `“${guess.key}: ${answer}” was not understood; it can be: ${guess.answers.join(", ")}`,
      });
    if (guess.confidence < CERTAIN) this.guesses.push(guess);
    return guess.taken;
  }

  /** @returns what a person has said about the place, if anything */
  answer(key: string): string | undefined {
    return this.#decisions.get(key);
  }

  /** Decisions that no guess asked for: their line has moved, or they are misspelt. */
  unusedDecisions(): string[] {
    return [...this.#decisions.keys()].filter((key) => !this.#used.has(key));
  }
}

/** From here on a guess is a rule that holds, and reporting it would hide the others. */
const CERTAIN = 0.97;

/** @returns the beginning of a text, for a message */
export const excerpt = (text: string, length = 40): string => {
  const characters = [...text.trim().replaceAll(/\s+/gu, " ")];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : characters.join("");
};
