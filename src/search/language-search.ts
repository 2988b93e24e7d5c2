import type { Range } from "./match.ts";
import type { Phrase } from "./query.ts";

/**
 * How texts of one language are cut, indexed and compared. The index, its files and the engine are the same for all;
 * build and browser get the same strategy for the same language, so that both sides cut alike.
 */
export interface LanguageSearch {
  /** @returns the phrases of a query as typed, each once */
  parse(query: string): Phrase[];
  /**
   * @param text a unit's text as written
   * @param singles whether what is shorter than a usual piece is wanted too
   * @returns the pieces under which the text stands in the index
   */
  pieces(text: string, singles: boolean): Set<string>;
  /** @returns the pieces that every text with the phrase has; empty where the phrase is shorter than a piece */
  piecesOf(phrase: Phrase): Set<string>;
  /** @returns for each phrase its places in the text as written, from left to right, without overlap */
  find(text: string, phrases: readonly Phrase[]): Range[][];
  /**
   * @returns the phrase as a passage that was copied with the number of its paragraph and the marks of its notes;
   *   nothing where it has no such number, or too little else
   */
  withoutNumbers(phrase: Phrase): Phrase | undefined;
}
