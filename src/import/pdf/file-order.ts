import { mendCharacters } from "../characters.ts";

/** A word of a script that parts words by spaces and is written from left to right: of others a file's order tells none. */
const WORD = /(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}])\p{L}\p{M}*)+/gu;

const wordsIn = (text: string): string[] => [...mendCharacters(text).matchAll(WORD)].map(([word]) => word);

/** In whatever order a file has a word's letters: initials and what is raised come apart from the rest. */
const lettersOf = (word: string): string => [...word].sort().join("");

/**
 * Compares two readings of a page of which neither knows the other: where a space was lost or put in, or a letter went to
 * another word, they have other words.
 *
 * @param own the lines that were read from where the letters stand
 * @param file what the file has, in its order and with the spaces that the library sees in it
 * @returns the words of the lines that the file does not have, or not as often
 */
export function otherWords(own: string, file: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsIn(file)) {
    const letters = lettersOf(word);
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return wordsIn(own).filter((word) => {
    const letters = lettersOf(word);
    const left = counts.get(letters) ?? 0;
    counts.set(letters, left - 1);
    return left <= 0;
  });
}
