import type { CslDate, Name } from "../essay/bibliographic.ts";

/** Languages whose names are written family name first and without a space. */
const FAMILY_FIRST = /^(ja|zh|ko)\b/u;

/** @returns a name as running text writes it in a language */
export function writeName(name: Name, language: string): string {
  if ("literal" in name) return name.literal;
  const { family, given } = name;
  if (!given) return family;
  return FAMILY_FIRST.test(language) ? `${family}${given}` : `${given} ${family}`;
}

/** @returns a date of CSL-JSON in ISO 8601, as exact as it is known */
export const isoDate = (date: CslDate | undefined): string =>
  (date?.["date-parts"][0] ?? []).map((part) => String(part).padStart(2, "0")).join("-");

/** @returns an ISO 8601 date in the form of CSL-JSON */
export const cslDate = (date: string): CslDate => {
  const [year = 0, ...rest] = date.split("-").map(Number);
  return { "date-parts": [[year, ...rest]] };
};
