/** Stems a word in lower case: `deterred` and `deter` become `deter`. */
export type Stem = (word: string) => string;

/** Languages whose words are stemmed. In others they match only as typed, or by rules of their own (`load-rules.ts`). */
const LOADERS: Readonly<Record<string, () => Promise<{ stemmer: Stem }>>> = {
  da: () => import("@orama/stemmers/danish"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  it: () => import("@orama/stemmers/italian"),
  nl: () => import("@orama/stemmers/dutch"),
  no: () => import("@orama/stemmers/norwegian"),
  pt: () => import("@orama/stemmers/portuguese"),
  ru: () => import("@orama/stemmers/russian"),
  sv: () => import("@orama/stemmers/swedish"),
};

/** @param code primary language subtag, `en` */
export const loadStemmer = async (code: string): Promise<Stem> =>
  (await LOADERS[code]?.())?.stemmer ?? ((word) => word);
