/** What is counted or dated with the number before it: elsewhere `一` and `十` are as likely part of a word. */
const COUNTED =
  "(?=年|月|日|条|項|章|節|世紀|人|名|国|か国|カ国|ヵ国|か月|カ月|ヵ月|回|度|号|世|割|倍|%|％|パーセント)";
const IDEOGRAPHIC = new RegExp(`[〇一二三四五六七八九十百千]+${COUNTED}`, "gu");
const DECIMAL = new RegExp(`[0-9０-９]{1,4}${COUNTED}`, "gu");

const DIGITS = "〇一二三四五六七八九";
const POWERS: readonly (readonly [sign: string, value: number])[] = [
  ["千", 1_000],
  ["百", 100],
  ["十", 10],
];

/** First years of the eras of Japan by which years are told, the latest first. */
const ERAS: readonly (readonly [name: string, first: number])[] = [
  ["令和", 2019],
  ["平成", 1989],
  ["昭和", 1926],
  ["大正", 1912],
  ["明治", 1868],
];
const YEAR_OF_ERA = new RegExp(`(${ERAS.map(([name]) => name).join("|")})(元|\\d{1,2})年`, "gu");

/** @returns the number that ideographs write: `二〇二二` and `二千二十二` are 2022 */
function readIdeographs(written: string): number {
  if (!/[十百千]/u.test(written)) return Number([...written].map((sign) => DIGITS.indexOf(sign)).join(""));
  let rest = written;
  let sum = 0;
  for (const [sign, value] of POWERS) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    sum += value * Math.max(1, DIGITS.indexOf(rest[at - 1] ?? "一"));
    rest = rest.slice(at + 1);
  }
  return sum + Math.max(0, DIGITS.indexOf(rest || "〇"));
}

/** @returns a number in ideographs: up to 99 with `十`, longer ones digit by digit, as years are written */
function writeIdeographs(number: number): string {
  if (number > 99 || number < 1) return [...String(number)].map((digit) => DIGITS[Number(digit)]).join("");
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS[ones] : ""}`;
}

const withWesternYears = (text: string): string =>
  text.replaceAll(YEAR_OF_ERA, (_all, name: string, year: string) => {
    const [, first = 0] = ERAS.find(([era]) => era === name) ?? [];
    return `${first + (year === "元" ? 1 : Number(year)) - 1}年`;
  });

/** @returns the text with years by era; in the year in which one began, by that one */
const withYearsOfEras = (text: string): string =>
  text.replaceAll(/(?<!\d)\d{4}(?=年)/gu, (written) => {
    const year = Number(written);
    const [name, first = 0] = ERAS.find(([, from]) => from <= year) ?? [];
    return name === undefined ? written : `${name}${year === first ? "元" : year - first + 1}`;
  });

/** A day as programs write it: `2022-11-15`, `2022/11/15`. */
const withDates = (text: string): string =>
  text.replaceAll(
    /(?<!\d)(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/gu,
    (_all, year: string, _sign, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  );

/** A sign and a word that are read alike. */
const withSign = (text: string): string => text.replaceAll(/(?<=\d)パーセント/gu, "%");
const withWord = (text: string): string => text.replaceAll(/(?<=\d)%/gu, "パーセント");

/**
 * @param written a phrase as typed
 * @returns the same with its numbers, days, years and per-cent signs as they may else be written: `第5条` for `第五条`,
 *   `2022年` and `二〇二二年` for `令和4年`, `2022年2月24日` for `2022-02-24`
 */
export function otherNumbers(written: string): string[] {
  const decimal = withDates(written.normalize("NFKC")).replaceAll(IDEOGRAPHIC, (number) =>
    String(readIdeographs(number)),
  );
  const years = [decimal, withWesternYears(decimal), withYearsOfEras(decimal)];
  const signs = years.flatMap((text) => [text, withSign(text), withWord(text)]);
  const all = signs.flatMap((text) => [text, text.replaceAll(DECIMAL, (number) => writeIdeographs(Number(number)))]);
  return [...new Set(all)].filter((text) => text !== written);
}
