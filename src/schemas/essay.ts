import { z } from "astro/zod";
import { ESSAY_KINDS } from "../essay/kinds.ts";
import { compareEditions } from "../essay/registry.ts";
import { slug } from "./common.ts";
import { edition, editions } from "./editions.ts";
import { licences } from "./licence.ts";
import { completeText, type Languages, languageTag, localisedList, localisedText } from "./localised.ts";
import { levelNumbering, outline } from "./outline.ts";
import { contributors } from "./people.ts";
import { container, dates, funding, identifiers } from "./publication.ts";
import { sourceWork } from "./source-work.ts";

/**
 * `essay.yaml`: what is true of the essay as a whole. The order of the keys is that of the reference that is made of
 * them.
 *
 * @param languages the essay's languages, which decide where words may stand
 */
export const essaySchema = (languages: Languages) =>
  z
    .strictObject({
      id: slug.meta({
        description: "Short permanent name of the work.",
        examples: ["quiet-rooms"],
        shown: "keys of citations, names of files",
      }),
      kind: z
        .enum(ESSAY_KINDS, `is none of ${ESSAY_KINDS.join(", ")}`)
        .default("original")
        .meta({
          description:
            "Whose the words are: the authors’ own, another’s argument in new words, or another’s work in another language. The latter two have a “source”.",
          examples: ["translation"],
          shown: "cover, footer, print, every citation",
        }),
      title: completeText(languages).meta({
        description:
          "Title of the essay. A note may hang on it: `Quiet Rooms[^name]`, defined in the file of the first section.",
        examples: ["Quiet Rooms", { de: "Stille Räume", fr: "Chambres silencieuses" }],
        shown: "everywhere",
      }),
      subtitle: localisedText(languages)
        .optional()
        .meta({ description: "Subtitle.", examples: ["An essay on listening"], shown: "cover, print, citations" }),
      languages: z
        .array(languageTag, "is not a list of languages such as [de, fr]")
        .min(1, "is an empty list")
        .superRefine((tags, context) => {
          tags.forEach((tag, index) => {
            if (tags.indexOf(tag) < index)
              context.addIssue({ code: "custom", path: [index], message: `“${tag}” stands twice` });
          });
        })
        .meta({
          description: "Languages in which the whole text stands; the first is the one that readers are offered first.",
          examples: [["en"], ["de", "fr"]],
          shown: "a folder and an edition each",
        }),
      description: localisedText(languages).optional().meta({
        description: "One or two sentences for search engines and previews of links.",
        absent: "the beginning of the abstract, else of the text",
        shown: "metadata of the cover and of the books",
      }),
      abstract: localisedText(languages).optional().meta({
        description: "What the essay says, in a paragraph; a blank line begins another.",
        shown: "cover, citation files, JSON-LD, Highwire, Dublin Core",
      }),
      keywords: localisedList(languages)
        .optional()
        .meta({
          description: "Words under which the essay is to be found.",
          examples: [["silence", "architecture"], { de: ["Stille"], fr: ["silence"] }],
          shown: "cover, citation files, JSON-LD, Highwire, Dublin Core",
        }),
      authors: contributors(languages)
        .optional()
        .meta({
          description: "Who wrote these words. Of a translation the author is under “source”.",
          absent: "the publisher",
          examples: [[{ family: "Doe", given: "Jane", orcid: "0000-0002-1825-0097" }]],
          shown: "cover, footer, print, every citation and metadata format",
        }),
      editors: contributors(languages)
        .optional()
        .meta({
          description: "Who edited the essay; the editors’ notes are theirs.",
          examples: [[{ family: "Roe", given: "Richard" }]],
          shown: "cover, citations, citations of editors’ notes as their authors",
        }),
      translators: contributors(languages)
        .optional()
        .meta({
          description: "Who translated it.",
          examples: [[{ family: "Moreau", given: "Anne" }]],
          shown: "cover, footer, print, citations",
        }),
      contributors: contributors(languages)
        .optional()
        .meta({
          description: "Who else had a part in it, each with a “role”.",
          examples: [[{ family: "Poe", given: "Mary", role: "Maps" }]],
          shown: "cover, JSON-LD, Dublin Core",
        }),
      publisher: localisedText(languages)
        .optional()
        .meta({ description: "Who publishes it.", examples: ["Quiet Press"], shown: "cover, citations" }),
      contact: z
        .union(
          [z.email(), z.url({ protocol: /^https?$/u })],
          "is neither an address of e-mail nor one such as https://example.org/contact",
        )
        .optional()
        .meta({
          description: "Where readers write to the editors: an address of e-mail, or of a page.",
          examples: ["editors@example.org", "https://example.org/contact"],
          shown: "cover, colophon, sections to hand out, CITATION.cff, JSON-LD beside the publisher",
        }),
      container: container(languages).optional(),
      identifiers: identifiers.optional(),
      dates: dates.optional(),
      funding: funding(languages).optional(),
      source: sourceWork(languages).optional(),
      licence: licences(languages).optional(),
      cover: z
        .string()
        .regex(/^[\w-]+\.svg$/u, "is not the name of an SVG file beside essay.yaml")
        .optional()
        .meta({
          description:
            "Drawing of the cover, an SVG file of shapes beside essay.yaml. What is drawn in `currentColor` has the colour of the page. A high one stands between the two sides of the cover.",
          examples: ["cover.svg"],
          shown: "first page, cover",
        }),
      notes: z
        .strictObject({
          introduction: localisedText(languages)
            .optional()
            .meta({ description: "What is to be said of the notes, above them.", shown: "page of notes" }),
          editors: localisedText(languages)
            .optional()
            .meta({ description: "What is to be said of the editors’ notes, above them.", shown: "page of notes" }),
        })
        .optional()
        .meta({ description: "What the page of notes says before them." }),
      about: localisedText(languages).optional().meta({
        description:
          "What a reader should know of the site; a blank line begins a paragraph. Where more is wanted than paragraphs, write about/<language>.mdx instead.",
        shown: "a page of its own",
      }),
      edition: edition(languages)
        .optional()
        .meta({
          description: "The present edition. It may be left out where “editions” lists it.",
          absent: "the newest of “editions”; one of the two is **required**",
          examples: [{ version: "1.0.0", date: "2026-11-23" }],
          shown: "cover, footer, every citation",
        }),
      editions: editions(languages)
        .optional()
        .meta({
          description: "All editions; the newest is the present one.",
          absent: "“edition” alone",
          examples: [[{ version: "1.0.0", date: "2026-05-04" }]],
          shown: "page of editions",
        }),
      numbering: z
        .array(levelNumbering(languages), "is not a list with an entry for each level")
        .min(1, "is an empty list")
        .max(3, "has more than three levels")
        .optional()
        .meta({
          description:
            "How each level of headings is numbered: `decimal` 1, `nested` 1.2, `roman` IV, `alpha` B, `none`; or with a word, `{ style: roman, label: Lecture }`. In a word, `{}` stands for the number: `第{}章`.",
          absent: "decimal on every level",
          examples: [["roman", "decimal"], [{ style: "decimal", label: "Chapter" }]],
          shown: "headings, contents",
        }),
      sections: outline(languages).meta({
        description: "The sections in reading order, up to three levels: ids, or ids with keys.",
        examples: [["opening", "main-part", { id: "afterword", role: "appendix" }]],
        shown: "contents; a page each",
      }),
    })
    .superRefine((essay, context) => {
      const refuse = (path: PropertyKey[], message: string, how: string) =>
        context.addIssue({ code: "custom", path, message, params: { how } });

      const ids = essay.sections.flatMap((chapter) => [
        chapter.id,
        ...chapter.sections.flatMap((part) => [part.id, ...part.sections.map(({ id }) => id)]),
      ]);
      const seen = new Set<string>();
      ids.forEach((id) => {
        if (seen.size === seen.add(id).size)
          refuse(["sections"], `lists the section “${id}” twice`, "Rename one of the two.");
      });

      if (essay.kind === "original" && essay.source)
        refuse(
          ["source"],
          "stands in an original essay, whose words are nobody else’s",
          "Take it out, or say “kind: restatement” or “kind: translation”.",
        );
      if (essay.kind !== "original" && !essay.source)
        refuse(
          ["kind"],
          `is “${essay.kind}”, and there is no “source”`,
          "Add the key “source” with the work’s author and title, or its reference; or say “kind: original”.",
        );

      if (!essay.edition && !essay.editions)
        refuse(["edition"], "is missing", "Add the key: edition: { version: 1.0.0, date: “2026-01-31” }.");
      const newest = essay.editions && newestOf(essay.editions);
      if (essay.edition && newest && newest.version !== essay.edition.version)
        refuse(
          ["edition", "version"],
          `is ${essay.edition.version}, and the newest of “editions” is ${newest.version}`,
          "Add the present edition to “editions”, or take “edition” out.",
        );
      else if (essay.edition && newest && newest.date !== essay.edition.date)
        refuse(
          ["edition", "date"],
          `is ${essay.edition.date}, and “editions” says ${newest.date}`,
          "Correct one of the two, or take “edition” out.",
        );
    });

export type EssayFile = z.output<ReturnType<typeof essaySchema>>;

/** @returns the edition with the highest version */
function newestOf<Edition extends { version: string }>(editions: readonly Edition[]): Edition | undefined {
  return editions.toSorted((a, b) => compareEditions(b.version, a.version))[0];
}
