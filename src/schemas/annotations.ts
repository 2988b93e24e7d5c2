import { z } from "astro/zod";
import { fullDate, localisedText, reducedDate } from "./common.ts";
import { figureKinds } from "./figures.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "is not an id: lower-case Latin letters, digits and single hyphens");

const paragraph = z.string().regex(/^p\d+[a-z]*$/u, "is not a paragraph such as p23");

/** @returns the schema of a list whose entries have unique ids */
const entries = <Entry extends z.ZodType<{ id: string }>>(entry: Entry) =>
  z.array(entry).superRefine((all, context) => {
    all.forEach((one, index) => {
      if (all.findIndex((other) => other.id === one.id) < index)
        context.addIssue({ code: "custom", path: [index, "id"], message: `“${one.id}” is the id of an earlier entry` });
    });
  });

/** `glossary.yaml` */
export const glossarySchema = entries(
  z.strictObject({
    id,
    term: localisedText,
    /** In hiragana. */
    reading: z.string().regex(/^[\p{Script=Hiragana}ー・]+$/u, "is not written in hiragana"),
    definition: localisedText,
    /** The spellings of the term in the text; Latin ones match whole words only. */
    forms: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  }),
);

/** `timeline.yaml`, in order of time. */
export const timelineSchema = entries(
  z.strictObject({
    id,
    date: reducedDate,
    /** Last day of an event that lasted several days. */
    end: fullDate.optional(),
    text: localisedText,
    /** Paragraphs that mention it. */
    paragraphs: z.array(paragraph).default([]),
    /** Labels of the editors' notes that mention it. */
    notes: z.array(z.string()).default([]),
    /** Ids of `references.json`. */
    sources: z.array(z.string()).min(1),
  }),
).superRefine((events, context) => {
  events.forEach(({ date, end }, index) => {
    if (end !== undefined && end <= date)
      context.addIssue({ code: "custom", path: [index, "end"], message: `is not later than ${date}` });
    const before = events[index - 1]?.date;
    // A month sorts before its days, a year before its months.
    if (before !== undefined && date < before)
      context.addIssue({ code: "custom", path: [index, "date"], message: `is earlier than ${before} before it` });
  });
});

const figureWords = {
  id,
  /** Paragraphs that it belongs to. */
  paragraphs: z.array(paragraph).min(1),
  sources: z.array(z.string()).min(1),
  title: localisedText,
  caption: localisedText,
  source: localisedText,
  description: localisedText,
};

/** `figures.yaml`: texts and settings of the figures; the data of each are in a CSV file. */
export const figuresSchema = entries(
  z.discriminatedUnion("kind", [
    figureKinds.map.extend(figureWords),
    figureKinds.steps.extend(figureWords),
    figureKinds.series.extend(figureWords),
  ]),
);
