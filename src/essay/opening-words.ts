const ELLIPSIS = "…";

/**
 * @param text prose
 * @param length wanted length in characters
 * @returns the beginning of the text: whole sentences if they are not much shorter, else whole words and an ellipsis
 */
export function openingWords(text: string, length: number): string {
  const prose = text.replaceAll(/\s+/gu, " ").trim();
  if (prose.length <= length) return prose;
  const within = prose.slice(0, length);
  const sentences = /^.*(?:[。！？]|[.!?؟۔](?=\s))/u.exec(within)?.[0];
  if (sentences && sentences.length > length / 2) return sentences;
  // Text without spaces is cut between any two characters.
  const words = /^.*(?=\s)/u.exec(within)?.[0] ?? [...within].join("").replace(/[\uD800-\uDBFF]$/u, "");
  return words.replace(/[\s\p{P}]+$/u, "") + ELLIPSIS;
}

/** @returns the paragraphs of a text, which are separated by blank lines */
export const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/u).map(joinLines);

/** Joins lines without a space where the script has none. */
const joinLines = (paragraph: string): string =>
  paragraph
    .trim()
    .replaceAll(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。])\s*\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（])/gu,
      "",
    )
    .replaceAll(/\s*\n\s*/gu, " ");
