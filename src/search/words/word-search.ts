import type { LanguageSearch } from "../language-search.ts";
import type { Range } from "../match.ts";
import { isEnough, withoutGluedNumbers } from "../note-numbers.ts";
import { cutQuery, type Phrase } from "../query.ts";
import { remember } from "../remember.ts";
import { type ComparedWord, piecesOfStem, piecesOfWord, placeIn, type WordRules } from "./word-rules.ts";
import { type Word, words } from "./words.ts";

/** An ending that readers type without meaning it. */
const POSSESSIVE = /['’]s$/iu;

/**
 * Search by words: stemmed, or exact in quotation marks. Case, diacritics and punctuation between words are ignored.
 */
export function wordSearch({ fold = (word) => word, stem, stemOfQuery = stem, inside }: WordRules): LanguageSearch {
  const compared = remember((normal): ComparedWord => {
    const form = fold(normal);
    return { form, stem: stem(form) };
  }, Number.POSITIVE_INFINITY);
  const wordsOf = remember(words);
  const partsOf = (phrase: Phrase): string[] => phrase.normal.split(" ");
  const normalOf = (written: string, isExact: boolean): string => {
    const forms = words(isExact ? written : written.replace(POSSESSIVE, "")).map(({ normal }) => fold(normal));
    return (isExact ? forms : forms.map((form) => stemOfQuery(form))).join(" ");
  };
  /** In quotation marks a word is found in no other, but with what is written to its end. */
  const placeExactly = (form: string, part: string): number =>
    form === part || (inside?.shorter === "beginning" && form.startsWith(part)) ? 0 : -1;

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
    pieces: (text) => new Set(words(text).flatMap(({ normal }) => piecesOfWord(compared(normal), inside))),
    piecesOf: (phrase) =>
      new Set(
        (phrase.exact ? partsOf(phrase).map(stem) : partsOf(phrase)).flatMap((part) => piecesOfStem(part, inside)),
      ),
    find: (text, phrases) => {
      const all = wordsOf(text);
      return phrases.map((phrase) =>
        phrase.exact
          ? findSequence(all, partsOf(phrase), (word, part) => placeExactly(compared(word.normal).form, part))
          : findSequence(all, partsOf(phrase), (word, part) => placeIn(compared(word.normal), part, inside)),
      );
    },
    withoutNumbers: (phrase) => {
      const written = withoutGluedNumbers(phrase.written);
      if (written === phrase.written || !isEnough(written)) return undefined;
      return { ...phrase, written, normal: normalOf(written, phrase.exact ?? false) };
    },
  };
}

/** @param place gives where a part stands in a word; negative where it does not */
function findSequence(
  all: readonly Word[],
  parts: readonly string[],
  place: (word: Word, part: string) => number,
): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index + parts.length <= all.length; index += 1) {
    const [first, last] = [all[index], all[index + parts.length - 1]];
    const start = first ? place(first, parts[0] ?? "") : -1;
    if (!first || !last || start < 0) continue;
    if (parts.some((part, offset) => offset > 0 && place(all[index + offset] ?? last, part) < 0)) continue;
    ranges.push(rangeOf(first, last, start));
    index += parts.length - 1;
  }
  return ranges;
}

/** @returns the words, the first from where the part stands in it, where its letters can be counted */
function rangeOf(first: Word, last: Word, place: number): Range {
  const isCounted = first.normal.length === first.end - first.start;
  return { start: first.start + (isCounted ? place : 0), end: last.end };
}
