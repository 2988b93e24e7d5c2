/** Stand about what is set in italics; noncharacters, which no manuscript holds. */
export const ITALIC = "\uFDD7";
export const ITALIC_END = "\uFDD8";

/** Stands for what was taken out, so that what stood apart does not come together. */
const TAKEN = "\uFDD9";

/** Words that say what a number or a name beside them is, and are no part of it. */
const LABELS =
  /第|巻|号|輯|集(?![\p{sc=Han}])|年|月|日|頁|ページ|より|所収|収録|掲載|編著?者?|監修|ほか|他|共著|著者?|in:?|pp?\.?|vol(?:ume)?\.?|no\.?|nos\.?|issue|ed(?:s|itors?|ited)?\.?|by|and|bd\.?|band|h\.?|heft|nr\.?|s\.|hrsg\.?|hg\.?|von|doi:?|url:?|available|at|online|from|retrieved|und|et|al\.?/giu;

/** The words of an entry, of which the fields are taken one by one. */
export class ReferenceText {
  #rest: string;

  constructor(words: string) {
    this.#rest = words.replaceAll(/[ \t\n\u00A0]+/gu, " ").trim();
  }

  /** What no field has yet. */
  get rest(): string {
    return this.#rest;
  }

  /** Takes the sign or the number with which an entry begins. */
  takeLabel(): void {
    this.#rest = this.#rest.replace(/^(?:[•·・*–—-]\s+|\[\d{1,3}\]\s*|[（(]\d{1,3}[）)]\s*|\d{1,3}[.)．]\s+)/u, "");
  }

  /** @returns the groups of what was taken; undefined where the pattern is nowhere */
  take(pattern: RegExp): Record<string, string | undefined> | undefined {
    const match = pattern.exec(this.#rest);
    if (!match) return undefined;
    this.#rest = `${this.#rest.slice(0, match.index)}${TAKEN}${this.#rest.slice(match.index + match[0].length)}`;
    return { ...match.groups };
  }

  /** @returns whether words are left of which nobody has said what they are */
  hasWordsLeft(): boolean {
    return /[\p{L}\p{N}]/u.test(this.#rest.replaceAll(LABELS, ""));
  }
}

export const withoutItalics = (words: string): string =>
  words
    .replaceAll(new RegExp(`[${ITALIC}${ITALIC_END}${TAKEN}]`, "gu"), "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** @returns the words without signs that part fields at their ends */
export const trimField = (words: string): string =>
  withoutItalics(words).replaceAll(/^[\s、。，．,.;:；：]+|[\s、。，．,;:；：]+$/gu, "");

/** @returns the words as a pattern that finds them and nothing else */
export const literally = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** @returns year, month, day as far as the words say them */
export function dateParts(words: string): number[] | undefined {
  const year = Number(/\d{4}/u.exec(words)?.[0]);
  if (!(year > 1000 && year < 2200)) return undefined;
  const numbers =
    words
      .replace(/\d{4}/u, " ")
      .match(/\d{1,2}/gu)
      ?.map(Number) ?? [];
  const named = MONTHS.findIndex((month) => new RegExp(String.raw`\b${month}`, "iu").test(words)) + 1;
  if (named > 0) return [year, named, ...numbers.slice(0, 1)];
  // 5.1.2024 begins with the day.
  const ordered = /^\d{1,2}\./u.test(words.trim()) ? numbers.reverse() : numbers;
  const [month, day] = ordered;
  return month !== undefined && month >= 1 && month <= 12 ? [year, month, ...(day ? [day] : [])] : [year];
}
