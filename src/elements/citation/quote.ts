import { letters } from "../../essay/text-hash.ts";
import { ELLIPSIS } from "./text-directives.ts";

/** A quotation of up to so many characters is put in a link whole, a longer one as its beginning and end. */
const LONGEST = 60;
const ENDS = 24;

/** @returns the value of the `quote` parameter for these words */
export function quoteParameter(words: string): string {
  const characters = [...words.trim()];
  if (characters.length <= LONGEST) return characters.join("");
  return `${characters.slice(0, ENDS).join("").trim()}${ELLIPSIS}${characters.slice(-ENDS).join("").trim()}`;
}

/** Where words stand in a text, in UTF-16 units; `end` is exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * @param text the text of a paragraph
 * @param quote the words, or their beginning and end joined by an ellipsis
 * @returns whether the text contains them; spacing, punctuation and case do not count
 */
export const containsQuote = (text: string, quote: string): boolean =>
  placeInLetters(letters(text), quote) !== undefined;

/**
 * @returns where `text` has the words that `containsQuote` finds, from the beginning to the end; all of it, where a letter
 *   depends on its neighbours and the place cannot be told
 */
export function placeOfQuote(text: string, quote: string): Place | undefined {
  const graphemes = [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map(
    ({ segment, index }) => ({ letters: letters(segment), start: index, end: index + segment.length }),
  );
  const place = placeInLetters(graphemes.map((grapheme) => grapheme.letters).join(""), quote);
  if (!place) return containsQuote(text, quote) ? { start: 0, end: text.length } : undefined;
  let before = 0;
  let start: number | undefined;
  let end = 0;
  for (const grapheme of graphemes) {
    const after = before + grapheme.letters.length;
    if (after > place.start && before < place.end) {
      start ??= grapheme.start;
      end = grapheme.end;
    }
    before = after;
  }
  return start === undefined ? undefined : { start, end };
}

/** @param content letters of a text, as `letters` gives them */
function placeInLetters(content: string, quote: string): Place | undefined {
  const whole = letters(quote);
  const found = whole === "" ? -1 : content.indexOf(whole);
  if (found >= 0) return { start: found, end: found + whole.length };
  let start: number | undefined;
  let end = 0;
  for (const part of quote.split(ELLIPSIS).map(letters).filter(Boolean)) {
    const at = content.indexOf(part, end);
    if (at < 0) return undefined;
    start ??= at;
    end = at + part.length;
  }
  return start === undefined ? undefined : { start, end };
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
