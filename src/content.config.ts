import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { readBuildSettings } from "./integrations/build-settings.ts";
import { sectionSchema } from "./schemas/section.ts";

const { essayDirectory } = readBuildSettings(process.env);

/** Every section file; its id is `ja/przewodow`. */
const sections = defineCollection({
  loader: glob({
    base: essayDirectory,
    pattern: ["*/*.mdx", "!about/*"],
    generateId: ({ entry }) => entry.replace(/\.mdx$/u, ""),
  }),
  schema: sectionSchema,
});

/** What a reader should know about the site, one file a language; its id is `ja`. */
const about = defineCollection({
  loader: glob({
    base: essayDirectory,
    pattern: "about/*.mdx",
    generateId: ({ entry }) => entry.replace(/^about\/|\.mdx$/gu, ""),
  }),
});

export const collections = { sections, about };
