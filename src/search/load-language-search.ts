import type { Language } from "../essay/language.ts";
import { characterSearch } from "./characters.ts";
import type { LanguageSearch } from "./language-search.ts";
import { loadStemmer } from "./words/stemmers.ts";
import { wordSearch } from "./words/word-search.ts";

/** Languages without word spaces. */
const UNSPACED = new Set(["ja", "zh", "th", "lo", "km", "my"]);

/** Loads the strategy of a language. */
export async function loadLanguageSearch(language: Language): Promise<LanguageSearch> {
  const code = new Intl.Locale(language).language;
  return UNSPACED.has(code) ? characterSearch : wordSearch(await loadStemmer(code));
}
