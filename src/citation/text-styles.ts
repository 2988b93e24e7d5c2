import type { LocatorKind } from "../essay/locators.ts";
import { isEditorial } from "../essay/locators.ts";
import { CITATION_LANGUAGES, type CitationLanguage, citeStrings } from "../i18n/citation/index.ts";
import { strings } from "../i18n/index.ts";
import { type CiteprocEngine, type CslLocator, entryBody, type StyleId, withCiteproc } from "./csl-engine.ts";
import { type CslRecord, cslRecord, present } from "./csl-json.ts";
import { cslDate, listNames } from "./names.ts";
import { type CitationRecord, editionIn } from "./record.ts";
import { TEXT_STYLES, type TextStyle } from "./styles.ts";

/** A citation as text; italics are `<i>`. */
export interface TextCitation {
  /** The bibliography entry; in Chicago the note. */
  readonly entry: string;
  /** The in-text citation, in styles that have one. */
  readonly inText?: string;
}

/** What varies between the citations of one record. */
export interface CitationVariables {
  readonly kind: LocatorKind | undefined;
  /** Number of the paragraph or note. */
  readonly number: string;
  /** Address with its fragment. */
  readonly url: string;
  /** ISO 8601 date on which the reader looked. */
  readonly accessed: string;
}

/** Formats a record in a style and a language. */
export type FormatText = (
  record: CitationRecord,
  style: TextStyle,
  language: CitationLanguage,
  variables: CitationVariables,
) => TextCitation;

const STYLES: Readonly<Record<TextStyle, StyleId>> = {
  sist02: "sist02",
  chicago: "chicago-fullnote-bibliography",
  apa: "apa",
  mla: "modern-language-association",
};
const LOCALES: Readonly<Record<CitationLanguage, string>> = { ja: "ja-JP", en: "en-US" };

/**
 * Loads all styles and calls `use` with a formatter.
 * Every record is formatted as a `webpage`, the type that every style prints with date and address. Edition and nature
 * of the text, for which styles have no field, go into the field that readers expect them in.
 */
export async function withTextStyles<Result>(use: (format: FormatText) => Result): Promise<Result> {
  return withCiteproc(async (csl) => {
    let item: StyledItem | undefined;
    const engines = new Map<string, CiteprocEngine>();
    for (const style of TEXT_STYLES) {
      for (const language of CITATION_LANGUAGES) {
        const locale = LOCALES[language];
        const engine = await csl.getEngine({ retrieveItem: () => item }, STYLES[style], locale, locale);
        engines.set(`${style} ${language}`, engine);
      }
    }
    let count = 0;
    return use((record, style, language, variables) => {
      const engine = engines.get(`${style} ${language}`);
      if (!engine) throw new Error(`There is no engine for ${style} in ${language}.`);
      // citeproc caches items by id.
      count += 1;
      item = styledItem(record, style, language, variables, `${record.key}-${count}`);
      return formatWith(engine, item.id, style, language, variables);
    });
  });
}

function formatWith(
  engine: CiteprocEngine,
  id: string,
  style: TextStyle,
  language: CitationLanguage,
  { kind, number }: CitationVariables,
): TextCitation {
  engine.updateItems([id]);
  const entry = entryBody(engine.makeBibliography()[1][0] ?? "").replaceAll(/\s+/gu, " ");
  if (style === "sist02") return { entry };
  const cluster = engine.previewCitationCluster(
    {
      citationItems: [{ id, ...(kind && locatorOf(kind, number, language)) }],
      properties: { noteIndex: 1 },
    },
    [],
    [],
    "html",
  );
  const mended = mendTerms(cluster.replaceAll(/\s+/gu, " "), style, language);
  return style === "chicago" ? { entry: mended } : { entry: mendTerms(entry, style, language), inText: mended };
}

/** CSL has one kind of note; numbers of editors' notes are marked as in the text. */
function locatorOf(kind: LocatorKind, number: string, language: CitationLanguage): CslLocator {
  if (kind !== "editor-note") return { label: kind, locator: number };
  return { label: "note", locator: `${language === "ja" ? "編" : "E"}${number}` };
}

/** A record as citeproc is given it. */
type StyledItem = Omit<CslRecord, "type"> & {
  readonly type: "webpage" | "article-journal";
  readonly accessed: ReturnType<typeof cslDate>;
  readonly genre?: string;
  readonly medium?: string;
};

