import type { CslDate, Name, PersonName } from "../essay/bibliographic.ts";
import { profileOf } from "../essay/language-profile.ts";

const join = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join(" ");

/** Family names: foreign ones in kana, and those that stand before the given name. */
const KANA = /^[\p{Script=Katakana}ー・＝]+$/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々]/u;

/**
 * @returns a name as running text writes it. Its own script decides on the order: Chinese, Japanese and Korean names have
 *   the family first and no space, foreign ones in kana a point between their parts.
 */
export function writeName(name: Name): string {
  if ("literal" in name) return name.literal;
  const { family, given, suffix } = name;
  if (!given) return familyOf(name);
  if (KANA.test(family)) return `${given}・${family}`;
  if (EAST_ASIAN.test(family)) return family + given;
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

/** @returns a name as running text turns it round at the head of a list: its own script decides on the mark between */
export function turnedName(name: Name): string {
  if ("literal" in name || !name.given) return writeName(name);
  const [first, second] = [familyOf(name), givenOf(name)];
  if (KANA.test(name.family)) return `${first}、${second}`;
  // These have the family first as they are.
  return EAST_ASIAN.test(name.family) ? writeName(name) : sortedName(name);
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
