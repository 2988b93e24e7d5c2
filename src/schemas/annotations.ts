import { z } from "astro/zod";
import { profileOf } from "../essay/language-profile.ts";
import { fullDate, kana, reducedDate } from "./common.ts";
import { figureKinds } from "./figures.ts";
import { type Languages, localisedList, localisedText } from "./localised.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "is not an id: lower-case Latin letters, digits and single hyphens");

const paragraph = z.string().regex(/^p\d+[a-z]*$/u, "is not a paragraph such as p23");

/** @returns the schema of a list whose entries have unique ids */
const entries = <Entry extends z.ZodType<{ id: string }>>(entry: Entry) =>
  z.array(entry).superRefine((all, context) => {
    const seen = new Set<string>();
    all.forEach((one, index) => {
      if (seen.size === seen.add(one.id).size)
        context.addIssue({
          code: "custom",
          path: [index, "id"],
          message: `“${one.id}” is the id of an earlier entry`,
          params: { how: "Rename one of the two." },
        });
    });
  });

/** `glossary.yaml` */
export const glossarySchema = (languages: Languages) =>
  entries(
    z
      .strictObject({
        id: id.meta({ description: "Permanent name; its address ends in it.", examples: ["deterrence"] }),
        term: localisedText(languages).meta({
          description: "The term.",
          examples: [{ de: "Stille", fr: "silence" }],
          shown: "glossary; under its first use in a section",
        }),
        reading: kana.optional().meta({
          description: "How a Japanese term is read, in hiragana; it is sorted and found by this.",
          absent: "nothing; **required** where the essay has a Japanese text",
          examples: ["よくし"],
          shown: "glossary in Japanese",
        }),
        definition: localisedText(languages).meta({ description: "What it means.", shown: "as the term" }),
        forms: localisedList(languages).meta({
          description: "How the text writes it, upper and lower case told apart; a form that is Latin is a whole word.",
          examples: [{ de: ["Stille", "stille"], fr: ["silence"] }],
        }),
      })
      .superRefine(({ reading }, context) => {
        if (reading === undefined && languages.some((language) => profileOf(language).isSortedByReading))
          context.addIssue({
            code: "custom",
            path: ["reading"],
            message: "is missing",
            params: { how: "Add the key, with how the term is read, in hiragana." },
          });
      }),
  );

/** `synonyms.yaml`: words that readers type for one another. */
export const synonymsSchema = z
  .array(
    z
      .array(z.string().trim().min(1))
      .min(2, "names one word only")
      .refine((words) => new Set(words).size === words.length, "names a word twice"),
  )
  .meta({
    description: "Words of any language, each of which finds the others.",
    examples: [[["organ", "pipe organ", "Orgel"]]],
    shown: "search, which says what else it has looked for",
  });

/** `timeline.yaml`, in order of time. */
export const timelineSchema = (languages: Languages) =>
  entries(
    z.strictObject({
      id: id.meta({ description: "Permanent name; its address ends in it.", examples: ["bells-taken-down"] }),
      date: reducedDate.meta({ description: "As exact as it is known, in quotation marks.", examples: ["1902-05"] }),
      end: fullDate.optional().meta({ description: "The last day of what lasted several.", examples: ["1902-05-09"] }),
      text: localisedText(languages).meta({ description: "What happened, in a sentence.", shown: "timeline" }),
      paragraphs: z
        .array(paragraph)
        .default([])
        .meta({ description: "The paragraphs that speak of it.", examples: [["p4", "p12"]], shown: "timeline" }),
      notes: z
        .array(z.string())
        .default([])
        .meta({ description: "Labels of the editors’ notes that tell of it.", examples: [["ed-clock"]] }),
      sources: z
        .array(z.string())
        .min(1, "is an empty list")
        .meta({ description: "Ids of references on which it rests.", examples: [["tallow-book"]], shown: "timeline" }),
    }),
  ).superRefine((events, context) => {
    events.forEach(({ date, end }, index) => {
      if (end !== undefined && end <= date)
        context.addIssue({ code: "custom", path: [index, "end"], message: `is not later than ${date}` });
      const before = events[index - 1]?.date;
      // A month stands before its days, a year before its months.
      if (before !== undefined && date < before)
        context.addIssue({ code: "custom", path: [index, "date"], message: `is earlier than ${before} before it` });
    });
  });

const figureWords = (languages: Languages) => ({
  id: id.meta({ description: "Permanent name: of its data, data/<id>.csv, and its address.", examples: ["weights"] }),
  paragraphs: z
    .array(paragraph)
    .min(1, "is an empty list")
    .meta({ description: "The paragraphs that it belongs to.", examples: [["p4"]], shown: "under the figure" }),
  sources: z
    .array(z.string())
    .min(1, "is an empty list")
    .meta({ description: "Ids of references.", examples: [["harbour-survey-1931"]], shown: "under the figure" }),
  title: localisedText(languages).meta({ description: "Its title.", shown: "over the caption" }),
  caption: localisedText(languages).meta({ description: "What there is to see.", shown: "under the drawing" }),
  source: localisedText(languages).meta({ description: "Where the data come from.", shown: "under the caption" }),
  description: localisedText(languages).meta({
    description: "What the figure shows, for those who do not see it.",
    shown: "to screen readers, in the place of the drawing",
  }),
});

/** Each kind of figure: its words, how it is drawn. */
export const figureSchemas = (languages: Languages) => {
  const kinds = figureKinds(languages);
  const words = figureWords(languages);
  return { map: kinds.map.extend(words), steps: kinds.steps.extend(words), series: kinds.series.extend(words) };
};

/** `figures.yaml`: the words of the figures and how each is drawn; the data of each are a file of their own. */
export const figuresSchema = (languages: Languages) => {
  const { map, steps, series } = figureSchemas(languages);
  return entries(z.discriminatedUnion("kind", [map, steps, series]));
};

export type GlossaryFile = z.output<ReturnType<typeof glossarySchema>>;
export type TimelineFile = z.output<ReturnType<typeof timelineSchema>>;
export type FiguresFile = z.output<ReturnType<typeof figuresSchema>>;
