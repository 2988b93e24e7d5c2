import type { Term } from "./annotations.ts";
import type { Language } from "./language.ts";

/** Terms that begin alike. */
interface TermGroup {
  /** What they begin with: あ for あ to お, か for か to ご; `A`. */
  readonly initial: string;
  readonly terms: readonly Term[];
}

/** The rows of the Japanese syllabary, each with the kana that stand under it. */
const ROWS = [
  "あいうえお",
  "かきくけこ",
  "さしすせそ",
  "たちつてと",
  "なにぬねの",
  "はひふへほ",
  "まみむめも",
  "やゆよ",
  "らりるれろ",
  "わゐゑをん",
] as const;

/** Kana that are written small and ordered as if they were not. */
const FULL_SIZE: Readonly<Record<string, string>> = {
  ...{ ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お" },
  ...{ っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ", ゕ: "か", ゖ: "け" },
};

const COMBINING = /\p{M}/gu;

/** @returns the characters without the marks that stand on them: は of ば and ぱ, `e` of `é` */
const bare = (text: string): string => text.normalize("NFD").replaceAll(COMBINING, "");

/**
 * @param reading in hiragana
 * @returns the first kana of the row under which a dictionary has the reading
 */
function rowOf(reading: string): string {
  for (const kana of bare(reading)) {
    const row = ROWS.find((one) => one.includes(FULL_SIZE[kana] ?? kana));
    if (row) return row.charAt(0);
  }
  return reading.charAt(0);
}

/**
 * Puts terms into the order of a language's dictionaries: Japanese ones by their reading, in the order of the
 * syllabary, where voice, size and ー count only between readings that are otherwise the same; others by the alphabet.
 *
 * @returns the terms by what they begin with, in order
 */
export function groupTerms(terms: readonly Term[], language: Language): TermGroup[] {
  const isJapanese = language === "ja";
  const { compare } = new Intl.Collator(language, { ignorePunctuation: isJapanese, numeric: !isJapanese });
  const key = ({ reading, term }: Term) => (isJapanese ? reading : (term[language] ?? ""));
  const initial = (term: Term) =>
    isJapanese ? rowOf(key(term)) : bare(key(term)).charAt(0).toLocaleUpperCase(language);
  const ordered = [...terms].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  return [...Map.groupBy(ordered, initial)].map(([first, group]) => ({ initial: first, terms: group }));
}
