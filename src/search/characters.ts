import { otherNumbers } from "./east-asian-numbers.ts";
import type { LanguageSearch } from "./language-search.ts";
import { findPhrases } from "./match.ts";
import { gapsOf } from "./note-numbers.ts";
import { parseQuery } from "./query.ts";
import { normalise, pairs } from "./tokenise.ts";

/**
 * What a phrase is about: words in katakana, in letters, and in ideographs with their numbers. What kana stand between
 * them are particles and endings, and a single ideograph before such an ending is a verb's (落ちた).
 */
const WORD = /[\p{Script=Katakana}ー]{2,}|[\p{Script=Latin}\p{M}]{2,}|[\p{Script=Han}\p{N}々〇ヶ]{2,}/gu;

/** Exact search by pairs of neighbouring characters, for languages without spaces between words. */
export const characterSearch: LanguageSearch = {
  parse: parseQuery,
  pieces: (text) => {
    const normal = normalise(text);
    return new Set([...pairs(normal), ...normal]);
  },
  piecesOf: ({ normal, gaps }) => new Set((gaps?.parts ?? [normal]).flatMap((part) => [...pairs(part)])),
  find: findPhrases,
  variants: otherNumbers,
  wordsIn: ({ written }) => {
    const text = written.normalize("NFKC");
    const words = text.match(WORD) ?? [];
    return words[0] === text ? [] : [...new Set(words)].map((word) => ({ written: word, normal: normalise(word) }));
  },
  withoutNumbers: (phrase) => {
    const gaps = gapsOf(phrase.normal);
    return gaps && { ...phrase, gaps };
  },
};
