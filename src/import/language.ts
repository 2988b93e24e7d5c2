import { greatest } from "./lists.ts";

/** Little words by which languages of one script are told apart. */
const LITTLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "of", "and", "to", "in", "that", "is", "was", "with", "for", "as", "it"],
  de: ["der", "die", "und", "das", "nicht", "ist", "den", "von", "mit", "ein", "zu", "auch"],
  fr: ["le", "les", "et", "des", "est", "une", "dans", "que", "qui", "du", "pour", "pas"],
  es: ["el", "los", "las", "que", "del", "por", "una", "con", "para", "como", "más", "es"],
  it: ["il", "che", "di", "per", "non", "una", "sono", "della", "con", "gli", "nel", "più"],
  nl: ["het", "een", "van", "dat", "niet", "zijn", "voor", "met", "ook", "maar", "door", "aan"],
  pt: ["o", "os", "não", "uma", "com", "para", "mais", "dos", "como", "ao", "pelo", "são"],
};

/** @returns the language of a text by its script and its little words; undefined where that does not tell */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 200_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const scripts: readonly (readonly [string, number])[] = [
    ["kana", count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)],
    ["han", count(/\p{sc=Han}/gu)],
    ["hangul", count(/\p{sc=Hangul}/gu)],
    ["latin", count(/\p{sc=Latin}/gu) / 3],
    ["arabic", count(/\p{sc=Arabic}/gu) / 2],
    ["cyrillic", count(/\p{sc=Cyrillic}/gu) / 2],
    ["hebrew", count(/\p{sc=Hebrew}/gu) / 2],
    ["greek", count(/\p{sc=Greek}/gu) / 2],
    ["devanagari", count(/\p{sc=Devanagari}/gu) / 2],
  ];
  const of = new Map(scripts);
  const kana = of.get("kana") ?? 0;
  const han = of.get("han") ?? 0;
  if (kana > 0 && kana + han >= greatest([...of.values()]) && kana > (kana + han) * 0.12) return "ja";
  const [script] = [...of].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (script === "kana") return "ja";
  if (script === "han")
    return /[们这个国说时来为会对]/u.test(sample) && count(/[们这说时来为会对]/gu) > count(/[們這說時來為會對]/gu)
      ? "zh-Hans"
      : "zh-Hant";
  if (script === "hangul") return "ko";
  if (script === "arabic") return /[پچژگ]/u.test(sample) ? (/[ٹڈڑے]/u.test(sample) ? "ur" : "fa") : "ar";
  if (script === "cyrillic") return /[іїєґ]/u.test(sample) ? "uk" : "ru";
  if (script === "hebrew") return "he";
  if (script === "greek") return "el";
  if (script === "devanagari") return "hi";
  if (script !== "latin") return undefined;
  const words = Map.groupBy(sample.toLowerCase().match(/\p{L}+/gu) ?? [], (word) => word);
  const scores = Object.entries(LITTLE_WORDS)
    .map(([language, little]) => ({
      language,
      score: little.reduce((sum, word) => sum + (words.get(word)?.length ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best && best.score >= 3 && best.score > (second?.score ?? 0) * 1.15 ? best.language : undefined;
}

/**
 * Ideographs alone are of several languages: a short title of them is in the essay's language where that is written with
 * them, else in the one that the sources around it are in.
 *
 * @param language BCP 47 tag of the essay
 * @param around words of all the sources
 * @returns undefined where the script does not tell
 */
export function languageOfTitle(title: string, language: string, around: string): string | undefined {
  const guess = guessLanguage(title);
  if (guess !== "zh-Hant") return guess;
  if (/^(?:ja|zh|yue)\b/u.test(language)) return language;
  return guessLanguage(around.replaceAll(/[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu, "")) ?? guess;
}
