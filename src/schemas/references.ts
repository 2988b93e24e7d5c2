import { z } from "astro/zod";
import { kanaWords } from "./common.ts";

const part = z.string().min(1);

const name = z.union(
  [
    z.strictObject({
      family: part.meta({ description: "Family name of a person.", examples: ["Lowe"] }),
      given: part.optional().meta({ description: "Given names of a person.", examples: ["Agnes"] }),
      "dropping-particle": part.optional().meta({
        description: "Particle that is left out where the family name stands alone.",
        examples: ["von"],
      }),
      "non-dropping-particle": part
        .optional()
        .meta({ description: "Particle that the family name always has.", examples: ["de la"] }),
      suffix: part.optional().meta({ description: "What follows the name.", examples: ["Jr."] }),
    }),
    z.strictObject({
      literal: part.meta({
        description: "Name of a body, or of a person whose name has no parts. Stands in place of all the others.",
        examples: ["Harbour Commissioners"],
      }),
    }),
  ],
  "is neither { family, given } nor { literal }",
);

const date = z.strictObject({
  "date-parts": z
    .tuple([z.tuple([z.int()], z.int()).refine((parts) => parts.length <= 3, "has more than year, month, day")])
    .meta({ description: "A list of one date: year, month, day, as far as they are known.", examples: [[[1931, 5]]] }),
});

/**
 * An item of `references.json`: the subset of CSL-JSON 1.0.2 that this site uses. Unknown variables are refused, so
 * that a misspelt one is not silently missing in citations.
 */
export const referenceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u, "is not an id: lower-case Latin letters, digits and hyphens")
    .meta({ description: "Name by which notes and the text cite it: `[@lowe-1931]`.", examples: ["lowe-1931"] }),
  type: z
    .enum([
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
    ])
    .meta({ description: "Kind of work, as CSL names it.", examples: ["book"] }),
  title: z
    .string()
    .min(1)
    .meta({ description: "Title of the work, in its own language.", examples: ["A Survey of Towers"] }),
  author: z
    .array(name)
    .min(1)
    .optional()
    .meta({ description: "Who wrote it; a body has `literal`.", examples: [[{ family: "Lowe", given: "Agnes" }]] }),
  editor: z
    .array(name)
    .min(1)
    .optional()
    .meta({ description: "Who edited it.", examples: [[{ family: "Roe", given: "Richard" }]] }),
  issued: date.optional().meta({
    description: "When it appeared: year, month, day, as far as they are known.",
    examples: [{ "date-parts": [[1931, 5]] }],
  }),
  accessed: date
    .optional()
    .meta({ description: "When it was looked up.", examples: [{ "date-parts": [[2026, 1, 31]] }] }),
  publisher: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Publisher, or the institution that issued it.", examples: ["Harbour Commissioners"] }),
  "publisher-place": z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Where it was published.", examples: ["Kiel"] }),
  "container-title": z
    .string()
    .min(1)
    .optional()
    .meta({
      description: "Journal, newspaper, book or site in which it appeared.",
      examples: ["Review of Small Sounds"],
    }),
  "collection-title": z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Series.", examples: ["Quiet Studies"] }),
  "event-title": z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Occasion of a speech or a paper.", examples: ["Congress of Listening"] }),
  "event-place": z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Where that was.", examples: ["Ghent"] }),
  "event-date": date.optional().meta({ description: "When that was.", examples: [{ "date-parts": [[2019, 9]] }] }),
  genre: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Kind of work, in words.", examples: ["Inaugural lecture"] }),
  number: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Number of a report, a law or a standard.", examples: ["17"] }),
  volume: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Volume.", examples: ["7"] }),
  issue: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Issue.", examples: ["2"] }),
  page: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "First and last page.", examples: ["41-58"] }),
  DOI: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "DOI, without the address around it.", examples: ["10.5555/unstruck.7"] }),
  ISBN: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "ISBN.", examples: ["978-3-16-148410-0"] }),
  URL: z
    .url()
    .optional()
    .meta({ description: "Address.", examples: ["https://example.org/survey"] }),
  language: z
    .string()
    .min(2)
    .meta({ description: "BCP 47 tag of the work’s own language; its reference is marked with it.", examples: ["de"] }),
  note: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "What else a citation has to say.", examples: ["In Danish"] }),
  /** In hiragana, of a Japanese work: its author, else its title, by which it stands in a bibliography. */
  reading: kanaWords.optional().meta({
    description:
      "In hiragana, of a Japanese work: its author, family and given name parted by a space, else its title. A bibliography sorts it by this.",
    examples: ["なつめ そうせき"],
  }),
  /** In Latin letters, what is written in others. */
  romanised: z
    .strictObject({
      author: z
        .array(name)
        .min(1)
        .optional()
        .meta({ description: "The names of its authors.", examples: [[{ family: "Natsume", given: "Sōseki" }]] }),
      title: part.optional().meta({ description: "Its title.", examples: ["Kusamakura"] }),
      publisher: part.optional().meta({ description: "The name of its publisher.", examples: ["Shun'yōdō"] }),
      "container-title": part
        .optional()
        .meta({ description: "Title of what it appeared in.", examples: ["Shinshōsetsu"] }),
      "collection-title": part.optional().meta({ description: "Name of its series.", examples: ["Iwanami bunko"] }),
    })
    .optional()
    .meta({ description: "In Latin letters, what the work has in others.", examples: [{ title: "Kusamakura" }] }),
  translation: z
    .record(z.string(), z.string().min(1))
    .optional()
    .meta({ description: "The title in other languages, by tag.", examples: [{ en: "The Three-Cornered World" }] }),
});

export const referencesSchema = z.array(referenceSchema).superRefine((items, context) => {
  items.forEach((item, index) => {
    if (items.findIndex(({ id }) => id === item.id) < index)
      context.addIssue({
        code: "custom",
        path: [index, "id"],
        message: `“${item.id}” is the id of an earlier item`,
        params: { how: "Rename one of the two." },
      });
  });
});

export type CslItem = z.infer<typeof referenceSchema>;
