/** A BCP 47 language tag, as `essay.yaml` lists it (`ja`, `en`). */
export type Language = string;

/** A value for each language of the essay. */
export type Localised<T = string> = Readonly<Record<Language, T>>;

/**
 * @returns what stands there in a language; in the essay's first where it has none, so that a name or a title is never
 *   lost to a reader of another
 */
export const inLanguage = <T>(texts: Localised<T>, language: Language): T | undefined =>
  texts[language] ?? Object.values(texts)[0];

/** @returns the same for what an essay may do without */
export const maybeInLanguage = <T>(texts: Localised<T> | undefined, language: Language): T | undefined =>
  texts && inLanguage(texts, language);

/** @returns the locale in which a language's dates and lists are written; the text is in British English */
export const localeOf = (language: Language): string => (language === "en" ? "en-GB" : language);
