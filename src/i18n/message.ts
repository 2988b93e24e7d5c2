import type { Language } from "../essay/language.ts";

/**
 * A string of the interface as an author writes it. `{1}`, `{2}` … stand for its values, in the order of the strings'
 * types. Several forms are chosen by the first value: by the value itself (`note:`), by `same` where the first two
 * values are alike, by the language's plural category (`one:`), else `other:`.
 */
export type Message = string | Readonly<Record<string, string>>;

/** The strings of one set, by their keys; what is missing is taken from a language that has all. */
export type Messages = Readonly<Record<string, Message>>;

/**
 * Makes an author's messages into strings as the site's own languages have them.
 *
 * @param messages checked against the keys of the model
 * @param model the set in a language that has all of it
 * @param language decides on plurals
 */
export function fromMessages<Set extends object>(messages: Messages, model: Set, language: Language): Set {
  const entries = Object.entries(model).map(([key, own]) => {
    const message = messages[key];
    if (message === undefined) return [key, own];
    return [key, typeof own === "function" ? (...values: unknown[]) => format(message, values, language) : message];
  });
  return Object.fromEntries(entries) as Set;
}

/** @returns the message with its values; empty where a value that it names is not given */
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
