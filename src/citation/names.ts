import type { CslDate, Name } from "../essay/bibliographic.ts";

/** Languages that write names family name first, without a space. */
const FAMILY_FIRST = /^(ja|zh|ko)\b/u;

/** @returns a name as running text of a language writes it */
export function writeName(name: Name, language: string): string {
  if ("literal" in name) return name.literal;
  const { family, given } = name;
  if (!given) return family;
  return FAMILY_FIRST.test(language) ? `${family}${given}` : `${given} ${family}`;
}

/** @returns a CSL-JSON date in ISO 8601, as precise as it is known; empty without a date */
export const isoDate = (date: CslDate | undefined): string =>
  (date?.["date-parts"][0] ?? []).map((part) => String(part).padStart(2, "0")).join("-");

/** @returns an ISO 8601 date in the form of CSL-JSON */
export const cslDate = (date: string): CslDate => {
  const [year = 0, ...rest] = date.split("-").map(Number);
  return { "date-parts": [[year, ...rest]] };
};
