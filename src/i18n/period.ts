import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { formatDate } from "./index.ts";

/** A written date in up to three parts, so that the year can be hidden where it is shown beside the date anyway. */
interface WrittenDate {
  readonly yearBefore: string;
  /** The date without its year; empty for a year alone. */
  readonly dayAndMonth: string;
  readonly yearAfter: string;
}

type Options = Intl.DateTimeFormatOptions;

const YEAR: Options = { year: "numeric" };
const DAY: Options = { month: "long", day: "numeric" };

const instant = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * @param date an ISO 8601 date, as precise as it is known
 * @param end ISO 8601, the last day of an event that lasted several days
 * @returns the date or range of dates in the style of the language
 */
export function formatPeriod(date: string, end: string | undefined, language: Language): string {
  return end === undefined ? formatDate(date, language) : formatDays(date, end, language, { ...YEAR, ...DAY });
}

/** @returns the same in parts; the whole date is in `dayAndMonth` where the year cannot be separated */
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
  return new Intl.DateTimeFormat(profileOf(language).locale, options).format(
    instant(`${year}-${month}-${day ?? "01"}`),
  );
}

function formatDays(first: string, last: string, language: Language, options: Options): string {
  const format = new Intl.DateTimeFormat(profileOf(language).locale, { ...options, timeZone: "UTC" });
  const parts = [first, last].map((date) => format.formatToParts(instant(date)));
  const [from = [], to = []] = parts;
  // Ranges of numbers are set closed up; CLDR puts thin spaces around every dash.
  if (!isLargestFirst(from.map(({ type }) => type)))
    return format.formatRange(instant(first), instant(last)).replace(/^(\d+)\u2009–\u2009(?=\d)/u, "$1–");
  // `formatRange` writes such ranges in digits only, whatever the options.
  const same = to.findIndex(({ type, value }, index) => type !== "literal" && from[index]?.value !== value);
  const words = (some: readonly Intl.DateTimeFormatPart[]) => some.map(({ value }) => value).join("");
  return `${words(from)}\u301C${words(to.slice(Math.max(same, 0)))}`;
}

/** @returns whether a date runs from the largest unit to the smallest, as in Japanese */
const isLargestFirst = (types: readonly string[]): boolean => types.indexOf("day") > types.indexOf("month");
