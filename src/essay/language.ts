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

/** The language of messages to authors, and of every word that a language of the essay has no own one for. */
export const FALLBACK_LANGUAGE: Language = "en";

/**
 * Looks a language up by its tag, then by its tag's parents (RFC 4647, 3.4): `zh-Hant-TW`, `zh-Hant`, `zh`. Whatever is kept
 * by language is looked up so, or a text in `ja-JP` would be set as one in no language that is known.
 *
 * @returns what the table has for it; `undefined` where it has nothing for any of them
 */
export function lookUp<T>(table: Readonly<Record<Language, T>>, language: Language): T | undefined {
  const tag = lookUpTag(Object.keys(table), language);
  return tag === undefined ? undefined : table[tag];
}

/**
 * @returns the tag among those known under which a language is found: its own, else its nearest parent. A language is
 *   known by its usual script too: `zh` is `zh-Hans`, and `zh-TW` is `zh-Hant` before it is `zh`.
 */
export function lookUpTag(known: Iterable<Language>, language: Language): Language | undefined {
  const byLowerCase = new Map([...known].map((tag) => [tag.toLowerCase(), tag]));
  const parts = language.toLowerCase().split("-");
  const tags: string[] = [];
  while (parts.length > 0) {
    tags.push(parts.join("-"));
    parts.pop();
    // A single letter begins an extension, and means nothing without what follows it.
    if (parts.at(-1)?.length === 1) parts.pop();
  }
  tags.splice(Math.max(tags.length - 1, 1), 0, withScript(language));
  return tags.map((tag) => byLowerCase.get(tag)).find((found) => found !== undefined);
}

/** @returns language and script, `zh-hant` for `zh-TW`; nothing that anything is known by where the tag is no tag */
function withScript(language: Language): string {
  try {
    const { language: code, script } = new Intl.Locale(language).maximize();
    return language.toLowerCase().startsWith(code) ? `${code}-${script}`.toLowerCase() : "";
  } catch {
    return "";
  }
}
