import fc from "fast-check";

/** Languages that are written from right to left: with vowels over and under the letters, with points, and with letters that do not join. */
export const RIGHT_TO_LEFT = ["ar", "he", "fa"] as const;

export const WORDS = {
  ar: ["ثُمَّ", "تُطلى", "النهر", "قاربًا", "الماء"],
  he: ["הַסִּירוֹת", "הנהר", 'צה"ל', "מַיִם"],
  fa: ["قایق‌ها", "رودخانه", "می‌سازند"],
  latin: ["Holm", "Smith", "the river", "naïve"],
};
export const NUMBERS = {
  ar: ["٢٠١٢", "12", "1998", "45.5"],
  he: ["12", "1998", "45.5", "3,000"],
  fa: ["۱۳۹۱", "۱۲", "۴۵٫۵"],
};

/** A sentence with words and numbers of both directions, and brackets about them. */
export const lineOf = (language: (typeof RIGHT_TO_LEFT)[number]): fc.Arbitrary<string> => {
  const word = fc.constantFrom(...WORDS[language]);
  const number = fc.constantFrom(...NUMBERS[language]);
  const foreign = fc.constantFrom(...WORDS.latin);
  const inner = fc.oneof(
    word,
    fc.tuple(foreign, fc.constantFrom(" ", ", "), fc.constantFrom("1998", "2001")).map((parts) => parts.join("")),
    fc.tuple(word, number).map(([one, other]) => `${one} ${other}`),
    fc.tuple(number, number).map(([one, other]) => `${one}–${other}`),
  );
  const enclosed = fc
    .tuple(inner, fc.constantFrom("()", "[]", "«»"))
    .map(([text, [open, close]]) => `${open}${text}${close}`);
  const piece = fc.oneof(inner, enclosed);
  return fc
    .array(fc.tuple(piece, word, fc.constantFrom(" ", ", ", ": ")), { minLength: 1, maxLength: 6 })
    .map((parts) => `${parts.map(([one, other, between]) => `${other}${between}${one}`).join(" ")}.`);
};
