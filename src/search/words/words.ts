/** A word of a text, with its place in the text as written. */
export interface Word {
  /** Lower case, without diacritics: `przewodow` for `Przewodów`. */
  readonly normal: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A number with its separators, a run of letters and digits, or a single character of a script without spaces.
 * Hyphens, dashes and apostrophes stand between words, so that `NATO’s` contains `NATO`.
 */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]]+|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gv;

/** @returns the words of a text, in order */
export function words(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    normal: normaliseWord(written),
    start: index,
    end: index + written.length,
  }));
}

/** Digits are compared without the commas that group them: `1300` is `1,300`. */
const normaliseWord = (word: string): string =>
  word
    .normalize("NFKD")
    .replaceAll(/\p{M}|(?<=\p{N}),(?=\p{N})/gu, "")
    .toLowerCase();
