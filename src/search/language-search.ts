import type { Range } from "./match.ts";
import type { Phrase } from "./query.ts";

/**
 * Strategy for one language: how texts and queries are cut and compared. Index format and engine are the same for all
 * languages; build and browser use the same strategy.
 */
export interface LanguageSearch {
  /** @returns the distinct phrases of a query */
  parse(query: string): Phrase[];
  /**
   * @param text of a unit
   * @returns the pieces by which the text is indexed, so that each phrase has one
   */
  pieces(text: string): Set<string>;
  /** @returns pieces that every text with the phrase has; empty where the phrase is shorter than a piece */
  piecesOf(phrase: Phrase): Set<string>;
  /** @returns for each phrase its occurrences in the text, in order and without overlap */
  find(text: string, phrases: readonly Phrase[]): Range[][];
  /** @returns the phrase as typed with what may else be written for it, such as numbers; absent where nothing is */
  readonly variants?: (written: string) => string[];
  /**
   * @returns the words that a phrase without spaces is made of, those that mean something by themselves; absent where
   *   words are parted by spaces
   */
  readonly wordsIn?: (phrase: Phrase) => Phrase[];
  /**
   * @returns the phrase as a passage that was copied with the number of its paragraph and the marks of its notes;
   *   nothing where it has no such number, or too little else
   */
  withoutNumbers(phrase: Phrase): Phrase | undefined;
}
