import { z } from "astro/zod";
import { isIsbn, isIssn } from "./check-digits.ts";
import { reducedDate } from "./common.ts";
import { type Languages, localisedText } from "./localised.ts";

const short = z.coerce.string().trim().min(1, "is empty");

const issn = z.string().refine(isIssn, "is not an ISSN: eight digits of which the last checks the others");

/** The journal or collection that the essay is part of. */
export const container = (languages: Languages) =>
  z
    .strictObject({
      title: localisedText(languages).meta({
        description: "Title of the journal or the collection.",
        examples: ["Journal of Quiet Studies"],
        shown: "cover, citations of the whole, Highwire, JSON-LD",
      }),
      issn: z
        .union([issn, z.array(issn).min(1)])
        .transform((given) => (Array.isArray(given) ? given : [given]))
        .optional()
        .meta({
          description: "Its ISSN, or a list of several.",
          examples: ["2049-3630"],
          shown: "citation files, Highwire, JSON-LD",
        }),
      volume: short
        .optional()
        .meta({ description: "Volume.", examples: ["12"], shown: "cover, citations of the whole" }),
      issue: short.optional().meta({ description: "Issue.", examples: ["3"], shown: "cover, citations of the whole" }),
      pages: z.coerce
        .string()
        .regex(/^\S+([-–]\S+)?$/u, "is not a range of pages such as 101-118")
        .optional()
        .meta({
          description: "First and last page, or the article’s number.",
          examples: ["101-118"],
          shown: "cover, citations of the whole",
        }),
    })
    .meta({
      description: "Journal or collection in which the essay appears.",
      examples: [{ title: "Journal of Quiet Studies", volume: "12", issue: "3", pages: "101-118" }],
      shown: "cover, citations of the whole",
    });

const identifier = (pattern: RegExp, form: string, prefix?: RegExp) =>
  z
    .string()
    .transform((id) => (prefix ? id.replace(prefix, "") : id))
    .refine((id) => pattern.test(id), `is not ${form}`)
    .optional();

/** Identifiers of the essay. */
export const identifiers = z
  .strictObject({
    doi: identifier(
      /^10\.\d{4,9}\/\S+$/u,
      "a DOI such as 10.1234/quiet.2026",
      /^(https?:\/\/(dx\.)?doi\.org\/|doi:)/iu,
    ).meta({
      description: "DOI of the essay, as its address or alone.",
      examples: ["10.1234/quiet.2026"],
      shown: "cover (linked), citations of the whole, Highwire, JSON-LD",
    }),
    isbn: z
      .string("is not an ISBN in quotation marks")
      .refine(isIsbn, "is not an ISBN: ten or thirteen digits of which the last checks the others")
      .optional()
      .meta({
        description: "ISBN, with or without hyphens.",
        examples: ["978-3-16-148410-0"],
        shown: "cover, citation files, Highwire, books",
      }),
    ark: identifier(/^ark:\/?\d{5,9}\/\S+$/u, "an ARK such as ark:12345/x9b2", /^https?:\/\/[^/]+\/(?=ark:)/iu).meta({
      description: "Archival Resource Key.",
      examples: ["ark:12345/x9b2"],
      shown: "cover (linked), Highwire, JSON-LD",
    }),
    handle: identifier(
      /^[\w.]+\/\S+$/u,
      "a handle such as 20.500.12345/678",
      /^(https?:\/\/hdl\.handle\.net\/|hdl:)/iu,
    ).meta({
      description: "Handle of a repository.",
      examples: ["20.500.12345/678"],
      shown: "cover (linked), Highwire, JSON-LD",
    }),
  })
  .meta({
    description: "Names under which the essay is registered elsewhere.",
    examples: [{ doi: "10.1234/quiet.2026" }],
    shown: "cover, citations of the whole",
  });

/** Dates of the essay, in chronological order. */
export const dates = z
  .strictObject({
    received: reducedDate
      .optional()
      .meta({ description: "When the journal received it.", examples: ["2025-11-02"], shown: "cover, Dublin Core" }),
    accepted: reducedDate
      .optional()
      .meta({ description: "When it was accepted.", examples: ["2026-02"], shown: "cover, Dublin Core" }),
    published: reducedDate.optional().meta({
      description: "When it first appeared.",
      absent: "in citations, the date of the edition",
      examples: ["2026-05-04"],
      shown: "cover, every citation",
    }),
  })
  .superRefine((given, context) => {
    const order = ["received", "accepted", "published"] as const;
    const known = order.filter((key) => given[key] !== undefined);
    known.forEach((key, index) => {
      const before = known[index - 1];
      const [earlier, later] = [before && given[before], given[key]];
      if (!before || !earlier || !later) return;
      const length = Math.min(earlier.length, later.length);
      if (later.slice(0, length) < earlier.slice(0, length))
        context.addIssue({
          code: "custom",
          path: [key],
          message: `is earlier than “${before}” (${earlier})`,
          params: { how: "Correct one of the two dates." },
        });
    });
  })
  .meta({
    description: "When the essay came about. ISO 8601, as exact as it is known, in quotation marks.",
    examples: [{ received: "2025-11-02", accepted: "2026-02", published: "2026-05-04" }],
    shown: "cover",
  });

/** Funding of the work. */
export const funding = (languages: Languages) =>
  z
    .array(
      z.strictObject({
        funder: localisedText(languages).meta({ description: "Who has paid.", examples: ["Foundation for Essays"] }),
        award: short.optional().meta({ description: "Number of the grant.", examples: ["FE-2024-17"] }),
      }),
    )
    .min(1, "is an empty list")
    .meta({
      description: "Who has paid for the work.",
      examples: [[{ funder: "Foundation for Essays", award: "FE-2024-17" }]],
      shown: "cover, JSON-LD",
    });
