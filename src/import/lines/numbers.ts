/** The first of the ten digits of Arabic, and of Persian and Urdu. */
const DIGITS = [0x0660, 0x06f0];

/** @returns the text, as long as before, with the digits of Arabic, Persian and Urdu as ASCII has them */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) - (DIGITS.findLast((zero) => zero <= (digit.codePointAt(0) ?? 0)) ?? 0)),
  );

/** @returns the value of a number in ideographs, counted (十二) or spelt (一二); below 1,000 */
export function kanjiNumber(text: string): number {
  const digit = (character: string) => "〇一二三四五六七八九".indexOf(character);
  if (!/[十百]/u.test(text)) return Number([...text].map(digit).join(""));
  let total = 0;
  let last = 0;
  for (const character of text) {
    const unit = character === "百" ? 100 : character === "十" ? 10 : 0;
    if (unit) {
      total += Math.max(1, last) * unit;
      last = 0;
    } else last = digit(character);
  }
  return total + last;
}

/** @returns the value of a Roman number; undefined where it is none */
export function romanNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").toUpperCase();
  if (!/^M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(plain) || plain === "") return undefined;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  const digits = [...plain].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, index) => (value < (digits[index + 1] ?? 0) ? sum - value : sum + value), 0);
}
