import { kanjiNumber } from "./numbers.ts";

/** Names of months and their abbreviations in English, German, French, Spanish and Italian, in their order. */
const MONTHS = [
  "jan(?:uary?|vier)?|enero|gennaio",
  "feb(?:ruary?)?|février|febrero|febbraio",
  "mar(?:ch|s|zo)?|märz",
  "apr(?:ile?)?|avril|abril",
  "mayo?|mai|maggio",
  "june?|juni?o?|juin|giugno",
  "july?|julio?|juillet|luglio",
  "aug(?:ust)?|août|agosto",
  "sept?(?:(?:i?emb|emb)e?re?)?|settembre",
  "o[ck]t(?:ub|ob)?(?:e?re?)?|ottobre",
  "nov(?:i?embe?re?)?",
  "d[eéi][cz](?:i?embe?re?)?",
] as const;
const MONTH = String.raw`(?:${MONTHS.join("|")})\.?`;

const ONES = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
/** Days of a month as English spells them, in their order. */
const ORDINALS: readonly string[] = [
  ...ONES,
  ..."tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" "),
  "twentieth",
  ...ONES.map((one) => `twenty-${one}`),
  "thirtieth",
  "thirty-first",
];

/** The year before the first of each Japanese era. */
const ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };

const ORDINAL = [...ORDINALS].reverse().join("|").replaceAll("-", String.raw`[-\s]`);
const DAY = String.raw`(?:(?<digits>\d{1,2})(?:st|nd|rd|th|er|re|\.)?|(?<spelt>${ORDINAL}))`;
const NUMERAL = "[元〇零一二三四五六七八九十百千\\d０-９]{1,6}";
const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<era>${Object.keys(ERAS).join("|")})?\s*(?<year>${NUMERAL})\s*[年년]\s*(?<month>${NUMERAL})\s*[月월](?:\s*(?<day>${NUMERAL})\s*[日号號일])?`,
    "u",
  ),
  /(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?/u,
  new RegExp(
    String.raw`(?:(?:(?:the|le|den|el|il)\s+)?\b${DAY}\s+(?:(?:of|de)\s+)?)?(?<![\p{L}])(?<name>${MONTH}),?\s+(?:(?:de|of|del)\s+)?(?<year>\d{4})`,
    "iu",
  ),
  new RegExp(String.raw`(?<![\p{L}])(?<name>${MONTH})\s+(?:the\s+)?${DAY},?\s+(?<year>\d{4})`, "iu"),
  new RegExp(String.raw`(?<!\d)(?<year>\d{4}),?\s+(?<name>${MONTH})(?:\s+(?<digits>\d{1,2}))?(?![\p{L}\d])`, "iu"),
];

/** @returns whether the words are a date and nothing else, in brackets or not */
export function isDate(words: string): boolean {
  const plain = words.trim().replace(/^[（(](?<inner>.+)[）)]$/u, "$<inner>");
  return FORMS.some((form) => form.exec(plain)?.[0] === plain) && isoDate(plain) !== undefined;
}

/** @returns the date that a text holds, as ISO 8601; undefined where it holds none, or one that no calendar has */
export function isoDate(text: string): string | undefined {
  const found = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!found) return /^\s*\d{4}\s*$/u.test(text) ? text.trim() : undefined;
  const { era, year = "", month, name, day, digits, spelt } = found;
  const first = (era && ERAS[era]) || 0;
  const years = first + (number(year) ?? Number.NaN);
  const months = month
    ? number(month)
    : 1 + MONTHS.findIndex((names) => new RegExp(String.raw`^(?:${names})\.?$`, "iu").test(name ?? ""));
  const days = spelt ? 1 + ORDINALS.indexOf(spelt.toLowerCase().replace(/\s/u, "-")) : number(day ?? digits ?? "");
  if (!(years >= 1000 && years < 10_000) || !months || months > 12 || (days !== undefined && (days < 1 || days > 31)))
    return undefined;
  return [String(years), months, days]
    .flatMap((part) => (part === undefined ? [] : String(part).padStart(2, "0")))
    .join("-");
}

/** The value of a number in digits or ideographs; 元 is an era's first year. */
function number(text: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll("零", "〇");
  if (plain === "") return undefined;
  if (plain === "元") return 1;
  if (/^\d+$/u.test(plain)) return Number(plain);
  const thousands = /^(?<many>[一二三四五六七八九]?)千(?<rest>[^千]*)$/u.exec(plain)?.groups;
  if (thousands) return 1000 * (kanjiNumber(thousands["many"] || "一") ?? 1) + kanjiNumber(thousands["rest"] || "〇");
  return kanjiNumber(plain);
}
