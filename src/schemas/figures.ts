import { z } from "astro/zod";
import { reducedDate } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";

const code = z.string().regex(/^\d{3}$/u, "is not an ISO 3166-1 numeric code such as “246”, in quotation marks");
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const year = z.int();

const ascending = z
  .array(year)
  .min(1)
  .refine((years) => years.every((one, index) => index === 0 || one > (years[index - 1] ?? one)), "is not ascending");

/** What each kind of figure needs beside its words and its data. */
export const figureKinds = (languages: Languages) => {
  const word = localisedText(languages);
  const heading = (description: string) => word.meta({ description, shown: "head of the table" });
  return {
    map: z.strictObject({
      kind: z.literal("map").meta({ description: "A map for each of several years, countries shaded by a year." }),
      years: ascending.meta({ description: "The years of the maps.", examples: [[2022, 2024]] }),
      classes: ascending.meta({ description: "First years of the shades.", examples: [[1949, 1999, 2004]] }),
      emphasis: year
        .optional()
        .meta({ description: "From this year on, shades are of the site’s red.", examples: [2023] }),
      view: z
        .strictObject({ west: longitude, south: latitude, east: longitude, north: latitude })
        .refine(({ west, east }) => west < east, {
          path: ["west"],
          message: "is not west of “east”; a map across the 180th meridian cannot be drawn",
        })
        .refine(({ south, north }) => south < north, { path: ["south"], message: "is not south of “north”" })
        .meta({ description: "What is seen.", examples: [{ west: 5.5, south: 49, east: 31.5, north: 71.3 }] }),
      border: z
        .tuple([code, code])
        .optional()
        .meta({ description: "Two countries whose border is drawn heavier.", examples: [["246", "643"]] }),
      territories: z
        .record(code, code)
        .default({})
        .meta({ description: "Territories shaded as the country that they belong to.", examples: [{ "248": "246" }] }),
      labels: z
        .record(code, z.tuple([longitude, latitude]))
        .default({})
        .meta({ description: "Where the names of countries stand.", examples: [{ "246": [26.2, 63.2] }] }),
      places: z
        .array(z.strictObject({ longitude, latitude, name: word }))
        .default([])
        .meta({ description: "Points with a name." }),
      words: z
        .strictObject({ name: heading("Country."), year: heading("Year."), none: heading("No year.") })
        .meta({ description: "Words of the map and of its table." }),
    }),
    steps: z.strictObject({
      kind: z.literal("steps").meta({ description: "Names by year, with a count that grows." }),
      emphasis: year.optional().meta({ description: "From this year on, steps are red.", examples: [2023] }),
      words: z
        .strictObject({ name: heading("Name."), year: heading("Year."), count: heading("Count.") })
        .meta({ description: "Words of the steps and of their table." }),
    }),
    series: z.strictObject({
      kind: z.literal("series").meta({ description: "Values by year, a line for each name." }),
      emphasis: z
        .array(z.string())
        .default([])
        .meta({ description: "Names, as its data write them, whose lines are red.", examples: [["Ashmere"]] }),
      marks: z
        .array(
          z.union([
            z.strictObject({ value: z.number(), name: word }),
            z.strictObject({ date: reducedDate, name: word }),
          ]),
        )
        .default([])
        .meta({
          description: "Lines to measure by: at a value, or at a date.",
          examples: [[{ value: 2, name: "2 %" }]],
          shown: "in the drawing",
        }),
      words: z
        .strictObject({
          name: heading("Name."),
          year: heading("Year."),
          value: heading("Value, with its unit."),
          estimate: heading("Said of an estimate."),
          missing: heading("Said of a value that there is not."),
        })
        .meta({ description: "Words of the series and of its table." }),
    }),
  } as const;
};
