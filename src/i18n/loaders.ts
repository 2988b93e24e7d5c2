import type { Language } from "../essay/language.ts";
import type { CiteDialogStrings } from "./citation/strings.ts";
import type { NotesStrings } from "./notes/strings.ts";
import type { ReadingStrings } from "./reading/strings.ts";
import type { SearchStrings } from "./search/strings.ts";

/** Sets of strings that scripts load on demand, each in a folder of its name. */
export interface StringSets {
  readonly citation: CiteDialogStrings;
  readonly notes: NotesStrings;
  readonly reading: ReadingStrings;
  readonly search: SearchStrings;
}

/** By language, what loads a set in it. */
export type Loaders<Set> = Readonly<Record<Language, () => Promise<{ strings: Set }>>>;

/**
 * What loads each set in each language. A build replaces this module by one that has the essay's languages and no others,
 * those with strings of the essay's own among them (`src/integrations/string-sets.ts`).
 */
export const LOADERS: { readonly [Name in keyof StringSets]: Loaders<StringSets[Name]> } = {
  citation: {
    ar: () => import("./citation/dialog-ar.ts"),
    de: () => import("./citation/dialog-de.ts"),
    en: () => import("./citation/dialog-en.ts"),
    fr: () => import("./citation/dialog-fr.ts"),
    ja: () => import("./citation/dialog-ja.ts"),
    ko: () => import("./citation/dialog-ko.ts"),
    "zh-Hans": () => import("./citation/dialog-zh-hans.ts"),
  },
  notes: {
    ar: () => import("./notes/ar.ts"),
    de: () => import("./notes/de.ts"),
    en: () => import("./notes/en.ts"),
    fr: () => import("./notes/fr.ts"),
    ja: () => import("./notes/ja.ts"),
    ko: () => import("./notes/ko.ts"),
    "zh-Hans": () => import("./notes/zh-hans.ts"),
  },
  reading: {
    ar: () => import("./reading/ar.ts"),
    de: () => import("./reading/de.ts"),
    en: () => import("./reading/en.ts"),
    fr: () => import("./reading/fr.ts"),
    ja: () => import("./reading/ja.ts"),
    ko: () => import("./reading/ko.ts"),
    "zh-Hans": () => import("./reading/zh-hans.ts"),
  },
  search: {
    ar: () => import("./search/ar.ts"),
    de: () => import("./search/de.ts"),
    en: () => import("./search/en.ts"),
    fr: () => import("./search/fr.ts"),
    ja: () => import("./search/ja.ts"),
    ko: () => import("./search/ko.ts"),
    "zh-Hans": () => import("./search/zh-hans.ts"),
  },
};
