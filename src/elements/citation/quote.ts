import { letters } from "../../essay/text-hash.ts";

/** A quotation of up to so many characters is put in a link whole, a longer one as its beginning and end. */
const LONGEST = 60;
const ENDS = 24;
const ELLIPSIS = "…";

/** @returns the value of the `quote` parameter for these words */
export function quoteParameter(words: string): string {
  const characters = [...words.trim()];
  if (characters.length <= LONGEST) return characters.join("");
  return `${characters.slice(0, ENDS).join("").trim()}${ELLIPSIS}${characters.slice(-ENDS).join("").trim()}`;
}

/**
 * @param text the text of a paragraph
 * @param quote the words, or their beginning and end joined by an ellipsis
 * @returns whether the text contains them; spacing, punctuation and case do not count
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
