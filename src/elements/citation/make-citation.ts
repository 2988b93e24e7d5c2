import type { CitationBundle } from "../../citation/bundle.ts";
import { type CitationStyle, FILE_STYLES, type FileStyle } from "../../citation/styles.ts";
import { fillTemplate, type TemplateValues } from "../../citation/template.ts";
import type { Language } from "../../essay/language.ts";
import type { LocatorNames } from "../../i18n/citation/strings.ts";
import type { CitationTarget } from "./citation-target.ts";
import { withCitedWords } from "./cited-words.ts";
import { quoteParameter } from "./quote.ts";

/** A finished citation. */
export interface Citation {
  /** The entry: HTML with `<i>` where `isFile` is false, else plain text. */
  readonly entry: string;
  /** The entry of a bibliography, where `entry` is a note. */
  readonly bibliography?: string;
  readonly inText?: string;
  readonly isFile: boolean;
}

const isFileStyle = (style: CitationStyle): style is FileStyle => FILE_STYLES.some((file) => file === style);

/** @returns the address of the target: of a place in the text with the edition and a hash of its words */
const addressOf = ({ url, version }: CitationBundle, { anchor, unitWords }: CitationTarget): string =>
  anchor ? withCitedWords(`${url}#${anchor}`, version, unitWords) : url;

/** @returns the link to copy; for selected words it carries the words themselves, as `quote` */
export function linkTo(bundle: CitationBundle, target: CitationTarget): string {
  if (!target.isSelection) return addressOf(bundle, target);
  const url = new URL(`${bundle.url}#${target.anchor}`);
  url.searchParams.set("quote", quoteParameter(target.words));
  return url.href;
}

/**
 * @param names full names of locators, for files
 * @param today ISO 8601 date of access
 * @returns the citation of the target in a style and language
 */
export function makeCitation(
  bundle: CitationBundle,
  target: CitationTarget,
  style: CitationStyle,
  language: Language,
  names: LocatorNames,
  today: string,
): Citation {
  const values: TemplateValues = {
    number: target.number,
    locator: target.kind ? names[target.kind](target.number) : "",
    anchor: target.anchor,
    url: addressOf(bundle, target),
    accessed: today,
  };
  if (isFileStyle(style)) {
    const part = !target.kind ? "whole" : bundle.editorial.includes(target.kind) ? "editorial" : "located";
    return { entry: fillTemplate(bundle.data[style][part], values).trimEnd(), isFile: true };
  }
  const text = bundle.texts[style]?.[language]?.[target.kind ?? "whole"];
  if (!text) throw new Error(`There is no citation in ${style} and “${language}”.`);
  const { entry, bibliography, inText } = text;
  return {
    entry: fillTemplate(entry, values),
    ...(bibliography && { bibliography: fillTemplate(bibliography, values) }),
    ...(inText && { inText: fillTemplate(inText, values) }),
    isFile: false,
  };
}
