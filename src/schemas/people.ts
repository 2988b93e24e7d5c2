import { z } from "astro/zod";
import { isOrcid } from "./check-digits.ts";
import { type Languages, languageTag, localisedText } from "./localised.ts";

const NAME_FORM = "is not a name with its parts, such as { family: Doe, given: Jane }, or { literal: … } for a body";

/**
 * A person or organisation, named as in CSL: persons have name parts, organisations a literal. Parts may differ by
 * language.
 */
export const contributor = (languages: Languages) =>
  z
    .strictObject(
      {
        family: localisedText(languages)
          .optional()
          .meta({
            description: "Family name of a person.",
            absent: "nothing; **required** where there is no `literal`",
            examples: ["Doe", { ja: "夏目", en: "Natsume" }],
          }),
        given: localisedText(languages)
          .optional()
          .meta({ description: "Given names of a person.", examples: ["Jane", { ja: "漱石", en: "Sōseki" }] }),
        "dropping-particle": localisedText(languages)
          .optional()
          .meta({
            description: "Particle that is left out where the family name stands alone.",
            examples: ["von"],
          }),
        "non-dropping-particle": localisedText(languages)
          .optional()
          .meta({ description: "Particle that the family name always has.", examples: ["de la"] }),
        suffix: localisedText(languages)
          .optional()
          .meta({ description: "What follows the name.", examples: ["Jr."] }),
        literal: localisedText(languages)
          .optional()
          .meta({
            description: "Name of a body, or of a person whose name has no parts. Stands in place of all the others.",
            absent: "nothing; **required** where there is no `family`",
            examples: ["The Editors of the Review", { de: "Die Redaktion", fr: "La rédaction" }],
          }),
        orcid: z
          .string()
          .transform((id) => id.replace(/^https?:\/\/orcid\.org\//u, ""))
          .refine(isOrcid, "is not an ORCID iD: sixteen digits of which the last checks the others")
          .optional()
          .meta({
            description: "ORCID iD, as its address or alone.",
            examples: ["0000-0002-1825-0097"],
            shown: "cover (linked), JSON-LD, Highwire, CITATION.cff, signposting",
          }),
        affiliation: localisedText(languages)
          .optional()
          .meta({
            description: "Institution to which the person belongs.",
            examples: ["University of Somewhere"],
            shown: "cover, JSON-LD, Highwire, CITATION.cff",
          }),
        email: z
          .email("is not an address of e-mail")
          .optional()
          .meta({
            description: "Address at which readers may write.",
            examples: ["jane@example.org"],
            shown: "cover, JSON-LD, Highwire, CITATION.cff",
          }),
        url: z
          .url({ protocol: /^https?$/u, error: "is not an address such as https://example.org" })
          .optional()
          .meta({
            description: "The person’s or the body’s own page.",
            examples: ["https://example.org/jane"],
            shown: "cover, JSON-LD",
          }),
        role: localisedText(languages)
          .optional()
          .meta({
            description: "What a contributor has done; only under “contributors”.",
            examples: ["Maps", { de: "Karten", fr: "Cartes" }],
            shown: "cover",
          }),
        into: z
          .array(languageTag)
          .min(1, "is an empty list")
          .optional()
          .meta({
            description: "Languages whose text is this translator’s; only under “translators”.",
            absent: "all, in a translation; all but the first, in an original essay",
            examples: [["fr"]],
            shown: "cover and citations of these languages",
          }),
      },
      { error: (issue) => (issue.code === "invalid_type" ? NAME_FORM : undefined) },
    )
    .superRefine((name, context) => {
      const parts = ["family", "given", "dropping-particle", "non-dropping-particle", "suffix"] as const;
      const has = parts.filter((part) => name[part] !== undefined);
      if (name.literal === undefined && name.family === undefined)
        context.addIssue({ code: "custom", message: NAME_FORM, params: { how: "Give “family”, or “literal”." } });
      if (name.literal !== undefined && has.length > 0)
        context.addIssue({
          code: "custom",
          path: [has[0] ?? "family"],
          message: "stands beside “literal”, which is a whole name",
          params: { how: "Give the name either in parts or whole." },
        });
    })
    .meta({ description: "A person or a body, named as in CSL." });

/** A list of contributors in the order in which they are named. */
export const contributors = (languages: Languages) =>
  z
    .array(contributor(languages), "is not a list of names, each on a line that begins with a hyphen")
    .min(1, "is an empty list");
