import type { LocatorKind } from "../essay/locators.ts";
import { CITATION_LANGUAGES, type CitationLanguage, citeStrings } from "../i18n/citation/index.ts";
import { toBibtex } from "./bibtex.ts";
import { toCslJson } from "./csl-json.ts";
import { type CitationRecord, mapOf } from "./record.ts";
import { toRis } from "./ris.ts";
import { styleOf, TEXT_STYLES, type TextStyle } from "./styles.ts";
import type { Template } from "./template.ts";
import type { CitationVariables, FormatText } from "./text-styles.ts";

/** What is cited: the whole record, or a kind of locator in it. */
export type CitedPart = "whole" | LocatorKind;
const CITED_PARTS: readonly CitedPart[] = ["whole", "paragraph", "note", "editor-note", "figure"];

/** A text citation with placeholders for what varies between paragraphs. */
export interface TextTemplate {
  readonly entry: Template;
  readonly inText?: Template;
}

/** All citations of a section or of the whole that the dialog offers: the file `/cite/<language>/<name>.json`. */
export interface CitationBundle {
  /** Canonical address of the page, without a fragment. */
  readonly url: string;
  readonly texts: Readonly<
    Record<TextStyle, Readonly<Record<CitationLanguage, Readonly<Record<CitedPart, TextTemplate>>>>>
  >;
  /**
   * Entries for reference managers: of the whole record, of a locator in it, and of a locator whose words are the
   * editors'.
   */
  readonly data: Readonly<
    Record<"bibtex" | "ris" | "csl", Readonly<Record<"whole" | "located" | "editorial", Template>>>
  >;
}

/**
 * Values that are formatted by citeproc and then replaced by placeholders: a number that no essay reaches, a date that
 * no reader sees, an address of a reserved domain (RFC 2606).
 */
const STAND_INS: Omit<CitationVariables, "kind"> = {
  number: "7654321",
  url: "https://locator.invalid/",
  accessed: "8888-08-08",
};

/**
 * Makes the bundle of a record: every style, language and kind of locator.
 *
 * @param format formats one citation; it is called 40 times
 */
export function citationBundle(record: CitationRecord, format: FormatText): CitationBundle {
  const text = (style: TextStyle, language: CitationLanguage, part: CitedPart): TextTemplate => {
    const kind = part === "whole" ? undefined : part;
    const { entry, inText } = format(record, style, language, { kind, ...STAND_INS });
    return { entry: openVariables(entry), ...(inText && { inText: openVariables(inText) }) };
  };
  const data = (write: (record: CitationRecord) => string) => {
    const located = (nature: string | undefined, authors = record.authors) => {
      const note = [STAND_INS.number, nature].filter((part) => part).join("; ");
      const text = write({ ...record, authors, url: STAND_INS.url, nature: note });
      return openVariables(text).replace("{number}", "{locator}");
    };
    return {
      whole: openVariables(write({ ...record, url: STAND_INS.url })),
      located: located(record.nature),
      editorial: located(record.editorial, record.editorialAuthors),
    };
  };
  return {
    url: record.url,
    texts: mapOf(TEXT_STYLES, (style) =>
      mapOf(CITATION_LANGUAGES, (language) => mapOf(CITED_PARTS, (part) => text(style, language, part))),
    ),
    data: { bibtex: data(toBibtex), ris: data(toRis), csl: data(toCslJson) },
  };
}

const openVariables = (text: string): Template =>
  text
    .replaceAll(STAND_INS.number, "{number}")
    .replaceAll(STAND_INS.url, "{url}")
    .replaceAll(STAND_INS.accessed, "{accessed}");

/** @returns the citation that a page shows for copying, in the style of its language’s notes, as HTML */
export function readyCitation(bundle: CitationBundle, language: CitationLanguage): string {
  const { entry } = bundle.texts[styleOf(language)][language].whole;
  return entry.replace("{url}", bundle.url).replace("{accessed}", citeStrings(language).dateOfAccess);
}
