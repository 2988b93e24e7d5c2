import { z } from "astro/zod";
import { localisedText } from "./common.ts";

const code = z.string().regex(/^\d{3}$/u, "is not an ISO 3166-1 numeric code such as “246”, in quotation marks");
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const year = z.int();

const ascending = z
  .array(year)
  .min(1)
  .refine((years) => years.every((one, index) => index === 0 || one > (years[index - 1] ?? one)), "is not ascending");

/** The settings of each kind of figure, besides texts and data. */
export const figureKinds = {
  map: z.strictObject({
    kind: z.literal("map"),
    years: ascending,
    classes: ascending,
    view: z.strictObject({ west: longitude, south: latitude, east: longitude, north: latitude }),
    border: z.tuple([code, code]).optional(),
    territories: z.record(code, code).default({}),
    labels: z.record(code, z.tuple([longitude, latitude])).default({}),
    places: z.array(z.strictObject({ longitude, latitude, name: localisedText })).default([]),
    words: z.strictObject({ name: localisedText, year: localisedText, none: localisedText }),
  }),
  steps: z.strictObject({
    kind: z.literal("steps"),
    words: z.strictObject({ name: localisedText, year: localisedText, count: localisedText }),
  }),
  series: z.strictObject({
    kind: z.literal("series"),
    words: z.strictObject({
      name: localisedText,
      year: localisedText,
      value: localisedText,
      estimate: localisedText,
      missing: localisedText,
    }),
  }),
} as const;
