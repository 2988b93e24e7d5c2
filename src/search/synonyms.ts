import type { LanguageSearch } from "./language-search.ts";
import type { Phrase } from "./query.ts";

/**
 * @param sets words of which each finds the others
 * @returns the phrases, those in which a word of a set stands, or what is written in several ways, with what is looked for
 *   besides; a phrase in quotation marks is meant as it is
 */
export function withSynonyms(
  phrases: readonly Phrase[],
  sets: readonly (readonly string[])[],
  language: Pick<LanguageSearch, "parse" | "find" | "variants">,
): Phrase[] {
  const phraseOf = (written: string): Phrase | undefined =>
    language.parse(/\s/u.test(written) ? `“${written}”` : written)[0];
  return phrases.map((phrase) => {
    if (phrase.exact) return phrase;
    const others = [
      ...sets.flatMap((set) => set.flatMap((word) => replacements(phrase.written, word, set, phraseOf, language))),
      ...(language.variants?.(phrase.written) ?? []),
    ].flatMap((written) => phraseOf(written) ?? []);
    const distinct = new Map(others.map((other) => [other.normal, other]));
    distinct.delete(phrase.normal);
    return distinct.size > 0 ? { ...phrase, synonyms: [...distinct.values()] } : phrase;
  });
}

/** @returns the text with each of the other words in the place of one, where it has that one */
function replacements(
  text: string,
  word: string,
  set: readonly string[],
  phraseOf: (written: string) => Phrase | undefined,
  language: Pick<LanguageSearch, "find">,
): string[] {
  const phrase = phraseOf(word);
  const [range] = (phrase && language.find(text, [phrase])[0]) ?? [];
  if (!range) return [];
  // 防衛 is no whole word in 防衛費, where that is a word of the set itself.
  const isPartOfLonger = set.some(
    (other) => other.length > word.length && other.includes(word) && text.includes(other),
  );
  if (isPartOfLonger) return [];
  return set
    .filter((other) => other !== word)
    .map((other) => `${text.slice(0, range.start)}${other}${text.slice(range.end)}`);
}

/** @returns what finds a phrase by itself and by its synonyms, as `find` does without them */
export const findWithSynonyms =
  (find: LanguageSearch["find"]): LanguageSearch["find"] =>
  (text, phrases) =>
    phrases.map((phrase) => {
      const places = find(text, [phrase, ...(phrase.synonyms ?? [])]);
      if (places.length === 1) return places[0] ?? [];
      const all = places.flat().sort((a, b) => a.start - b.start || b.end - a.end);
      return all.filter((range, index) => !all.slice(0, index).some(({ end }) => end > range.start));
    });
