import { letters } from "../../essay/text-hash.ts";

/** Up to this many characters a quotation stands in a link in full, a longer one by its beginning and its end. */
const LONGEST = 60;
const ENDS = 24;
const ELLIPSIS = "…";

/** @returns the words as the `quote` parameter of a link carries them */
export function quoteParameter(words: string): string {
  const characters = [...words.trim()];
  if (characters.length <= LONGEST) return characters.join("");
  return `${characters.slice(0, ENDS).join("").trim()}${ELLIPSIS}${characters.slice(-ENDS).join("").trim()}`;
}

/**
 * @param text the words of a paragraph
 * @param quote words in full, or their beginning and end with an ellipsis between
 * @returns whether they stand in the text; spacing, punctuation and case do not count
 */
export function containsQuote(text: string, quote: string): boolean {
  const content = letters(text);
  if (letters(quote) !== "" && content.includes(letters(quote))) return true;
  let from = 0;
  const parts = quote.split(ELLIPSIS).map(letters).filter(Boolean);
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const found = content.indexOf(part, from);
      from = found + part.length;
      return found >= 0;
    })
  );
}
