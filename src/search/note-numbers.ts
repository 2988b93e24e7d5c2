import type { LanguageSearch } from "./language-search.ts";
import type { Gaps, Phrase } from "./query.ts";

/** Least number of letters that a phrase needs to be searched without its numbers. */
const LEAST_LETTERS = 4;

/** @returns whether a phrase has enough letters without its numbers */
export const isEnough = (words: string): boolean => (words.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;

/** A paragraph number before the first word; not a number of the sentence, which a unit would follow. */
const PARAGRAPH_NUMBER =
  /^¶?\d{1,4}[a-z]?(?=[\p{L}「『（(](?<![年月日時分秒世条項号章節回度次人名国か所カヶ個歳点倍割万億兆]))/u;
/** A note mark: after a word and before closing punctuation, or with a sign of its own. */
const NOTE_MARK =
  /\[(?:[編注]|編者注)?\d{1,3}\]|(?:編者注|編注|[編注])\d{1,3}|(?<=[^\d.,])\d{1,3}(?=$|[編注[、。，．,.・:;：；?!？！」』）)】〕〉》”’])/gu;

/**
 * Finds numbers of paragraphs and notes in a passage that was copied with them, in a language without word spaces.
 *
 * @param normal the phrase in normal form
 * @returns the phrase with gaps for such numbers; `undefined` where it has none, or too few letters besides
 */
export function gapsOf(normal: string): Gaps | undefined {
  const lead = PARAGRAPH_NUMBER.exec(normal)?.[0] ?? "";
  const marks = [...normal.slice(lead.length).matchAll(NOTE_MARK)];
  if (!lead && marks.length === 0) return undefined;
  const parts: string[] = [];
  const numbers = [lead];
  let end = lead.length;
  for (const { 0: mark, index } of marks) {
    parts.push(normal.slice(end, lead.length + index));
    numbers.push(mark);
    end = lead.length + index + mark.length;
  }
  parts.push(normal.slice(end));
  if (!isEnough(parts.join(""))) return undefined;
  const optional = (number: string) => (number ? `(?:${escapePattern(number)})?` : "");
  const source = parts.map((part, index) => `${optional(numbers[index] ?? "")}${escapePattern(part)}`).join("");
  return { parts: parts.filter(Boolean), pattern: new RegExp(source, "gu") };
}

const escapePattern = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** In a language with word spaces: a number directly after a letter or closing mark, and before a space. */
const GLUED_NUMBER = /(?<=[\p{L}\p{M}.,;:!?”’"')\]»])(?:\[\d{1,3}\]|E?\d{1,3})(?=$|[\s.,;:!?”’"')\]»])/gu;
const LEADING_NUMBER = /^¶?\d{1,4}[a-z]?\s+(?=\p{L})/u;

/** @returns the phrase without numbers that may be those of its paragraph and notes */
export const withoutGluedNumbers = (written: string): string =>
  written.replace(LEADING_NUMBER, "").replaceAll(GLUED_NUMBER, "");

/**
 * @param phrases of a query
 * @param texts that are searched
 * @returns the phrases, those without a hit replaced by the same without numbers; `undefined` where that changes none
 */
export function withoutNumbers(
  phrases: readonly Phrase[],
  texts: readonly string[],
  language: Pick<LanguageSearch, "find" | "withoutNumbers">,
): Phrase[] | undefined {
  const isFound = (phrase: Phrase) => texts.some((text) => (language.find(text, [phrase])[0]?.length ?? 0) > 0);
  const others = phrases.map((phrase) => {
    const other = language.withoutNumbers(phrase);
    return other && !isFound(phrase) ? other : phrase;
  });
  return others.some((phrase, index) => phrase !== phrases[index]) ? others : undefined;
}
