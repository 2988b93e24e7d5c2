import { type Language, localeOf } from "../essay/language.ts";

/** @returns the name of a language in another: `英語` for English in Japanese */
export const languageName = (language: Language, reader: Language): string =>
  new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;

/** @returns a short code for display, `EN` */
export const languageSign = (language: Language): string => new Intl.Locale(language).language.toUpperCase();

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** @returns the value of the attribute `dir` */
export const direction = (language: Language): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";

/** @returns the value of `og:locale`, `ja_JP` */
export function openGraphLocale(language: Language): string {
  const { language: code, region } = new Intl.Locale(localeOf(language)).maximize();
  return `${code}_${region}`;
}
