import type { WordRules } from "./word-rules.ts";

/** Letters that are written for one another, and the stretched line between letters. Hamzas are marks, and gone already. */
const SAME: Readonly<Record<string, string>> = { ى: "ي", ی: "ي", ة: "ه", ک: "ك", ٱ: "ا", ـ: "" };
/** The digits of Arabic and of Persian, whose code points end in what they count; texts have these and those of Latin. */
const DIGITS = /[٠-٩۰-۹]/gu;
const fold = (word: string): string =>
  word
    .replaceAll(/[ىیةکٱـ]/gu, (letter) => SAME[letter] ?? letter)
    .replaceAll(DIGITS, (digit) => String(digit.charCodeAt(0) & 15));

/** Article, conjunction and prepositions that are written to a word, and endings of number and person. */
const BEFORE = /^(?:وال|بال|كال|فال|ولل|لل|ال)/u;
const AND = /^و/u;
const AFTER = /(?:ها|ان|ات|ون|ين|يه|هم|نا|ه|ي)$/u;

/** So many letters are left, or what was taken off belongs to the word. */
const LEAST = 3;

const without = (word: string, affix: RegExp, least: number): string => {
  const bare = word.replace(affix, "");
  return bare.length >= least ? bare : word;
};

/** Light stemming: what is written to a word is taken off, and the word itself left as it is. */
function stem(word: string): string {
  const article = without(word, BEFORE, LEAST - 1);
  const bare = article === word ? without(word, AND, LEAST) : article;
  return without(bare, AFTER, LEAST);
}

export const rules: WordRules = { fold, stem };
