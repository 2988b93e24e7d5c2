import type { Language } from "../essay/language.ts";
import type { LanguageSearch } from "./language-search.ts";

/** Languages without word spaces. */
const UNSPACED = new Set(["ja", "zh", "th", "lo", "km", "my"]);

/** Loads the strategy of a language. */
export async function loadLanguageSearch(language: Language): Promise<LanguageSearch> {
  const code = new Intl.Locale(language).language;
  if (UNSPACED.has(code)) return (await import("./characters.ts")).characterSearch;
  const [{ wordSearch }, { loadStemmer }] = await Promise.all([
    import("./words/word-search.ts"),
    import("./words/stemmers.ts"),
  ]);
  return wordSearch(await loadStemmer(code));
}
