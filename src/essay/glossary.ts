import type { Term } from "./annotations.ts";
import type { Language } from "./language.ts";
import { profileOf } from "./language-profile.ts";

/** Terms under one heading of the index. */
interface TermGroup {
  /** The heading: a letter (`A`), or the first kana of a row (あ for あ to お, か for か to ご). */
  readonly initial: string;
  readonly terms: readonly Term[];
}

/** The rows of the Japanese syllabary, each with its kana. */
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

/** Small kana and the full-size kana that they are sorted as. */
const FULL_SIZE: Readonly<Record<string, string>> = {
  ...{ ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お" },
  ...{ っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ", ゕ: "か", ゖ: "け" },
};

/** @returns whether a term has more than kana, which say how they are read */
export const needsReading = (term: string): boolean =>
  !/^[\p{Script=Hiragana}\p{Script=Katakana}ー・＝\s]+$/u.test(term);

const COMBINING = /\p{M}/gu;

/** @returns the text without combining marks: は for ば and ぱ, `e` for `é` */
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
 * Sorts terms as a dictionary of the language does. Japanese terms are sorted by reading; voicing marks, kana size and
 * ー count only between readings that are otherwise equal (JIS X 4061, as `Intl.Collator` implements it). Other
 * languages are sorted alphabetically.
 *
 * @returns the terms by heading, in order
 */
export function groupTerms(terms: readonly Term[], language: Language): TermGroup[] {
  const { isSortedByReading } = profileOf(language);
  const { compare } = new Intl.Collator(language, {
    ignorePunctuation: isSortedByReading,
    numeric: !isSortedByReading,
  });
  const key = ({ reading, term }: Term) => (isSortedByReading && reading ? reading : (term[language] ?? ""));
  const initial = (term: Term) =>
    isSortedByReading ? rowOf(key(term)) : bare(key(term)).charAt(0).toLocaleUpperCase(language);
  const ordered = [...terms].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  return [...Map.groupBy(ordered, initial)].map(([first, group]) => ({ initial: first, terms: group }));
}
