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

/**
 * @param quote the words, or their beginning and end joined by an ellipsis
 * @returns a query that finds every passage with them: their clauses in quotation marks; empty where there are no words
 */
export function queryForQuote(quote: string): string {
  const clauses = quote.split(/[^\p{L}\p{N}\p{M}\s]+/u).map((clause) => {
    const words = clause.trim().split(/\s+/u).filter(Boolean);
    // The first and the last may be parts of words: whoever selects does not always begin where a word does.
    return (words.length > 2 ? words.slice(1, -1) : words).join(" ");
  });
  return clauses
    .filter(Boolean)
    .map((clause) => `“${clause}”`)
    .join(" ");
}

/**
 * @param units in the order of the page
 * @param isBeforeTarget whether a unit comes before the place that a link leads to
 * @returns the first unit after the place that has the words, else the last before it
 */
export function nearest<Unit>(
  units: readonly Unit[],
  hasWords: (unit: Unit) => boolean,
  isBeforeTarget: (unit: Unit) => boolean,
): Unit | undefined {
  const found = units.filter(hasWords);
  return found.find((unit) => !isBeforeTarget(unit)) ?? found.at(-1);
}
