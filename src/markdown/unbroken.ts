import type { PhrasingContent, Root } from "mdast";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

/** A number as it stands in a text: `2`, `1,000`, `2.5`. */
const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
/** Signs of the International System, with what multiplies them. */
const UNIT_SIGN = `[kMGTcmµ]?(?:m[²³]?|g|l|t|W|V|A|J|N|Hz|Pa|h)`;
/** Longer words may be parted from their number: the line would be stretched. */
const LONGEST_WORD = 12;

/** @returns the words of a language for large numbers and for a hundredth, as its readers write them */
function unitsOf(locale: string): string[] {
  const large = new Intl.NumberFormat(locale, { notation: "compact", compactDisplay: "long" });
  const percent = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", unitDisplay: "long" });
  return [
    ...[1e3, 2e3, 1e6, 2e6, 1e9, 2e9, 1e12, 2e12].flatMap((value) =>
      large.formatToParts(value).flatMap(({ type, value: word }) => (type === "compact" ? word : [])),
    ),
    ...[1, 2].flatMap((value) =>
      percent.formatToParts(value).flatMap(({ type, value: word }) => (type === "unit" ? word.trim() : [])),
    ),
  ];
}

/** @returns the names of the months, whole and abbreviated */
const monthsOf = (locale: string): string[] =>
  (["long", "short"] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) =>
      format.formatToParts(Date.UTC(2001, index, 1)).flatMap(({ type, value }) => (type === "month" ? value : [])),
    ).flat();
  });

const anyOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(/\s/gu, String.raw`\s`))
    .join("|");

/** What stays in one line, by locale: making it is slow. */
const patterns = new Map<string, RegExp>();

function patternOf(locale: string): RegExp {
  const known = patterns.get(locale);
  if (known) return known;
  const before = String.raw`(?:\p{Lu}[\p{L}’]{0,${LONGEST_WORD - 1}}|\p{L}{1,5}\.)`;
  const unit = String.raw`(?:%|‰|°|[€$£¥]|${UNIT_SIGN}(?![\p{L}’])|(?:${anyOf([...monthsOf(locale), ...unitsOf(locale)])})(?!\p{L}))`;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${before}\s\d{1,3}(?![\d.,]*\d)(?:\.?\s${unit})?|${NUMBER}\.?\s${unit})`,
    "gu",
  );
  patterns.set(locale, pattern);
  return pattern;
}

/**
 * @returns the stretches of a text that no line may end in, in order: a number with its unit or its month, and what a
 *   number counts (`Article 5`, `15 November`, `No. 3`, `2 per cent`)
 */
export const unbrokenRuns = (text: string, language: Language): { start: number; end: number }[] =>
  [...text.matchAll(patternOf(profileOf(language).locale))].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));

/** Keeps such stretches in one line, in the text of a language whose words are parted by spaces. */
export function markUnbroken(tree: Root | PhrasingContent, language: Language): void {
  replaceText(
    tree,
    ({ value }) =>
      unbrokenRuns(value, language).map(({ start, end }) => ({
        start,
        end,
        node: textElement("span", { class: "unbroken" }, [{ type: "text", value: value.slice(start, end) }]),
      })),
    // What is in another language follows that one.
    (node) =>
      node.type === "heading" ||
      ("attributes" in node && node.attributes.some((attribute) => "name" in attribute && attribute.name === "lang")),
  );
}
