import type { Language } from "../essay/language.ts";
import { isSpaced } from "../essay/scripts.ts";
import { characterSearch } from "./characters.ts";
import type { LanguageSearch } from "./language-search.ts";
import { loadStemmer } from "./words/stemmers.ts";
import { wordSearch } from "./words/word-search.ts";

/** Loads the strategy of a language. */
export async function loadLanguageSearch(language: Language): Promise<LanguageSearch> {
  if (!isSpaced(language)) return characterSearch;
  return wordSearch(await loadStemmer(new Intl.Locale(language).language));
}
