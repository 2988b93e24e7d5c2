import { z } from "astro/zod";

/** The frontmatter of a section file. */
export const sectionSchema = z
  .strictObject({
    title: z
      .string("is not a text; put it in quotation marks if it is a number")
      .trim()
      .min(1, "is empty")
      .optional()
      .meta({
        description:
          "The heading, without its number. A section may do without, an opening above all. A note may hang on it: `The tower[^name]`, defined in the same file.",
        absent: "no heading; where it has to be named, the words with which it begins",
        examples: ["The tower"],
        shown: "heading, contents, citations of the section",
      }),
    summary: z
      .string("is not a text")
      .trim()
      .min(1, "is empty")
      .optional()
      .meta({
        description: "One sentence of what the section says.",
        examples: ["What hung there, and who had looked after it."],
        shown: "contents of the cover, previews of links",
      }),
    status: z
      .enum(["draft", "final"], "is neither draft nor final")
      .default("final")
      .meta({
        description:
          "A draft is not published: its readers are shown the section in a language in which it is finished.",
        examples: ["draft"],
      }),
  })
  .meta({ description: "The frontmatter of a section, between two lines of three hyphens at the top of its file." });

export type SectionFrontmatter = z.infer<typeof sectionSchema>;
