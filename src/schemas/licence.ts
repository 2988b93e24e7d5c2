import { z } from "astro/zod";
import { type Languages, localisedText } from "./localised.ts";

const licence = (languages: Languages) =>
  z.strictObject(
    {
      name: localisedText(languages).meta({
        description: "Short name, as it is printed.",
        examples: ["CC BY 4.0", { en: "All rights reserved", de: "Alle Rechte vorbehalten" }],
      }),
      url: z
        .url({ protocol: /^https?$/u, error: "is not an address such as https://creativecommons.org/licenses/by/4.0/" })
        .optional()
        .meta({
          description: "Address of its text, where it has one.",
          examples: ["https://creativecommons.org/licenses/by/4.0/"],
        }),
    },
    { error: (issue) => (issue.code === "invalid_type" ? "is not { name, url }" : undefined) },
  );

/** The licences of text and program. */
export const licences = (languages: Languages) =>
  z
    .strictObject({
      text: licence(languages)
        .optional()
        .meta({
          description: "Licence of the text.",
          examples: [{ name: "All rights reserved" }],
          shown: "cover, footer, print, metadata of every page",
        }),
      figures: licence(languages)
        .optional()
        .meta({
          description: "Licence of figures and their data, where it is not that of the text.",
          absent: "that of the text",
          examples: [{ name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" }],
          shown: "figures, pictures of them, descriptions of their data",
        }),
      code: licence(languages)
        .optional()
        .meta({ description: "Licence of the program, where the essay’s repository has it too.", shown: "cover" }),
    })
    .meta({
      description: "What readers may do with the text, and others with the program.",
      examples: [{ text: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } }],
    });
