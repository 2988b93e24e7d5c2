import { z } from "astro/zod";

/** The frontmatter of a section file. */
export const sectionSchema = z.strictObject({
  /** The heading, without its number. */
  title: z.string().min(1),
  /** One sentence for the contents and for link previews. */
  summary: z.string().min(1),
  /** A draft is not published; its page shows the section in a finished language. */
  status: z.enum(["draft", "final"]).default("final"),
});

export type SectionFrontmatter = z.infer<typeof sectionSchema>;
