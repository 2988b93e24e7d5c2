import { plain } from "../../support/plain.ts";

const OPENING_QUOTES = ["「」", "『』", '""', "“”", "＂＂"];

/** Whether the string is a quoted phrase as a reader would write one: the quotation marks are then not searched for. */
const isQuotedPhrase = (text: string) =>
  OPENING_QUOTES.some((pair) => text.length > 2 && text.startsWith(pair[0] ?? "") && text.endsWith(pair[1] ?? ""));

/** What is counted or dated, of which other ways to write the number are found too: tests of their own have those. */
export const COUNTED = /[〇一二三四五六七八九十百千\p{Nd}][\p{L}%％]/u;

/** @returns the query that searches for just these words; nothing where no query does */
export function queryFor(words: string): string | undefined {
  if (!plain(words)) return undefined;
  if (!/\s/u.test(words) && !COUNTED.test(words)) return isQuotedPhrase(words) ? undefined : words;
  return words.includes('"') ? undefined : `"${words}"`;
}
