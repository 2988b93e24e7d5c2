import type { Language } from "../essay/language.ts";
import { isSpaced } from "../essay/spaces.ts";
import { characterSearch } from "./characters.ts";
import type { LanguageSearch } from "./language-search.ts";
import { withoutFunctionWords } from "./query.ts";
import { loadRules } from "./words/load-rules.ts";
import { wordSearch } from "./words/word-search.ts";

/** Loads the strategy of a language. */
export async function loadLanguageSearch(language: Language): Promise<LanguageSearch> {
  const rules = await loadRules(new Intl.Locale(language).language);
  const search = isSpaced(language) ? wordSearch(rules) : characterSearch;
  return { ...search, parse: (query) => withoutFunctionWords(search.parse(query), rules.functionWords) };
}
