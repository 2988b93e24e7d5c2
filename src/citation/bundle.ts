import { CITATION_LANGUAGES, type CitationLanguage, citeStrings } from "../i18n/citation/index.ts";
import type { PlaceKind } from "../i18n/citation/strings.ts";
import { toBibtex } from "./bibtex.ts";
import { toCslJson } from "./csl-json.ts";
import { citationLanguage, styleOf } from "./defaults.ts";
import type { CitationRecord } from "./record.ts";
import { toRis } from "./ris.ts";
import type { Template } from "./template.ts";
import { type CitedPlace, type FormatText, TEXT_STYLES, type TextStyle } from "./text-styles.ts";

/** What is cited of a record: all of it, or a place in it. */
export type Target = "whole" | PlaceKind;
const TARGETS: readonly Target[] = ["whole", "paragraph", "note", "editor-note", "figure"];

/** A text citation with its place still open. */
export interface TextTemplate {
  readonly entry: Template;
  readonly inText?: Template;
}

/** All citations of a section, or of the whole, that the dialog offers; the file `/cite/<language>/<name>.json`. */
export interface CitationSheet {
  /** The address that is cited, without a fragment. */
  readonly url: string;
  readonly texts: Readonly<
    Record<TextStyle, Readonly<Record<CitationLanguage, Readonly<Record<Target, TextTemplate>>>>>
  >;
  /** The files' formats: of the whole record, with a place in it, and with a place at which the editors speak. */
  readonly data: Readonly<Record<"bibtex" | "ris" | "csl", Readonly<Record<"whole" | "place" | "addition", Template>>>>;
}

/**
 * Stand-ins for what varies, of the kind that citeproc is given in earnest: a number that no essay reaches, a date
 * that no reader will see, an address. Each is found again in the formatted text.
 */
const STAND_INS: Omit<CitedPlace, "kind"> = {
  number: "7654321",
  url: "https://place.invalid/",
  accessed: "8888-08-08",
};

/** @returns the sheet of a record; its templates are what `format` makes of stand-ins */
export function citationSheet(record: CitationRecord, format: FormatText): CitationSheet {
  const text = (style: TextStyle, language: CitationLanguage, target: Target): TextTemplate => {
    const kind = target === "whole" ? undefined : target;
    const { entry, inText } = format(record, style, language, { kind, ...STAND_INS });
    return { entry: openPlaces(entry), ...(inText && { inText: openPlaces(inText) }) };
  };
  const { addition } = citeStrings(record.language);
  const { sourceAuthor } = record.names[citationLanguage(record.language)];
  const data = (write: (record: CitationRecord) => string) => {
    const placed = (nature: string) =>
      openPlaces(write({ ...record, url: STAND_INS.url, nature: `${STAND_INS.number}; ${nature}` })).replace(
        "{number}",
        "{place}",
      );
    return {
      whole: openPlaces(write({ ...record, url: STAND_INS.url })),
      place: placed(record.nature),
      addition: placed(addition(sourceAuthor)),
    };
  };
  return {
    url: record.url,
    texts: mapOf(TEXT_STYLES, (style) =>
      mapOf(CITATION_LANGUAGES, (language) => mapOf(TARGETS, (target) => text(style, language, target))),
    ),
    data: { bibtex: data(toBibtex), ris: data(toRis), csl: data(toCslJson) },
  };
}

const openPlaces = (text: string): Template =>
  text
    .replaceAll(STAND_INS.number, "{number}")
    .replaceAll(STAND_INS.url, "{url}")
    .replaceAll(STAND_INS.accessed, "{accessed}");

const mapOf = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

/** @returns the citation that a page shows ready to be copied, in the style that its language's notes follow */
export function readyCitation(sheet: CitationSheet, language: CitationLanguage): string {
  const { entry } = sheet.texts[styleOf(language)][language].whole;
  return entry.replace("{url}", sheet.url).replace("{accessed}", citeStrings(language).dateOfAccess);
}
