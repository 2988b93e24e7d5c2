import { z } from "astro/zod";

/** An ISO 8601 date, as precise as it is known: `2023`, `2023-03` or `2023-03-17`. */
export const reducedDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, "is not a date such as 2023-03-17, 2023-03 or 2023");

/** An ISO 8601 calendar date with its day. */
export const fullDate = z.iso.date("is not a date such as 2023-03-17");

/** A text in each language, keyed by BCP 47 tag. */
export const localisedText = z.record(z.string(), z.string().min(1));
