import type { LanguageSearch } from "./language-search.ts";
import type { Gaps, Phrase } from "./query.ts";

/** Fewer letters than these are too little to tell a passage by, once numbers are left out of it. */
const LEAST_LETTERS = 4;

/** @returns whether what is left of a phrase without its numbers is enough to look for */
export const isEnough = (words: string): boolean => (words.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;

/** The number of a paragraph before its first word, which no unit of time or measure makes a number of the sentence. */
const PARAGRAPH_NUMBER =
  /^¶?\d{1,4}[a-z]?(?=[\p{L}「『（(](?<![年月日時分秒世条項号章節回度次人名国か所カヶ個歳点倍割万億兆]))/u;
/** The mark of a note: after a word, and before what closes a sentence or a clause, or with a sign of its own. */
const NOTE_MARK =
  /\[(?:[編注]|編者注)?\d{1,3}\]|(?:編者注|編注|[編注])\d{1,3}|(?<=[^\d.,])\d{1,3}(?=$|[編注[、。，．,.・:;：；?!？！」』）)】〕〉》”’])/gu;

/**
 * Of a language without spaces between words: a passage that was copied with the number of its paragraph and the marks of
 * its notes.
 *
 * @param normal the phrase in normal form
 * @returns the phrase with gaps for what may be such numbers; nothing where it has none, or too little else
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

/** In a language with spaces between words: a number right after a letter or a closing mark, and before a space. */
const GLUED_NUMBER = /(?<=[\p{L}\p{M}.,;:!?”’"')\]»])(?:\[\d{1,3}\]|E?\d{1,3})(?=$|[\s.,;:!?”’"')\]»])/gu;
const LEADING_NUMBER = /^¶?\d{1,4}[a-z]?\s+(?=\p{L})/u;

/** @returns a phrase as written, without what may be the number of its paragraph and the marks of its notes */
export const withoutGluedNumbers = (written: string): string =>
  written.replace(LEADING_NUMBER, "").replaceAll(GLUED_NUMBER, "");

/**
 * @param phrases of a query
 * @param texts in which they are looked for
 * @returns the phrases, with those that stand nowhere as written looked for without the numbers of notes and
 *   paragraphs; nothing where that changes none
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
