/** A word with its range in the text, in UTF-16 units. */
export interface Word {
  /** Lower case, without diacritics: `przewodow` for `Przewodów`. */
  readonly normal: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A number with separators, a run of letters and digits, or one character of a script without word spaces. Hyphens,
 * dashes and apostrophes separate words, so that `NATO’s` contains `NATO`.
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

/** Group separators are removed: `1,300` equals `1300`. */
const normaliseWord = (word: string): string =>
  // Most words of a text in Latin letters have nothing else to be normalised.
  (/^\w+$/.test(word)
    ? word
    : word
        .normalize("NFKD")
        .replaceAll(/\p{M}|(?<=\p{N}),(?=\p{N})/gu, "")
        // Syllables of Hangul, which NFKD has taken apart.
        .normalize("NFC")
  ).toLowerCase();
