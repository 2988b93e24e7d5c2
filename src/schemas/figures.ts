import { z } from "astro/zod";
import type { Language } from "../essay/language.ts";
import { reducedDate } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";

const code = z.string().regex(/^\d{3}$/u, "is not an ISO 3166-1 numeric code such as “246”, in quotation marks");
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const year = z.int();

/** @returns the column of a figure's data that has the names in a language: `name_fr`, `name_zh_hans` */
export const nameColumn = (language: Language): string => `name_${language.toLowerCase().replaceAll("-", "_")}`;

/** The columns of a figure's data beside those of its names, with what each holds. */
export const FIGURE_COLUMNS = {
  map: {
    code: "the country’s ISO 3166-1 numeric code, three digits",
    year: "four digits, or nothing",
  },
  steps: { year: "four digits" },
  series: {
    year: "four digits",
    value: "a number with a decimal point, or nothing where it is not known",
    estimate: "`yes` or `no`",
    source: "ids of references, which the figure’s “sources” have too, with spaces between",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

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
        .strictObject({
          west: longitude.meta({ description: "Longitude of its western edge, in degrees.", examples: [5.5] }),
          south: latitude.meta({ description: "Latitude of its southern edge.", examples: [49] }),
          east: longitude.meta({ description: "Longitude of its eastern edge.", examples: [31.5] }),
          north: latitude.meta({ description: "Latitude of its northern edge.", examples: [71.3] }),
        })
        .refine(({ west, east }) => west < east, {
          path: ["west"],
          message: "is not west of “east”; a map across the 180th meridian cannot be drawn",
        })
        .refine(({ south, north }) => south < north, { path: ["south"], message: "is not south of “north”" })
        .meta({ description: "What is seen.", examples: [{ west: 5.5, south: 49, east: 31.5, north: 71.3 }] }),
      border: z
        .tuple([code, code])
        .optional()
        .meta({
          description: "Two countries, by their codes, whose border is drawn heavier.",
          examples: [["246", "643"]],
        }),
      territories: z
        .record(code, code)
        .default({})
        .meta({
          description: "Territories shaded as the country that they belong to, code by code.",
          examples: [{ "248": "246" }],
        }),
      labels: z
        .record(code, z.tuple([longitude, latitude]))
        .default({})
        .meta({
          description: "Where the names of countries stand: longitude and latitude, by their codes.",
          examples: [{ "246": [26.2, 63.2] }],
        }),
      places: z
        .array(
          z.strictObject({
            longitude: longitude.meta({ description: "In degrees, east of Greenwich.", examples: [23.93] }),
            latitude: latitude.meta({ description: "In degrees, north of the equator.", examples: [50.47] }),
            name: word.meta({ description: "Its name.", examples: ["Ashmere"], shown: "beside the point" }),
          }),
        )
        .default([])
        .meta({
          description: "Points with a name.",
          examples: [[{ longitude: 23.93, latitude: 50.47, name: "Ashmere" }]],
        }),
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
            z.strictObject({
              value: z.number().meta({ description: "The value that the line marks.", examples: [2] }),
              name: word.meta({ description: "What the line is called.", examples: ["2 %"] }),
            }),
            z.strictObject({
              date: reducedDate.meta({
                description: "The date that the line marks, in quotation marks.",
                examples: ["2022-02"],
              }),
              name: word,
            }),
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
