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
  /** Where it tells words that were left out: all of them, of which the text has the beginning. */
  readonly words?: string;
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
  readonly #about: ReadonlyMap<string, string>;
  readonly #moved = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #ruled = new Map<string, { answer: string; about: string }>();
  readonly #times = new Map<string, number>();

  /**
   * @param decisions answers by key
   * @param about the words that an answer was given to, by key: where their line has moved, the answer moves with them
   */
  constructor(decisions: Decisions = new Map(), about: ReadonlyMap<string, string> = new Map()) {
    this.#decisions = decisions;
    this.#about = about;
    for (const [key, words] of about) if (decisions.has(key)) this.#moved.set(`${kindOf(key)} ${words}`, key);
  }

  /** @returns findings with the same decisions, for a first look of which nothing is told */
  quiet(): Findings {
    return new Findings(this.#decisions, this.#about);
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
    const words = `${kindOf(guess.key)} ${guess.text}`;
    this.#times.set(words, (this.#times.get(words) ?? 0) + 1);
    const key = this.#keyFor(guess.key, guess.text);
    const answer = key === undefined ? undefined : this.#decisions.get(key);
    if (key !== undefined) this.#used.add(key);
    if (answer !== undefined && guess.answers.includes(answer)) {
      this.#ruled.set(guess.key, { answer, about: guess.text });
      return answer;
    }
    if (answer !== undefined)
      this.open.push({
        place: guess.place,
        text: `“${guess.key}: ${answer}” was not understood; it can be: ${guess.answers.join(", ")}`,
      });
    if (guess.confidence < CERTAIN) this.guesses.push(guess);
    return guess.taken;
  }

  /**
   * @param words what stands there, where it is known
   * @returns what a person has said about the place, if anything
   */
  answer(key: string, words?: string): string | undefined {
    const found = this.#keyFor(key, words);
    return found === undefined ? undefined : this.#decisions.get(found);
  }

  /** The decision for a place: the one of its key, unless that was about other words, or the one that was about its words. */
  #keyFor(key: string, words: string | undefined): string | undefined {
    const about = this.#about.get(key);
    if (this.#decisions.has(key) && (about === undefined || words === undefined || about === words)) return key;
    return words === undefined ? undefined : this.#moved.get(`${kindOf(key)} ${words}`);
  }

  /** Decisions that no guess asked for: their line has moved, or they are misspelt. */
  unusedDecisions(): string[] {
    return [...this.#decisions.keys()].filter((key) => !this.#used.has(key));
  }

  /**
   * The decisions as they stand now: by the places where they were used, and with the words that they were about, where
   * these stand nowhere else.
   */
  ruled(): { decisions: Map<string, string>; about: Map<string, string> } {
    const decisions = new Map<string, string>();
    const about = new Map<string, string>();
    for (const key of this.unusedDecisions()) decisions.set(key, this.#decisions.get(key) ?? "");
    for (const [key, ruled] of this.#ruled) {
      decisions.set(key, ruled.answer);
      if (this.#times.get(`${kindOf(key)} ${ruled.about}`) === 1) about.set(key, ruled.about);
    }
    return { decisions, about };
  }
}

/** `heading` of `heading 12` */
const kindOf = (key: string): string => key.split(" ")[0] ?? key;

/** From here on a guess is a rule that holds, and reporting it would hide the others. */
const CERTAIN = 0.97;

/** @returns the beginning of a text, for a message */
export const excerpt = (text: string, length = 40): string => {
  const characters = [...text.trim().replaceAll(/\s+/gu, " ")];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : characters.join("");
};

/** @returns a number with the noun for one or for any other number of things */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
