import type { Language } from "./language.ts";

/* Apart from `scripts.ts`, which overlays load too: what both share would be one more file for each first search. */

/** Scripts without spaces between words. */
const UNSPACED = new Set(["Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai"]);

/** @returns whether a language parts its words by spaces */
export const isSpaced = (language: Language): boolean =>
  !UNSPACED.has(new Intl.Locale(language).maximize().script ?? "Zyyy");
