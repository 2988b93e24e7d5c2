import type { LanguageSearch } from "./language-search.ts";
import type { Phrase } from "./query.ts";

/** Words whose spelling readers may not know: of an alphabet, and in katakana. */
const WORD =
  /[\p{Script=Katakana}ー]{4,}|(?:(?![\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Han}])\p{L}\p{M}*){4,}/gu;
/** From this length on a word may differ in two places; a shorter one in one. */
const LONG = 8;
/** Most words that are searched in the place of one. */
const MOST = 3;

/** A word as it sounds and looks: ヴ is ブ, and no letter has a mark. */
const shapeOf = (word: string): string =>
  word
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKC")
    .replaceAll(/ヴ([ァィェォ])/gu, (_, vowel: string) => "バビベボ"["ァィェォ".indexOf(vowel)] ?? "")
    .replaceAll("ヴ", "ブ")
    .normalize("NFD")
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC");

/** @returns in how many places two words differ, neighbours that changed places counting once; more than `most` as one more */
function differences(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isTurned =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (last[column] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isTurned ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}

/** @returns the words of the texts that are spelt most nearly like one which they do not have */
function nearestWords(word: string, words: ReadonlyMap<string, string>): string[] {
  const shape = shapeOf(word);
  const most = shape.length >= LONG ? 2 : 1;
  if (shape.length < 4) return [];
  const near = [...words].map(([other, written]) => ({ written, distance: differences(shape, other, most) }));
  const least = Math.min(...near.map(({ distance }) => distance));
  if (least > most) return [];
  return near
    .filter(({ distance }) => distance === least)
    .slice(0, MOST)
    .map(({ written }) => written);
}

/** @returns the words of texts that a reader may spell otherwise, by how they sound and look */
export const spellingsOf = (texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(texts.flatMap((text) => text.match(WORD) ?? []).map((word) => [shapeOf(word), word]));

/**
 * Gives phrases that stand nowhere what readers may have meant: words that are spelt nearly so.
 *
 * @param absent the phrases of a query that stand nowhere
 * @param texts that are searched
 * @param spellings of their words (`spellingsOf`)
 * @returns the phrases with these as synonyms; a phrase in quotation marks is meant as it is
 */
export function withNearWords(
  absent: readonly Phrase[],
  texts: readonly string[],
  spellings: ReadonlyMap<string, string>,
  language: Pick<LanguageSearch, "parse" | "find">,
): Phrase[] {
  const isFound = (phrase: Phrase) => texts.some((text) => (language.find(text, [phrase])[0]?.length ?? 0) > 0);
  return absent.map((phrase) => {
    if (phrase.exact) return phrase;
    const { written } = phrase;
    const others = [...written.matchAll(WORD)].flatMap(({ 0: word, index }) =>
      nearestWords(word, spellings).map((near) => written.slice(0, index) + near + written.slice(index + word.length)),
    );
    const synonyms = others.flatMap((other) => language.parse(other)[0] ?? []).filter((other) => isFound(other));
    return synonyms.length > 0 ? { ...phrase, synonyms } : phrase;
  });
}
