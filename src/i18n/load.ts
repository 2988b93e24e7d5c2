import { FALLBACK_LANGUAGE, type Language, lookUp } from "../essay/language.ts";
import { LOADERS, type Loaders, type StringSets } from "./loaders.ts";

/**
 * Loads one set of strings in the browser.
 *
 * @returns the strings in this language, those that the essay brings among them; English ones where there are none
 * @throws where a file cannot be loaded
 */
export async function loadStrings<Name extends keyof StringSets>(
  name: Name,
  language: Language,
): Promise<StringSets[Name]> {
  const loaders: Loaders<StringSets[Name]> = LOADERS[name];
  const load = lookUp(loaders, language) ?? loaders[FALLBACK_LANGUAGE];
  if (!load) throw new Error(`There are no strings in “${language}”.`);
  return (await load()).strings;
}
