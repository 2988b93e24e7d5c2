import type { Language } from "../../essay/model.ts";
import type { SearchStrings } from "./strings.ts";

const LOADERS: Readonly<Record<Language, () => Promise<{ searchStrings: SearchStrings }>>> = {
  ja: () => import("./ja.ts"),
  en: () => import("./en.ts"),
};

/**
 * Loads the strings of one language.
 *
 * @throws where no file of strings exists for it
 */
export async function loadSearchStrings(language: Language): Promise<SearchStrings> {
  const load = LOADERS[language];
  if (!load) throw new Error(`The search has no strings for “${language}”: add src/i18n/search/${language}.ts.`);
  return (await load()).searchStrings;
}
