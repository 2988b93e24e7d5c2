import { z } from "astro/zod";

/** A text in each language, keyed by BCP 47 tag. */
export const localisedText = z.record(z.string(), z.string().min(1));
