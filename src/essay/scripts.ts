import type { Language } from "./language.ts";

/** What follows from the script in which a language is written. It is small, since browsers load it. */

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** @returns the script of a language (ISO 15924): what its tag names, else the usual one */
export const scriptOf = (language: Language): string => new Intl.Locale(language).maximize().script ?? "Zyyy";

/** @returns the value of the attribute `dir` */
export const direction = (language: Language): "ltr" | "rtl" => (RIGHT_TO_LEFT.has(scriptOf(language)) ? "rtl" : "ltr");

/** @returns whether what is written in this language is written in Latin letters */
export const isInLatinScript = (language: Language): boolean => scriptOf(language) === "Latn";
