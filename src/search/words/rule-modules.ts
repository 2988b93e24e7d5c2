/**
 * The modules with what is known of the words of a language, by its primary subtag: rules of its own (`rules`), or a stemmer
 * alone (`stemmer`). In other languages words match only as typed.
 */
export const RULE_MODULES: Readonly<Record<string, string>> = {
  ar: "./arabic.ts",
  da: "@orama/stemmers/danish",
  de: "./german.ts",
  en: "./english.ts",
  es: "@orama/stemmers/spanish",
  fa: "./arabic.ts",
  fi: "@orama/stemmers/finnish",
  fr: "@orama/stemmers/french",
  it: "@orama/stemmers/italian",
  ko: "./korean.ts",
  nl: "@orama/stemmers/dutch",
  no: "@orama/stemmers/norwegian",
  pt: "@orama/stemmers/portuguese",
  ru: "@orama/stemmers/russian",
  sv: "@orama/stemmers/swedish",
  ur: "./arabic.ts",
};
