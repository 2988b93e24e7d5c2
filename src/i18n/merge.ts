import { type Language, lookUpTag } from "../essay/language.ts";
import { once, onceForEach } from "../essay/once.ts";
import type { CustomTranslations, StringSet } from "./custom.ts";
import { customTranslations, marksFallback } from "./custom-strings.ts";
import { fallbackWords } from "./fallback.ts";
import { fromMessages } from "./message.ts";

/** What was merged last, of each set and language, marked or not. */
const merged = new Map<string, { readonly given: CustomTranslations; readonly strings: object }>();

// Pages ask for strings hundreds of times; what a language is looked up by takes long to find out.
const tagIn = once((table: object) => onceForEach((language) => lookUpTag(Object.keys(table), language)));
/** Looks a language up, the last of a row, among those before it. */
const tagAmong = onceForEach((row) => {
  const [language = "", ...tags] = row.split(" ").reverse();
  return lookUpTag(tags, language);
});

let isMarking = marksFallback;

/** Does something in which words that a language lacks are told from its own (`fallback.ts`). */
export function markingFallback<Result>(action: () => Result): Result {
  const before = isMarking;
  isMarking = true;
  try {
    return action();
  } finally {
    isMarking = before;
  }
}

/**
 * @param table the site's own strings by language
 * @param english makes those that stand for what the language lacks
 * @returns the strings of one set: those that the essay supplies, else the site's own, else English ones
 */
export function mergedStrings<Set extends object>(
  set: StringSet,
  language: Language,
  table: Readonly<Record<Language, Set>>,
  english: () => Set,
): Set {
  const ownTag = tagIn(table)(language);
  const own = ownTag === undefined ? undefined : table[ownTag];
  const givenTag = tagAmong(`${Object.keys(customTranslations).join(" ")} ${language}`);
  const given = givenTag === undefined ? undefined : customTranslations[givenTag];
  if (!given) return own ?? english();
  const mark = !own && isMarking ? fallbackWords : undefined;
  const key = `${set} ${language} ${mark ? "marked" : ""}`;
  const known = merged.get(key);
  if (known?.given === given) return known.strings as Set;
  const strings = fromMessages(given[set], own ?? english(), language, mark);
  merged.set(key, { given, strings });
  return strings;
}
