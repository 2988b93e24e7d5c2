import type { Language } from "../../essay/model.ts";
import type { ReadingStrings } from "./strings.ts";

const english = () => import("./en.ts");
const LOADERS: Readonly<Record<Language, () => Promise<{ readingStrings: ReadingStrings }>>> = {
  ja: () => import("./ja.ts"),
  en: english,
};

/** Loads the strings of one language; the English ones where it has none. */
export async function loadReadingStrings(language: Language): Promise<ReadingStrings> {
  return (await (LOADERS[language] ?? english)()).readingStrings;
}
