import { otherNumbers } from "./east-asian-numbers.ts";
import type { LanguageSearch } from "./language-search.ts";
import { findPhrases } from "./match.ts";
import { gapsOf } from "./note-numbers.ts";
import { parseQuery } from "./query.ts";
import { normalise, pairs } from "./tokenise.ts";

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
  withoutNumbers: (phrase) => {
    const gaps = gapsOf(phrase.normal);
    return gaps && { ...phrase, gaps };
  },
};
