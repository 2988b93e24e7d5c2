/**
 * @returns the letters and digits of a text, by which texts are compared: NFKC, lower case, without spacing and
 *   punctuation. Note marks and readings are removed before (`plainText`).
 */
export function letters(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, "");
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, found);
  return found;
}

/** The same texts are compared many times, and normalising them costs most of the time. */
const remembered = new Map<string, string>();
const REMEMBERED = 2000;

/** @returns six characters of `textHash`: enough for a link to tell whether the words are still those that were cited */
export const shortHash = (text: string): string => textHash(text).slice(1, 7);

/**
 * @returns a hash of the text’s letters, 14 characters: both 32-bit halves of cyrb53 (bryc, public domain). It detects
 *   accidents, not attacks, and is the same in Node and in the browser.
 */
export function textHash(text: string): string {
  const content = letters(text);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < content.length; index += 1) {
    const unit = content.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const finish = (one: number, other: number) =>
    (Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)) >>> 0;
  return [finish(high, low), finish(low, high)].map((part) => part.toString(36).padStart(7, "0")).join("");
}
