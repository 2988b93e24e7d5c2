import { z } from "astro/zod";
import type { Language, Localised } from "../essay/language.ts";

export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u, "is not a BCP 47 language tag such as ja, de or zh-Hans");

const words = z.string("is not a text; put it in quotation marks if it is a number").trim().min(1, "is empty");

/** The languages of the essay, which schemas expect texts in. */
export type Languages = readonly Language[];

/** A text for all languages, or one for each, by BCP 47 tag. Further languages are allowed. */
export const localisedText = (languages: Languages) =>
  localised(words, languages, "is neither a text nor a text for each language");

/** The same; every language of the essay is required. */
export const completeText = (languages: Languages) =>
  localisedText(languages).superRefine((texts, context) => {
    for (const language of languages)
      if (!(language in texts))
        context.addIssue({
          code: "custom",
          message: `has no text for the language “${language}”`,
          params: { how: `Add “${language}: …” below it.` },
        });
  });

/** A list of texts, such as keywords, for all languages or for each. */
export const localisedList = (languages: Languages) =>
  localised(
    z.array(words).min(1, "is an empty list"),
    languages,
    "is neither a list of texts nor such a list for each language",
  );

function localised<Value extends z.ZodType<string | string[]>>(value: Value, languages: Languages, otherwise: string) {
  return z
    .union([value, z.record(languageTag, value)], {
      error: ({ input }) =>
        typeof input === "number" || typeof input === "boolean"
          ? `is ${input}, which is no text: put it in quotation marks, "${input}"`
          : otherwise,
    })
    .transform((given): Localised<z.output<Value>> => {
      if (typeof given === "object" && given !== null && !Array.isArray(given))
        return given as Localised<z.output<Value>>;
      return Object.fromEntries(languages.map((language) => [language, given as z.output<Value>]));
    });
}
