import { z } from "astro/zod";
import { NUMBERINGS, SECTION_ROLES } from "../essay/outline.ts";
import { reservedId } from "../essay/reserved-ids.ts";
import { slug } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";

/** Slug of a section, which is also an id on pages. */
const sectionId = slug
  .superRefine((id, context) => {
    const reason = reservedId(id);
    if (reason) context.addIssue({ code: "custom", message: `${reason}; choose another slug` });
  })
  .meta({
    description: "Permanent name of the section: its file, its address and its anchor.",
    examples: ["on-silence"],
  });

const numberingName = z.enum(NUMBERINGS, `is none of ${NUMBERINGS.join(", ")}`);

/** Numbering of a level of headings. */
export const levelNumbering = (languages: Languages) =>
  z.union(
    [
      numberingName.transform((style) => ({ style, label: undefined })),
      z.strictObject({
        style: numberingName
          .default("decimal")
          .meta({ description: "How the numbers are written.", examples: ["roman"] }),
        label: localisedText(languages)
          .optional()
          .meta({ description: "Word before the number.", examples: ["Lecture", { de: "Kapitel", fr: "Chapitre" }] }),
      }),
    ],
    `is neither one of ${NUMBERINGS.join(", ")} nor { style, label }`,
  );

const sectionKeys = (languages: Languages) => ({
  id: sectionId,
  numbered: z.boolean("is neither true nor false").optional().meta({
    description: "Whether the heading bears a number.",
    absent: "true; false for a section with a role that is not `appendix`",
    shown: "headings, contents, citations of sections",
  }),
  numbering: numberingName.optional().meta({
    description: "How this heading’s number is written, where it differs from its level’s (“numbering” above).",
    absent: "that of its level; `alpha` for an appendix",
    examples: ["roman"],
  }),
  label: localisedText(languages)
    .optional()
    .meta({
      description: "Word before this heading’s number.",
      absent: "that of its level; for an appendix, that word in the site’s language",
      examples: ["Lecture"],
      shown: "headings, contents",
    }),
  role: z
    .enum(SECTION_ROLES, `is none of ${SECTION_ROLES.join(", ")}`)
    .optional()
    .meta({
      description:
        "What the section is in the whole, for assistive technology and exports. Appendices count apart: A, B.",
      examples: ["appendix"],
    }),
});

const DEPTHS = "is neither a slug nor { id, numbered, sections }";

/** The sections in reading order, up to three levels. */
export function outline(languages: Languages) {
  const bare = sectionId.transform((id) => ({ id, sections: [] as never[] }));
  const keys = sectionKeys(languages);
  const third = z.union([bare, z.strictObject({ ...keys, sections: tooDeep })], DEPTHS);
  const second = z.union([bare, z.strictObject({ ...keys, sections: partsOf(third) })], DEPTHS);
  const first = z.union([bare, z.strictObject({ ...keys, sections: partsOf(second) })], DEPTHS);
  return z.array(first, "is not a list of sections").min(1, "is an empty list");
}

const partsOf = <Part extends z.ZodType>(part: Part) =>
  z
    .array(part)
    .default([])
    .meta({ description: "Its parts, in order.", examples: [["first-part", "second-part"]] });

const tooDeep = z
  .array(z.unknown())
  .max(0, "goes deeper than three levels")
  .default([])
  .transform(() => [] as never[])
  .meta({ description: "Nothing: sections have three levels." });
