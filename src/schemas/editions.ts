import { z } from "astro/zod";
import { compareEditions } from "../essay/registry.ts";
import { fullDate } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";

/** A dated version of the text. */
export const edition = (languages: Languages) =>
  z
    .strictObject({
      version: z
        .string("is not a version in quotation marks, such as “1.0.0”")
        .regex(/^\d+\.\d+\.\d+$/u, "is not a version of three numbers such as 1.0.0")
        .meta({
          description: "Version of three numbers.",
          examples: ["1.0.0"],
          shown: "cover, footer, every citation",
        }),
      date: fullDate.meta({
        description: "Day on which it was published, in quotation marks.",
        examples: ["2026-11-23"],
        shown: "cover, footer, print",
      }),
      summary: localisedText(languages)
        .optional()
        .meta({ description: "What it changed, in a sentence.", examples: ["Two references corrected."] }),
    })
    .meta({ description: "A dated version of the text." });

/** All editions: unique versions, and dates in the order of versions. */
export const editions = (languages: Languages) =>
  z
    .array(edition(languages), "is not a list of editions")
    .min(1, "is an empty list")
    .superRefine((all, context) => {
      all.forEach((one, index) => {
        if (all.findIndex(({ version }) => version === one.version) < index)
          context.addIssue({ code: "custom", path: [index, "version"], message: `“${one.version}” stands twice` });
        const older = all.find(
          (other) => compareEditions(other.version, one.version) < 0 && other.date.localeCompare(one.date) > 0,
        );
        if (older)
          context.addIssue({
            code: "custom",
            path: [index, "date"],
            message: `is before that of the older edition ${older.version} (${older.date})`,
          });
      });
    });
