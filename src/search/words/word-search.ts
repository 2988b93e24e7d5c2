import type { LanguageSearch } from "../language-search.ts";
import type { Range } from "../match.ts";
import { isEnough, withoutGluedNumbers } from "../note-numbers.ts";
import { cutQuery, type Phrase } from "../query.ts";
import type { Stem } from "./stemmers.ts";
import { type Word, words } from "./words.ts";

/** An ending that readers type without meaning it. */
const POSSESSIVE = /['’]s$/iu;

/**
 * Search by words: stemmed, or exact in quotation marks. Case, diacritics and punctuation between words are ignored.
 */
export function wordSearch(stem: Stem): LanguageSearch {
  const stems = new Map<string, string>();
  const stemOf = (normal: string): string => {
    const known = stems.get(normal) ?? stem(normal);
    stems.set(normal, known);
    return known;
  };
  const partsOf = (phrase: Phrase): string[] => phrase.normal.split(" ");
  const normalOf = (written: string, isExact: boolean): string => {
    const forms = words(isExact ? written : written.replace(POSSESSIVE, "")).map(({ normal }) => normal);
    return (isExact ? forms : forms.map(stemOf)).join(" ");
  };

  return {
    parse: (query) => {
      const phrases: Phrase[] = [];
      for (const { written, quoted } of cutQuery(query)) {
        const normal = normalOf(written, quoted);
        if (normal && !phrases.some((phrase) => phrase.normal === normal && phrase.exact === quoted))
          phrases.push({ written, normal, exact: quoted });
      }
      return phrases;
    },
    pieces: (text) => new Set(words(text).map(({ normal }) => stemOf(normal))),
    piecesOf: (phrase) => new Set(phrase.exact ? partsOf(phrase).map(stemOf) : partsOf(phrase)),
    find: (text, phrases) => {
      const all = words(text);
      return phrases.map((phrase) => {
        const form = phrase.exact ? (word: Word) => word.normal : (word: Word) => stemOf(word.normal);
        return findSequence(all, partsOf(phrase), form);
      });
    },
    withoutNumbers: (phrase) => {
      const written = withoutGluedNumbers(phrase.written);
      if (written === phrase.written || !isEnough(written)) return undefined;
      return { ...phrase, written, normal: normalOf(written, phrase.exact ?? false) };
    },
  };
}

function findSequence(all: readonly Word[], parts: readonly string[], form: (word: Word) => string): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index + parts.length <= all.length; index += 1) {
    const candidates = all.slice(index, index + parts.length);
    if (!candidates.every((word, offset) => form(word) === parts[offset])) continue;
    const [first] = candidates;
    const last = candidates.at(-1);
    if (first && last) ranges.push({ start: first.start, end: last.end });
    index += parts.length - 1;
  }
  return ranges;
}
