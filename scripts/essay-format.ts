import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "astro/zod";
import { figureSchemas, glossarySchema, synonymsSchema, timelineSchema } from "../src/schemas/annotations.ts";
import { essaySchema } from "../src/schemas/essay.ts";
import { FIGURE_COLUMNS } from "../src/schemas/figures.ts";
import { referencesSchema } from "../src/schemas/references.ts";
import { sectionSchema } from "../src/schemas/section.ts";
import { runCommand } from "./command.ts";
import { type DescribedFile, reference } from "./essay-format/reference.ts";

/** No language in particular: the forms of an essay's files are the same in all. */
const NO_LANGUAGES: readonly string[] = [];

const columnsOf = (columns: Readonly<Record<string, string>>): string =>
  [
    "`name_<language>` for each language of the essay (`name_zh_hans` for `zh-Hans`)",
    ...Object.entries(columns).map(([name, holds]) => `\`${name}\` (${holds})`),
  ].join(", ");

/** The files of an essay that have keys. */
export const FILES: readonly DescribedFile[] = [
  {
    name: "essay.yaml",
    introduction:
      "What is true of the essay as a whole. An editor that knows YAML completes it from [essay.schema.json](essay.schema.json), where the file’s first line is `# yaml-language-server: $schema=../docs/essay.schema.json` with the way from the essay’s directory.",
    schema: essaySchema(NO_LANGUAGES),
  },
  {
    name: "A section’s frontmatter",
    introduction:
      "`<language>/<id>.mdx` begins with these keys between two lines of three hyphens; then comes the text.",
    schema: sectionSchema,
  },
  {
    name: "references.json",
    introduction:
      "The sources, a list of items of CSL-JSON 1.0.2 as reference managers export it. Only what is known here may stand in it, so that a misspelt variable is not silently left out of a citation.",
    schema: referencesSchema,
  },
  {
    name: "glossary.yaml",
    introduction: "Terms of art, a list. The paragraphs that use a term are found by its forms.",
    schema: glossarySchema(NO_LANGUAGES),
  },
  {
    name: "synonyms.yaml",
    introduction:
      "Words that readers type for one another, a list of lists: spellings, names, what another house style writes. In the search each finds the others, in every language of the essay, unless it stands in quotation marks: `- [organ, pipe organ, Orgel]`.",
    schema: synonymsSchema,
  },
  {
    name: "timeline.yaml",
    introduction: "Events, a list in order of time.",
    schema: timelineSchema(NO_LANGUAGES),
  },
  ...Object.entries(figureSchemas(NO_LANGUAGES)).map(([kind, schema]) => ({
    name: `figures.yaml: ${kind}`,
    introduction: `An entry of the list of figures with \`kind: ${kind}\`; \`<Figure id="…" />\` stands in the text. Its data are in \`data/<id>.csv\`, whose first line names the columns: ${columnsOf(FIGURE_COLUMNS[kind as keyof typeof FIGURE_COLUMNS])}. Other columns are for readers of the file.`,
    schema,
  })),
];

const HEAD = `# The form of an essay’s directory

This page is made from the schemas in \`src/schemas\` by \`npm run essay-format\`. How to write the text itself is in
[CONTRIBUTING.md](../CONTRIBUTING.md); how to begin, in the [README](../README.md).

An essay is a directory with \`essay.yaml\` and a folder for each language, in which each section has a file:

\`\`\`
my-essay/
  essay.yaml          required
  de/opening.mdx      required, one a section and language
  references.json     the sources, as CSL-JSON
  about/de.mdx        what a reader should know of the site
  glossary.yaml, synonyms.yaml, timeline.yaml, figures.yaml, data/
  i18n/xx.yaml        the words of the pages, in a language that the site does not speak
  images/             pictures that stand in the text, under any name
  anchors.json        every published address; written by \`npm run anchors\`, with anchors-lock.json
  editions/1.0.0/     that edition as it was written, kept by \`npm run anchors\`; nothing in it is edited
  cover.svg           the drawing of the cover, where “cover” names one
  share/de.png        the picture that links are shown with; made by \`npm run share-images\`
  favicon.svg         the site’s sign, where you have one
\`\`\`

Words may be one text, which then holds for every language, or one for each: \`title: Stille\` or
\`title: { de: Stille, fr: Silence }\`. What you leave out shows nowhere.`;

/** @returns the files that are made from the schemas, by their paths below the project's root */
export function formatFiles(): Readonly<Record<string, string>> {
  return {
    "docs/essay-format.md": `${HEAD}\n\n${reference(FILES)}\n`,
    "docs/essay.schema.json": `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  };
}

/** The schema from which an editor completes `essay.yaml` (JSON Schema 2020-12). */
function jsonSchema(): object {
  const schema = z.toJSONSchema(essaySchema(NO_LANGUAGES), {
    io: "input",
    reused: "ref",
    unrepresentable: "any",
    override: ({ jsonSchema: made }) => {
      // What is said to people only is no keyword of a schema.
      delete made["shown"];
      delete made["absent"];
    },
  });
  return { ...schema, title: "essay.yaml" };
}

const USAGE = `npm run essay-format

Makes docs/essay-format.md and docs/essay.schema.json of the schemas in src/schemas.`;

if (import.meta.main)
  await runCommand(USAGE, () => {
    const root = resolve(import.meta.dirname, "..");
    for (const [path, text] of Object.entries(formatFiles())) {
      if (readFileSync(join(root, path), { encoding: "utf8", flag: "a+" }) === text) continue;
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  });
