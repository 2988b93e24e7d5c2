import { z } from "astro/zod";
import { kana } from "./common.ts";

const part = z.string().min(1);

const name = z.union(
  [
    z.strictObject({
      family: part,
      given: part.optional(),
      "dropping-particle": part.optional(),
      "non-dropping-particle": part.optional(),
      suffix: part.optional(),
    }),
    z.strictObject({ literal: part }),
  ],
  "is neither { family, given } nor { literal }",
);

const date = z.strictObject({
  "date-parts": z.tuple([
    z.tuple([z.int()], z.int()).refine((parts) => parts.length <= 3, "has more than year, month, day"),
  ]),
});

/**
 * An item of `references.json`: the subset of CSL-JSON 1.0.2 that this site uses. Unknown variables are refused, so
 * that a misspelt one is not silently missing in citations.
 */
export const referenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, "is not an id: lower-case Latin letters, digits and hyphens"),
  type: z.enum([
    "article",
    "article-journal",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "document",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "post-weblog",
    "regulation",
    "report",
    "speech",
    "treaty",
    "webpage",
  ]),
  title: z.string().min(1),
  author: z.array(name).min(1).optional(),
  editor: z.array(name).min(1).optional(),
  issued: date.optional(),
  accessed: date.optional(),
  publisher: z.string().min(1).optional(),
  "publisher-place": z.string().min(1).optional(),
  "container-title": z.string().min(1).optional(),
  "collection-title": z.string().min(1).optional(),
  "event-title": z.string().min(1).optional(),
  "event-place": z.string().min(1).optional(),
  "event-date": date.optional(),
  genre: z.string().min(1).optional(),
  number: z.string().min(1).optional(),
  volume: z.string().min(1).optional(),
  issue: z.string().min(1).optional(),
  page: z.string().min(1).optional(),
  DOI: z.string().min(1).optional(),
  ISBN: z.string().min(1).optional(),
  URL: z.url().optional(),
  /** BCP 47 tag of the language of the work; its reference is marked with it. */
  language: z.string().min(2),
  note: z.string().min(1).optional(),
  /** In hiragana, of a Japanese work: its author, else its title, by which it stands in a bibliography. */
  reading: kana.optional(),
  /** In Latin letters, what is written in others. */
  romanised: z
    .strictObject({
      author: z.array(name).min(1).optional(),
      title: z.string().min(1).optional(),
      publisher: z.string().min(1).optional(),
      "container-title": z.string().min(1).optional(),
      "collection-title": z.string().min(1).optional(),
    })
    .optional(),
  /** The title in other languages, by tag. */
  translation: z.record(z.string(), z.string().min(1)).optional(),
});

export const referencesSchema = z.array(referenceSchema).superRefine((items, context) => {
  items.forEach((item, index) => {
    if (items.findIndex(({ id }) => id === item.id) < index)
      context.addIssue({ code: "custom", path: [index, "id"], message: `“${item.id}” is the id of an earlier item` });
  });
});

export type CslItem = z.infer<typeof referenceSchema>;
