import { isAddition } from "../../citation/addition.ts";
import type { CitationSheet } from "../../citation/bundle.ts";
import { fillTemplate, type TemplateValues } from "../../citation/template.ts";
import type { CitationLanguage } from "../../i18n/citation/index.ts";
import type { CitationStyle, PlaceNames } from "../../i18n/citation/strings.ts";
import type { CitedThing } from "./citation-target.ts";
import { quoteParameter } from "./quote.ts";

/** A citation that is ready. */
export interface Citation {
  /** The reference, or the file: as HTML with `<i>` where `isFile` is false, as plain text where it is true. */
  readonly entry: string;
  readonly inText?: string;
  readonly isFile: boolean;
}

const FILES = ["bibtex", "ris", "csl"] as const;
type FileStyle = (typeof FILES)[number];
const isFileStyle = (style: CitationStyle): style is FileStyle => FILES.some((file) => file === style);

/** @returns the address of the thing */
export const addressOf = (sheet: CitationSheet, { anchor }: CitedThing): string =>
  anchor ? `${sheet.url}#${anchor}` : sheet.url;

/** @returns the link that a reader copies: of selected words one that carries them */
export function linkTo(sheet: CitationSheet, thing: CitedThing): string {
  const url = new URL(addressOf(sheet, thing));
  if (thing.isSelection) url.searchParams.set("quote", quoteParameter(thing.words));
  return url.href;
}

/**
 * @param names what places are called in the files, which no style abbreviates
 * @param today ISO 8601 date on which the reader looks
 * @returns the thing's citation in a style and language
 */
export function makeCitation(
  sheet: CitationSheet,
  thing: CitedThing,
  style: CitationStyle,
  language: CitationLanguage,
  names: PlaceNames,
  today: string,
): Citation {
  const values: TemplateValues = {
    number: thing.number,
    place: thing.kind ? names[thing.kind](thing.number) : "",
    url: addressOf(sheet, thing),
    accessed: today,
  };
  if (isFileStyle(style)) {
    const template = sheet.data[style][isAddition(thing.kind) ? "addition" : thing.kind ? "place" : "whole"];
    return { entry: fillTemplate(template, values).trimEnd(), isFile: true };
  }
  const { entry, inText } = sheet.texts[style][language][thing.kind ?? "whole"];
  return {
    entry: fillTemplate(entry, values),
    ...(inText && { inText: fillTemplate(inText, values) }),
    isFile: false,
  };
}
