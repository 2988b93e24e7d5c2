import type { Language } from "../essay/language.ts";
import { formatDate } from "./index.ts";
import { localeOf } from "./languages.ts";

/** A date in words, in up to three pieces, so that the year can be left unseen where it stands beside the date anyway. */
interface WrittenDate {
  readonly yearBefore: string;
  /** The date without its year; empty where no more than the year is known. */
  readonly dayAndMonth: string;
  readonly yearAfter: string;
}

type Options = Intl.DateTimeFormatOptions;

const YEAR: Options = { year: "numeric" };
const DAY: Options = { month: "long", day: "numeric" };

const instant = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * @param date an ISO 8601 date, as exact as it is known
 * @param end the last day of what lasted several
 * @returns the date, or the days from the first to the last, as the language writes it
 */
export function formatPeriod(date: string, end: string | undefined, language: Language): string {
  return end === undefined ? formatDate(date, language) : formatDays(date, end, language, { ...YEAR, ...DAY });
}

/** @returns the same words in pieces; all of them are in the first where the year cannot be taken off */
export function writeDate(date: string, end: string | undefined, language: Language): WrittenDate {
  const whole = formatPeriod(date, end, language);
  const part = withoutYear(date, end, language);
  if (whole.endsWith(part))
    return { yearBefore: whole.slice(0, whole.length - part.length), dayAndMonth: part, yearAfter: "" };
  if (whole.startsWith(part)) return { yearBefore: "", dayAndMonth: part, yearAfter: whole.slice(part.length) };
  return { yearBefore: "", dayAndMonth: whole, yearAfter: "" };
}

function withoutYear(date: string, end: string | undefined, language: Language): string {
  const [year, month, day] = date.split("-");
  if (end !== undefined)
    return end.startsWith(`${year}-`) ? formatDays(date, end, language, DAY) : formatPeriod(date, end, language);
  if (month === undefined) return "";
  const options: Options = { month: "long", ...(day !== undefined && { day: "numeric" }), timeZone: "UTC" };
  return new Intl.DateTimeFormat(localeOf(language), options).format(instant(`${year}-${month}-${day ?? "01"}`));
}

function formatDays(first: string, last: string, language: Language, options: Options): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: "UTC" });
  const parts = [first, last].map((date) => format.formatToParts(instant(date)));
  const [from = [], to = []] = parts;
  // Numbers alone stand close to the dash between them, as in a book; the thin spaces are for dates of several words.
  if (!isLargestFirst(from.map(({ type }) => type)))
    return format.formatRange(instant(first), instant(last)).replace(/^(\d+)\u2009–\u2009(?=\d)/u, "$1–");
  // Intl writes the range of such dates in numerals only, whatever is asked of it.
  const same = to.findIndex(({ type, value }, index) => type !== "literal" && from[index]?.value !== value);
  const words = (some: readonly Intl.DateTimeFormatPart[]) => some.map(({ value }) => value).join("");
  return `${words(from)}\u301C${words(to.slice(Math.max(same, 0)))}`;
}

/** @returns whether the day is the last of a date's parts, as where the year is the first */
const isLargestFirst = (types: readonly string[]): boolean => types.indexOf("day") > types.indexOf("month");
