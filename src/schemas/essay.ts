import { z } from "astro/zod";
import { reservedId } from "../essay/reserved-ids.ts";
import { fullDate, localisedText, reducedDate } from "./common.ts";

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u, "is not a slug: lower-case Latin letters, digits and single hyphens");

/** A section's slug is an id on the pages too. */
const sectionSlug = slug.superRefine((id, context) => {
  const reason = reservedId(id);
  if (reason) context.addIssue({ code: "custom", message: `${reason}; choose another slug` });
});

const licence = z.strictObject({
  /** Short name, as it is printed: `CC BY 4.0`. */
  name: z.string().min(1),
  url: z.url(),
});

const outlineNode = z.union(
  [
    sectionSlug.transform((id) => ({ id, numbered: true, sections: [] as string[] })),
    z.strictObject({
      id: sectionSlug,
      /** Whether the heading is numbered; an introduction is not. */
      numbered: z.boolean().default(true),
      /** The parts of this chapter, in order. */
      sections: z.array(sectionSlug).default([]),
    }),
  ],
  "is neither a slug nor { id, numbered, sections }",
);

/** `essay.yaml`: the settings of the essay. */
export const essaySchema = z
  .strictObject({
    /** Short permanent id of the work, used in file names. */
    id: slug,
    title: localisedText,
    subtitle: localisedText,
    /** One or two sentences for search engines and link previews. */
    description: localisedText,
    /** The work whose argument the essay restates. */
    source: z.strictObject({
      author: localisedText,
      affiliation: localisedText,
      title: localisedText,
      date: reducedDate,
      /** Id of the work in `references.json`. */
      reference: z.string().min(1),
    }),
    /** Who publishes the text and the site. */
    publisher: localisedText,
    edition: z.strictObject({
      version: z.string().regex(/^\d+\.\d+\.\d+$/u, "is not a version such as 1.0.0"),
      date: fullDate,
    }),
    licence: z.strictObject({ text: licence, code: licence }),
    /** Languages of the text; the first is the default. */
    languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u, "is not a BCP 47 language tag")).min(1),
    /** The sections in reading order. */
    sections: z.array(outlineNode).min(1),
  })
  .superRefine((essay, context) => {
    const ids = essay.sections.flatMap((node) => [node.id, ...node.sections]);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        context.addIssue({ code: "custom", path: ["sections"], message: `lists the section “${id}” twice` });
    });
    for (const key of ["title", "subtitle", "description", "publisher"] as const) {
      for (const language of essay.languages) {
        if (!(language in essay[key]))
          context.addIssue({ code: "custom", path: [key], message: `has no text for the language “${language}”` });
      }
    }
  });

export type EssayFile = z.infer<typeof essaySchema>;
