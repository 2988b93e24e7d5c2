/** Stems a word in lower case: `deterred` and `deter` become `deter`. */
export type Stem = (word: string) => string;

/** How the words of a language are compared, besides case, marks and what stands between them. */
export interface WordRules {
  /** Makes one of spellings that count as the same, in lower case and without marks: `ß` and `ss`. */
  readonly fold?: (word: string) => string;
  /** The stem of a word of a text, folded. */
  readonly stem: Stem;
  /** The stem of a word that is looked for, where it is another. */
  readonly stemOfQuery?: Stem;
  /** How a word is found that stands in a longer one; absent where it is not. */
  readonly inside?: InsideWords;
  /** Words that are not looked for beside others, in lower case. */
  readonly functionWords?: ReadonlySet<string>;
}

/** Finding words in words. */
export interface InsideWords {
  /** So long is a word at least that is found anywhere in another, in characters of its stem. */
  readonly least: number;
  /** Where shorter ones are found: at the beginning of another, or not in another at all. */
  readonly shorter: "beginning" | "whole";
  /** Length of the pieces by which words are indexed. It is no longer than `least`. */
  readonly piece: number;
}

/** A word of a text as it is compared. */
export interface ComparedWord {
  /** Folded. */
  readonly form: string;
  readonly stem: string;
}

/**
 * @param wanted a stem that is looked for. It is looked for in the form of a longer word: what a stemmer takes off depends
 *   on the length of the word.
 * @returns where it begins in the word's form; negative where it does not stand in it
 */
export function placeIn({ form, stem }: ComparedWord, wanted: string, inside: InsideWords | undefined): number {
  if (stem === wanted) return 0;
  if (!inside) return -1;
  if (wanted.length >= inside.least) return form.indexOf(wanted);
  return inside.shorter === "beginning" && form.startsWith(wanted) ? 0 : -1;
}

/** @returns the pieces by which a word of a text is indexed: all those of every stem that `placeIn` finds in it */
export function piecesOfWord({ form, stem }: ComparedWord, inside: InsideWords | undefined): string[] {
  if (!inside) return [stem];
  const beginnings =
    inside.shorter === "beginning"
      ? Array.from({ length: Math.min(inside.piece - 1, form.length) }, (_none, index) => form.slice(0, index + 1))
      : [];
  return [...beginnings, ...piecesOfStem(form, inside), ...piecesOfStem(stem, inside)];
}

/** @returns pieces that every word has in which this stem is found */
export function piecesOfStem(wanted: string, inside: InsideWords | undefined): string[] {
  if (!inside || wanted.length <= inside.piece) return [wanted];
  return Array.from({ length: wanted.length - inside.piece + 1 }, (_none, index) =>
    wanted.slice(index, index + inside.piece),
  );
}
