import type { TextStyle } from "../essay/citation-styles.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { isEditorial, LOCATOR_KINDS, type LocatorKind } from "../essay/locators.ts";
import { toBibtex } from "./bibtex.ts";
import type { CitedWorks } from "./cited-works.ts";
import { toCslJson } from "./csl-json.ts";
import { type CitationRecord, editorialPart, mapOf } from "./record.ts";
import { toRis } from "./ris.ts";
import type { Template } from "./template.ts";
import { type CitationVariables, type FormatText, stylesFor } from "./text-styles.ts";

/** What is cited: the whole record, or a kind of locator in it. */
export type CitedPart = "whole" | LocatorKind;
const CITED_PARTS: readonly CitedPart[] = ["whole", ...LOCATOR_KINDS];

/** A text citation with placeholders for what varies between paragraphs. */
export interface TextTemplate {
  readonly entry: Template;
  readonly bibliography?: Template;
  readonly inText?: Template;
}

/** All citations of a section or of the whole that the dialog offers: the file `/cite/<language>/<name>.json`. */
export interface CitationBundle {
  /** Canonical address of the page, without a fragment. */
  readonly url: string;
  /** The edition that is cited. */
  readonly version: string;
  /** By language in which it may be cited, the style in which the notes of that language cite. */
  readonly usualStyles: Readonly<Record<Language, TextStyle>>;
  /** By style and language. */
  readonly texts: Readonly<
    Partial<Record<TextStyle, Readonly<Record<Language, Readonly<Record<CitedPart, TextTemplate>>>>>>
  >;
  /** The kinds of locator whose words are the editors'. */
  readonly editorial: readonly LocatorKind[];
  /**
   * Entries for reference managers: of the whole record, of a locator in it, and of a locator whose words are the
   * editors'.
   */
  readonly data: Readonly<
    Record<"bibtex" | "ris" | "csl", Readonly<Record<"whole" | "located" | "editorial", Template>>>
  >;
  /** What its notes cite: whoever asks for a note may want what it rests on. */
  readonly works: CitedWorks;
}

/**
 * Values that are formatted by citeproc and then replaced by placeholders: a number that no essay reaches, a date that
 * no reader sees, an address of a reserved domain (RFC 2606).
 */
const STAND_INS = {
  number: "7654321",
  url: "https://locator.invalid/",
  accessed: "8888-08-08",
} as const satisfies Omit<CitationVariables, "kind">;

/**
 * Makes the bundle of a record: every style, language and kind of locator.
 *
 * @param format formats one citation; it is called five times for each style and language
 * @param works what the notes of the section cite
 */
export function citationBundle(record: CitationRecord, format: FormatText, works: CitedWorks = {}): CitationBundle {
  const text = (style: TextStyle, language: Language, part: CitedPart): TextTemplate => {
    const kind = part === "whole" ? undefined : part;
    const { entry, bibliography, inText } = format(record, style, language, { kind, ...STAND_INS });
    return {
      entry: openVariables(entry),
      ...(bibliography && { bibliography: openVariables(bibliography) }),
      ...(inText && { inText: openVariables(inText) }),
    };
  };
  const data = (write: (record: CitationRecord) => string) => {
    // Two places of a section are two entries in a reader's library: each has a key of its own.
    const located = (part: CitationRecord) => {
      const nature = [STAND_INS.number, part.nature].filter(Boolean).join("; ");
      const text = write({ ...part, key: `${part.key}-{anchor}`, url: STAND_INS.url, nature });
      return openVariables(text).replaceAll("{number}", "{locator}");
    };
    const editorial = editorialPart(record);
    return {
      whole: openVariables(write({ ...record, url: STAND_INS.url })),
      located: located(record),
      // The title of the section is the essay's, not that of what stands beside it.
      editorial: located({ ...editorial, title: `${record.title}: ${STAND_INS.number}` }),
    };
  };
  const languages = Object.keys(record.names);
  return {
    url: record.url,
    version: record.version,
    usualStyles: mapOf(languages, usualStyle),
    editorial: LOCATOR_KINDS.filter((kind) => isEditorial(kind, record.essayKind)),
    texts: mapOf(stylesFor(languages), (style) =>
      mapOf(languages, (language) => mapOf(CITED_PARTS, (part) => text(style, language, part))),
    ),
    data: { bibtex: data(toBibtex), ris: data(toRis), csl: data(toCslJson) },
    works,
  };
}

const usualStyle = (language: Language): TextStyle => profileOf(language).citationStyles[0] ?? "chicago";

const openVariables = (text: string): Template =>
  text
    .replaceAll(STAND_INS.number, "{number}")
    .replaceAll(STAND_INS.url, "{url}")
    .replaceAll(STAND_INS.accessed, "{accessed}");

/**
 * @param format formats one citation; it is called twice
 * @returns the citation that a page shows for copying, in the style of its language’s notes, as HTML. The words of a style
 *   that say when the reader looked are hidden until a script knows the day (`elements/citation/day-of-access.ts`).
 */
export function readyCitation(record: CitationRecord, format: FormatText): string {
  const { language, url } = record;
  const written = (accessed: string | undefined): string =>
    format(record, usualStyle(language), language, { kind: undefined, ...STAND_INS, url, accessed }).entry;
  const [dated, undated] = [written(STAND_INS.accessed), written(undefined)];
  let start = 0;
  while (start < undated.length && dated[start] === undated[start]) start += 1;
  const words = dated.slice(start, dated.length - (undated.length - start));
  const [before, after, ...more] = words.split(STAND_INS.accessed);
  // Where a style says without the day something else, and not less, there is nothing to be hidden.
  const isInserted = dated.endsWith(undated.slice(start)) && !/[<>]/u.test(words);
  if (!isInserted || before === undefined || after === undefined || more.length > 0) return undated;
  return `${undated.slice(0, start)}<span class="day-of-access" hidden>${before}<time></time>${after}</span>${undated.slice(start)}`;
}
