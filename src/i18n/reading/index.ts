import type { Language } from "../../essay/model.ts";
import type { ReadingStrings } from "./strings.ts";

const LOADERS: Readonly<Record<Language, () => Promise<{ readingStrings: ReadingStrings }>>> = {
  ja: () => import("./ja.ts"),
  en: () => import("./en.ts"),
};

/**
 * Loads the strings of one language.
 *
 * @throws where no file of strings exists for it
 */
export async function loadReadingStrings(language: Language): Promise<ReadingStrings> {
  const load = LOADERS[language];
  if (!load) throw new Error(`The reading page has no strings for “${language}”: add src/i18n/reading/${language}.ts.`);
  return (await load()).readingStrings;
}
