import type { Language } from "./model.ts";

/**
 * Reading speed by language: characters a minute where words are not spaced, words a minute elsewhere.
 * Japanese: 500 characters, the middle of the range usually given for adults (400–600).
 * Others: 238 words, the mean for non-fiction in Brysbaert (2019), doi:10.1016/j.jml.2019.104047.
 */
const CHARACTERS_A_MINUTE: Readonly<Record<Language, number>> = { ja: 500, zh: 500 };
const WORDS_A_MINUTE = 238;

/** @returns the length of the text in the unit that its language is measured in. */
export function textLength(text: string, language: Language): number {
  return language in CHARACTERS_A_MINUTE
    ? [...text.replaceAll(/\s/gu, "")].length
    : text.split(/\s+/u).filter(Boolean).length;
}

/** @returns the time to read the text, in whole minutes, at least 1. */
export function readingMinutes(text: string, language: Language): number {
  const speed = CHARACTERS_A_MINUTE[language] ?? WORDS_A_MINUTE;
  return Math.max(1, Math.round(textLength(text, language) / speed));
}
