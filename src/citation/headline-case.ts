/** Words that stay small within a headline: articles, conjunctions and prepositions, as CSL 1.0.2 lists them. */
const SMALL = new Set(
  "a an and as at but by down for from in into nor of on onto or over so the till to up van via von with yet".split(
    " ",
  ),
);
/** A word with what belongs to it: hyphenated parts are words of their own. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}’']*/gu;
/** What a title begins anew behind. */
const BEGINNING = /(?:^|[:?!.—–]\s*)[^\p{L}\p{N}]*$/u;
/** Nothing but the end, or the end of a part, comes after the last word. */
const END = /^[^\p{L}\p{N}]*(?:$|[:?!])/u;

/**
 * @returns an English title in headline capitals, as Chicago and MLA write titles: each word but small ones inside it with
 *   a capital; a word that has one anywhere stays as it is
 */
export const headlineCase = (title: string): string =>
  title.replaceAll(WORD, (word, at: number) => {
    if (/\p{Lu}/u.test(word)) return word;
    const isInside = !BEGINNING.test(title.slice(0, at)) && !END.test(title.slice(at + word.length));
    return isInside && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
