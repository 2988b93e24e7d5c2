import type { Language } from "../essay/language.ts";

/**
 * A translated string. `{1}`, `{2}` … are replaced by its values, in the order of the string's parameters. Of several
 * forms one is chosen: by the first value itself (`note:`, `0:`), by `same` where the first two values are equal, by the
 * plural category of the first (`one:`, Unicode CLDR), else `other:`.
 */
export type Message = string | Readonly<Record<string, string>>;

/** The strings of one set by key, or of a group in it; missing ones are taken from the model. */
export interface Messages {
  readonly [key: string]: Message | Messages;
}

/** Marks words as those of a language, or of that of the model. */
type MarkWords = (words: string, language?: Language) => string;

/**
 * Turns translated messages into a set of strings.
 *
 * @param messages checked against the keys of the model
 * @param model a complete set in another language
 * @param language decides on plural categories
 * @param fallback marks what is taken from the model, and in it the values that are of another language
 */
export function fromMessages<Set extends object>(
  messages: Messages,
  model: Set,
  language: Language,
  fallback: MarkWords = (words) => words,
): Set {
  const entries = Object.entries(model).map(([key, own]) => {
    const message = messages[key];
    if (isGroup(own)) return [key, fromMessages((message ?? {}) as Messages, own, language, fallback)];
    if (message === undefined) return [key, taken(own, fallback, language)];
    if (typeof own === "function") return [key, (...values: unknown[]) => format(message as Message, values, language)];
    return [key, message];
  });
  return Object.fromEntries(entries) as Set;
}

/** A string of the model, or what makes one. A value that is no name of a case may be in the language that lacks it. */
function taken(own: unknown, fallback: MarkWords, language: Language): unknown {
  const marked = (value: unknown) =>
    typeof value === "string" && /[^\p{ASCII}]/u.test(value) ? fallback(value, language) : value;
  if (typeof own === "function") return (...values: unknown[]) => fallback(String(own(...values.map(marked))));
  return typeof own === "string" ? fallback(own) : own;
}

/** @returns whether a value of a model is a group of strings */
export const isGroup = (own: unknown): own is object => typeof own === "object" && own !== null && !Array.isArray(own);

/** @returns the message with its values; empty where a value that it names is missing */
function format(message: Message, values: readonly unknown[], language: Language): string {
  const form = typeof message === "string" ? message : choose(message, values, language);
  const named = [...form.matchAll(/\{(\d+)\}/gu)].map(([, place]) => values[Number(place) - 1]);
  if (named.includes(undefined)) return "";
  return form.replaceAll(/\{(\d+)\}/gu, (_whole, place: string) => String(values[Number(place) - 1]));
}

function choose(forms: Readonly<Record<string, string>>, values: readonly unknown[], language: Language): string {
  const [first, second] = values;
  const byValue = forms[String(first)];
  if (byValue !== undefined) return byValue;
  if (first === second && forms["same"] !== undefined) return forms["same"];
  const category = typeof first === "number" ? new Intl.PluralRules(language).select(first) : "other";
  return forms[category] ?? forms["other"] ?? "";
}
