import type { Language } from "../../essay/model.ts";
import type { SearchStrings } from "./strings.ts";

const LOADERS: Readonly<Record<Language, () => Promise<{ searchStrings: SearchStrings }>>> = {
  ja: () => import("./ja.ts"),
  en: () => import("./en.ts"),
};

/** Loads the strings of one language: the site's own, else those that the essay brings. */
export async function loadSearchStrings(language: Language): Promise<SearchStrings> {
  const own = LOADERS[language];
  if (own) return (await own()).searchStrings;
  const [{ givenStrings }, { fromMessages }, { searchStrings }] = await Promise.all([
    import("../custom.ts"),
    import("../message.ts"),
    import("./en.ts"),
  ]);
  return fromMessages(givenStrings[language]?.search ?? {}, searchStrings, language);
}
