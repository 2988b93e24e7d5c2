import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { onceForEach } from "../essay/once.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { englishFor } from "./english-for.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { mergedStrings } from "./merge.ts";
import type { Strings } from "./strings.ts";
import { zhHans } from "./zh-hans.ts";

const STRINGS: Readonly<Record<Language, Strings>> = { ar, de, en, fr, ja, ko, "zh-Hans": zhHans };

/** Languages that the site has all strings of. */
export const OWN_LANGUAGES: readonly Language[] = Object.keys(STRINGS);

/**
 * @param language a language of `essay.yaml`
 * @returns the interface strings in that language: those that the essay supplies, else the site's own, else English ones
 */
export const strings = (language: Language): Strings =>
  mergedStrings("interface", language, STRINGS, () => englishFor(language));

/**
 * @param date an ISO 8601 date, as precise as it is known: `2023`, `2023-03`, `2023-03-17`
 * @returns the date in the style of the language
 */
export function formatDate(date: string, language: Language): string {
  const [year = "1970", month, day] = date.split("-");
  const { format } = formats[day ? "day" : month ? "month" : "year"](profileOf(language).locale);
  return format(new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`));
}

const formatOf = (options: Intl.DateTimeFormatOptions) =>
  onceForEach((locale) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", ...options }));
/** By how precise a date is; to make one takes as long as to write a hundred dates. */
const formats = {
  year: formatOf({}),
  month: formatOf({ month: "long" }),
  day: formatOf({ month: "long", day: "numeric" }),
};