function styledItem(
  record: CitationRecord,
  style: TextStyle,
  language: CitationLanguage,
  { kind, number, url, accessed }: CitationVariables,
  id: string,
): StyledItem {
  const { issued, volume, issue, page, DOI, "original-date": written } = cslRecord(record);
  const names = record.names[language];
  const words = citeStrings(language);
  const edition = editionIn(record, language);
  const what = isEditorial(kind) ? words.editorial[record.essayKind] : words.nature[record.essayKind];
  const nature = what?.(names.sourceAuthor);
  const work = record.work && translated(record.work.title, names.work, record, language);
  const article = record.work ? undefined : names.container;
  const author = isEditorial(kind) ? names.editorialAuthors : names.authors;
  const common: StyledItem = {
    id,
    type: article ? "article-journal" : "webpage",
    title: translated(record.title, names.title, record, language),
    ...(author.length > 0 && { author }),
    // Of an article in a journal nobody names the editors.
    ...(names.editors.length > 0 && !isEditorial(kind) && !article && { editor: names.editors }),
    ...(names.translators.length > 0 && { translator: names.translators }),
    ...present({
      "container-title": work ?? article,
      volume,
      issue,
      page,
      // It is the address of the whole; a locator has one of its own, which a style would not print beside it.
      DOI: kind ? undefined : DOI,
    }),
    issued,
    // A restatement is no later issue of its source, as a translation is.
    ...(record.essayKind === "translation" && written && { "original-date": written }),
    URL: url,
    accessed: cslDate(accessed),
    language: record.language,
  };
  switch (style) {
    case "sist02": {
      if (article && !kind && names.translators.length === 0) return common;
      // SIST 02 names the site, then its state, then what else tells it apart; the locator is the last of that.
      const locator = kind && words.locator[kind](number);
      const state = `${capitalise(edition)}, ${record.editionDate}`;
      // The style has no element for translators.
      const translators =
        names.translators.length > 0 && strings(language).translatedBy(listNames(names.translators, language));
      const parts = [
        work ?? article,
        translators,
        state,
        [nature && capitalise(nature), locator].filter(Boolean).join(", "),
      ];
      return { ...common, type: "webpage", "container-title": parts.filter(Boolean).join(". ") };
    }
    case "chicago":
      return { ...common, genre: [nature, edition].filter(Boolean).join(", ") };
    case "apa":
      return { ...common, genre: capitalise([nature, edition].filter(Boolean).join("; ")) };
    case "mla":
      // Without a container the edition begins a sentence.
      return { ...common, version: work ? edition : capitalise(edition), ...(nature && { medium: nature }) };
  }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds a translation in brackets to a title in another script (APA 7, 9.38). */
function translated(
  title: string,
  translation: string | undefined,
  record: CitationRecord,
  language: CitationLanguage,
): string {
  const isNeeded = language === "en" && record.language !== "en" && translation && translation !== title;
  return isNeeded ? `${title} [${translation}]` : title;
}

const NUMBER = String.raw`([\w{}]+)`;
/** Corrections of the CSL locales: Japanese locator terms, MLA's abbreviation, the Japanese date order in APA. */
const MENDED: Readonly<Record<CitationLanguage, readonly (readonly [RegExp, string])[]>> = {
  ja: [
    [new RegExp(String.raw`\bpara\. ?${NUMBER}`, "u"), "第$1段落"],
    [/(?:\bn\.|註) ?編/u, "編者注"],
    [new RegExp(String.raw`(?:\bn\.|註) ?${NUMBER}`, "u"), "注$1"],
    [new RegExp(String.raw`(?:\bfig\.|図) ?${NUMBER}`, "u"), "図$1"],
    [/(\d+年), (\d+月) (\d+)\)/u, "$1$2$3日)"],
    [/, ?と/u, "と"],
  ],
  en: [[new RegExp(String.raw`\b(para|n|fig)\.${NUMBER}`, "u"), "$1. $2"]],
};

function mendTerms(text: string, style: TextStyle, language: CitationLanguage): string {
  const mended = MENDED[language].reduce((result, [pattern, by]) => result.replace(pattern, by), text);
  return style === "mla" ? mended.replace(/\bpara\. /u, "par. ") : mended;
}
