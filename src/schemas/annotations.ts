import { z } from "astro/zod";
import { fullDate, localisedText, reducedDate } from "./common.ts";
import { figureKinds } from "./figures.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "is not an id: lower-case Latin letters, digits and single hyphens");

const paragraph = z.string().regex(/^p\d+[a-z]*$/u, "is not a paragraph such as p23");

/** @returns a list of entries of which each has an id of its own */
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
    /** How the text writes the term; a form that is Latin is a whole word. */
    forms: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  }),
);

/** `timeline.yaml`, in order of time. */
export const timelineSchema = entries(
  z.strictObject({
    id,
    date: reducedDate,
    /** The last day of what lasted several. */
    end: fullDate.optional(),
    text: localisedText,
    /** The paragraphs that speak of it. */
    paragraphs: z.array(paragraph).default([]),
    /** Labels of the editors' notes that tell of it. */
    notes: z.array(z.string()).default([]),
    /** Ids of references. */
    sources: z.array(z.string()).min(1),
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

const figureWords = {
  id,
  /** The paragraphs that it belongs to. */
  paragraphs: z.array(paragraph).min(1),
  sources: z.array(z.string()).min(1),
  title: localisedText,
  caption: localisedText,
  source: localisedText,
  description: localisedText,
};

/** `figures.yaml`: the words of the figures and how each is drawn; the data of each are a file of their own. */
export const figuresSchema = entries(
  z.discriminatedUnion("kind", [
    figureKinds.map.extend(figureWords),
    figureKinds.steps.extend(figureWords),
    figureKinds.series.extend(figureWords),
  ]),
);
