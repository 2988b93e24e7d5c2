import { type Language, lookUp } from "../essay/language.ts";
import type { CiteDialogStrings } from "./citation/strings.ts";
import type { NotesStrings } from "./notes/strings.ts";
import type { ReadingStrings } from "./reading/strings.ts";
import type { SearchStrings } from "./search/strings.ts";

/** Sets of strings that scripts load on demand, each in a folder of its name. */
interface StringSets {
  readonly citation: CiteDialogStrings;
  readonly notes: NotesStrings;
  readonly reading: ReadingStrings;
  readonly search: SearchStrings;
}

type Loaders<Set> = { readonly en: () => Promise<{ strings: Set }> } & Readonly<
  Record<Language, () => Promise<{ strings: Set }>>
>;

const LOADERS: { readonly [Name in keyof StringSets]: Loaders<StringSets[Name]> } = {
  citation: { ja: () => import("./citation/dialog-ja.ts"), en: () => import("./citation/dialog-en.ts") },
  notes: { ja: () => import("./notes/ja.ts"), en: () => import("./notes/en.ts") },
  reading: { ja: () => import("./reading/ja.ts"), en: () => import("./reading/en.ts") },
  search: { ja: () => import("./search/ja.ts"), en: () => import("./search/en.ts") },
};

/**
 * Loads one set of strings in the browser.
 *
 * @returns the site's own strings in this language; else those that the essay brings, for the search only; English ones
 *   where there are neither
 * @throws where a file cannot be loaded
 */
export async function loadStrings<Name extends keyof StringSets>(
  name: Name,
  language: Language,
): Promise<StringSets[Name]> {
  const loaders: Loaders<StringSets[Name]> = LOADERS[name];
  const own = lookUp(loaders, language);
  if (own) return (await own()).strings;
  const { strings } = await loaders.en();
  if (name !== "search") return strings;
  const [{ customTranslations }, { fromMessages }] = await Promise.all([import("./custom.ts"), import("./message.ts")]);
  return fromMessages(lookUp(customTranslations, language)?.search ?? {}, strings, language);
}
