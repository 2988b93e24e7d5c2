import type { Language } from "../essay/language.ts";
import { isSpaced } from "../essay/spaces.ts";
import { characterSearch } from "./characters.ts";
import type { LanguageSearch } from "./language-search.ts";
import { loadRules } from "./words/load-rules.ts";
import { wordSearch } from "./words/word-search.ts";

/** Loads the strategy of a language. */
export async function loadLanguageSearch(language: Language): Promise<LanguageSearch> {
  if (!isSpaced(language)) return characterSearch;
  return wordSearch(await loadRules(new Intl.Locale(language).language));
}
