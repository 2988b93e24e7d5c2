import { z } from "astro/zod";

/** An ISO 8601 date, as precise as it is known: `2023`, `2023-03` or `2023-03-17`. */
export const reducedDate = z
  .string("is not a date in quotation marks, such as “2023-03-17”, “2023-03” or “2023”")
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, {
    error: "is not a date such as 2023-03-17, 2023-03 or 2023",
    abort: true,
  })
  .refine((date) => isDayOfCalendar(date), "is no day of the calendar");

/** An ISO 8601 calendar date with its day. */
export const fullDate = z.iso.date("is not a date such as 2023-03-17");

function isDayOfCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** A permanent name in addresses. */
export const slug = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u,
    "is not a slug: lower-case Latin letters, digits and single hyphens, such as on-silence",
  );

/** How Japanese is read. */
export const kanaWords = z
  .string()
  .regex(/^[\p{Script=Hiragana}ー・]+(?:[ \u3000][\p{Script=Hiragana}ー・]+)*$/u, "is not written in hiragana");
export const kana = z.string().regex(/^[\p{Script=Hiragana}ー・]+$/u, "is not written in hiragana");
