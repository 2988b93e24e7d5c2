import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";

/** @returns the name of a language in another: `英語` for English in Japanese */
export const languageName = (language: Language, reader: Language): string =>
  new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;

/** @returns a short code for display, `EN` */
export const languageSign = (language: Language): string => new Intl.Locale(language).language.toUpperCase();

/** @returns the value of `og:locale`, `ja_JP` */
export function openGraphLocale(language: Language): string {
  const { language: code, region } = new Intl.Locale(profileOf(language).locale).maximize();
  return `${code}_${region}`;
}
