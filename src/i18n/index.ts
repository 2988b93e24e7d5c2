import { type Language, lookUp } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { customTranslations } from "./custom.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { fromMessages } from "./message.ts";
import type { Strings } from "./strings.ts";

const STRINGS: Readonly<Record<Language, Strings>> = { ja, en };

/**
 * @param language a language of `essay.yaml`
 * @returns the interface strings in that language: the site's own, else those that the essay supplies, else English ones
 */
export function strings(language: Language): Strings {
  const custom = customTranslations[language];
  const own = custom ? undefined : lookUp(STRINGS, language);
  if (own) return own;
  const given = custom ?? lookUp(customTranslations, language);
  return given ? fromMessages(given.interface, en, language) : en;
}

/**
 * @param date an ISO 8601 date, as precise as it is known: `2023`, `2023-03`, `2023-03-17`
 * @returns the date in the style of the language
 */
export function formatDate(date: string, language: Language): string {
  const [year = "1970", month, day] = date.split("-");
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  return new Intl.DateTimeFormat(profileOf(language).locale, options).format(
    new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`),
  );
}
