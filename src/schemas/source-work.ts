import { z } from "astro/zod";
import { reducedDate } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";
import { contributor, contributors } from "./people.ts";

/** The restated or translated work. */
export const sourceWork = (languages: Languages) =>
  z
    .strictObject({
      author: z
        .union(
          [
            contributors(languages).transform((people) => ({ people })),
            contributor(languages).transform((one) => ({ people: [one] })),
            localisedText(languages).transform((words) => ({ words })),
          ],
          "is neither a name with its parts, nor a list of names, nor a text",
        )
        .optional()
        .meta({
          description: "Who wrote it: a name with its parts, a list of names, or a text that is printed as it stands.",
          absent: "author of the reference",
          examples: [{ family: "James", given: "William" }],
          shown: "cover, footer, print, every citation",
        }),
      affiliation: localisedText(languages)
        .optional()
        .meta({ description: "The author’s position when the work was written.", shown: "cover, print" }),
      title: localisedText(languages)
        .optional()
        .meta({ description: "Its title.", absent: "title of the reference", examples: ["Pragmatism"] }),
      date: reducedDate.optional().meta({
        description: "When it appeared, in quotation marks.",
        absent: "date of the reference",
        examples: ["1907"],
        shown: "cover, print, the timeline’s own moment",
      }),
      reference: z
        .string()
        .min(1)
        .optional()
        .meta({
          description: "Id of the work in references.json, by which it is cited in full.",
          examples: ["james-1907"],
          shown: "cover, bibliography",
        }),
    })
    .superRefine((source, context) => {
      if (source.reference !== undefined || (source.author !== undefined && source.title !== undefined)) return;
      context.addIssue({
        code: "custom",
        message: "says too little of the work",
        params: { how: "Give “reference”, the id of the work in references.json, or its “author” and “title”." },
      });
    })
    .meta({
      description: "The work that is restated or translated; an original essay has none.",
      absent: "nothing; **required** where “kind” is not `original`",
      examples: [{ author: "William James", title: "Pragmatism", date: "1907" }],
      shown: "cover, every citation",
    });
