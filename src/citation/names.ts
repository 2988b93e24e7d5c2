import type { CslDate, Name, PersonName } from "../essay/bibliographic.ts";
import { profileOf } from "../essay/language-profile.ts";

const join = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join(" ");

/**
 * @returns a name as running text writes it. Its own script decides on the order: Chinese, Japanese and Korean names have
 *   the family first and no space, foreign ones in kana a point between their parts.
 */
export function writeName(name: Name): string {
  if ("literal" in name) return name.literal;
  const { family, given, suffix } = name;
  if (!given) return familyOf(name);
  if (/^[\p{Script=Katakana}ー・＝]+$/u.test(family)) return `${given}・${family}`;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々]/u.test(family)) return family + given;
  return join(given, name["dropping-particle"], familyOf(name), suffix);
}

/** @returns a person's family name with the particle that belongs to it, a body's name whole */
export const familyOf = (name: Name): string =>
  "literal" in name ? name.literal : join(name["non-dropping-particle"], name.family);

/** @returns given names with the particle that leaves the family name alone */
export const givenOf = (name: PersonName): string => join(name.given, name["dropping-particle"]);

/** @returns a name as a list sorts it: `Doe, Jane`, `de la Cruz, Ana, Jr.`; a body's as it is */
export function sortedName(name: Name): string {
  if ("literal" in name) return name.literal;
  return [familyOf(name), givenOf(name), name.suffix].filter((part) => part).join(", ");
}

/** @returns names in a row, as the language’s profile joins them: `A, B and C` in English, which is British */
export const listNames = (names: readonly Name[], language: string): string =>
  new Intl.ListFormat(profileOf(language).locale, { type: "conjunction" }).format(names.map(writeName));

/** @returns a date of CSL-JSON in ISO 8601, as exact as it is known */
export const isoDate = (date: CslDate | undefined): string =>
  (date?.["date-parts"][0] ?? []).map((part) => String(part).padStart(2, "0")).join("-");

/** @returns an ISO 8601 date in the form of CSL-JSON */
export const cslDate = (date: string): CslDate => {
  const [year = 0, ...rest] = date.split("-").map(Number);
  return { "date-parts": [[year, ...rest]] };
};
