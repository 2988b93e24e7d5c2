import { TEXT_STYLES, type TextStyle } from "../essay/citation-styles.ts";
import type { PlaceLocator } from "../essay/cited-place.ts";
import { FALLBACK_LANGUAGE, type Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { LocatorKind } from "../essay/locators.ts";
import { isEditorial } from "../essay/locators.ts";
import { type Kept, onceForEach } from "../essay/once.ts";
import { isInLatinScript } from "../essay/scripts.ts";
import { citeStrings } from "../i18n/citation/index.ts";
import { strings } from "../i18n/index.ts";
import { type CiteprocEngine, CSL_STYLES, entryBody, loadStyle, type MakeEngine, oneByOne } from "./csl-engine.ts";
import { type CslRecord, cslRecord, present } from "./csl-json.ts";
import { headlineCase } from "./headline-case.ts";
import { cslDate, listNames } from "./names.ts";
import { type CitationRecord, editionIn, editorialPart, namesIn } from "./record.ts";

/** A citation as text; italics are `<i>`. */
export interface TextCitation {
  /** The bibliography entry; in styles whose citation is a note, the note. */
  readonly entry: string;
  /** The bibliography entry beside a note, in styles that have both. */
  readonly bibliography?: string;
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
  /** ISO 8601 date on which the reader looked; without it styles name none. */
  readonly accessed?: string | undefined;
}

/** Formats a record in a style and a language. */
export type FormatText = (
  record: CitationRecord,
  style: TextStyle,
  language: Language,
  variables: CitationVariables,
) => TextCitation;

/** @returns the styles that an essay in these languages offers in each of them, in order */
export const stylesFor = (languages: readonly Language[]): TextStyle[] =>
  TEXT_STYLES.filter((style) => languages.some((language) => profileOf(language).citationStyles.includes(style)));

/**
 * Loads the styles of some languages and calls `use` with a formatter.
 * Every record is formatted as a `webpage`, the type that every style prints with date and address. Edition and nature
 * of the text, for which styles have no field, go into the field that readers expect them in.
 *
 * @param use is given the formatter, and one that has citeproc format every record, to compare with
 * @param kept what citeproc has made already
 */
export async function withTextStyles<Result>(
  languages: readonly Language[],
  use: (format: FormatText, ofCiteproc: FormatText) => Result,
  kept: KeptCitations = new Map<string, WrittenCitation>(),
): Promise<Result> {
  let item: (StyledItem | CasedItem) | undefined;
  const makers = new Map<string, MakeEngine>();
  for (const style of stylesFor(languages))
    for (const language of languages)
      makers.set(
        `${style} ${language}`,
        await loadStyle(CSL_STYLES[style], profileOf(language).citationLocale, (tree) => oneByOne(tree, "both")),
      );
  makers.set(TITLE_CASE, await loadStyle(TITLE_CASE_STYLE, profileOf(FALLBACK_LANGUAGE).citationLocale));
  // One is made when something is to be formatted that is not known yet.
  const engineOf = onceForEach((key): CiteprocEngine => {
    const make = makers.get(key);
    if (!make) throw new Error(`There is no engine for ${key}.`);
    return make({ retrieveItem: () => item });
  });
  let count = 0;
  const real: FormatText = (record, style, language, variables) => {
    const { kind, number } = variables;
    const styled = styledItem(record, style, language, variables, "");
    const locator = kind && locatorOf(kind, number, language);
    const from = JSON.stringify([CSL_STYLES[style], profileOf(language).citationLocale, styled, locator]);
    const known = kept.get(from);
    if (known) return asShown(known, style, language);
    // citeproc caches items by id.
    count += 1;
    item = { ...styled, id: `${record.key}-${count}` };
    const written = writeWith(engineOf(`${style} ${language}`), item.id, style, locator);
    kept.set(from, written);
    return asShown(written, style, language);
  };
  const capitalise = (title: string, language: Language): string => {
    const from = JSON.stringify([TITLE_CASE, title, language]);
    const known = kept.get(from)?.cluster;
    if (known !== undefined) return known;
    count += 1;
    item = { id: `${TITLE_CASE}-${count}`, type: "webpage", title, language };
    const cluster = engineOf(TITLE_CASE).makeCitationCluster([{ id: item.id }]);
    kept.set(from, { cluster });
    return cluster;
  };
  return use(withTitlesPutIn(real, capitalise), real);
}

/** A title alone, to be capitalised as English styles do. */
type CasedItem = Pick<StyledItem, "id" | "type" | "title" | "language">;

const TITLE_CASE = "title-case";
const TITLE_CASE_STYLE = {
  name: "style",
  attrs: { class: "in-text", version: "1.0" },
  children: [
    {
      name: "citation",
      attrs: {},
      children: [
        {
          name: "layout",
          attrs: {},
          children: [{ name: "text", attrs: { variable: "title", "text-case": "title" }, children: [] }],
        },
      ],
    },
  ],
} as const;

/** Titles that no essay has, as a style leaves them alone and as it capitalises them. */
const STAND_INS = {
  latin: { plain: "zqxv wvqz zvqx", capitalised: "Zqxv Wvqz Zvqx" },
  // A title without a Latin letter is set upright where another is italic.
  unspaced: { plain: "鎭嚮塰", capitalised: "鎭嚮塰" },
} as const;
type StandIn = keyof typeof STAND_INS;

/**
 * What citeproc does to a title that consists of words alone is to capitalise them or nothing. Sections differ in
 * title, number and address only, so that each style is applied once and the titles are put in; that costs a fiftieth
 * of formatting every section. A title with anything that a style may touch goes to citeproc itself.
 *
 * @param format formats with citeproc
 * @param capitalise gives a title as styles that capitalise write it
 */
function withTitlesPutIn(format: FormatText, capitalise: (title: string, language: Language) => string): FormatText {
  const templates = new Map<string, TextCitation>();
  const template = (standIn: StandIn, ...[record, style, language, place]: Parameters<FormatText>): TextCitation => {
    const { title: _title, ...untitledNames } = namesIn(record, language);
    const names = { ...record.names, [language]: untitledNames };
    const untitled = { ...record, title: STAND_INS[standIn].plain, names };
    const key = JSON.stringify([style, language, place, styledItem(untitled, style, language, place, "")]);
    const known = templates.get(key);
    if (known) return known;
    const made = format(untitled, style, language, place);
    templates.set(key, made);
    return made;
  };
  return (record, style, language, place) => {
    const title = translated(record.title, namesIn(record, language).title, record, language);
    const standIn = standInFor(title);
    if (!standIn) return format(record, style, language, place);
    const { plain, capitalised: cased } = STAND_INS[standIn];
    const made = template(standIn, record, style, language, place);
    const put = (text: string): string =>
      text.replaceAll(plain, () => title).replaceAll(cased, () => capitalise(title, record.language));
    return {
      entry: put(made.entry),
      ...(made.bibliography !== undefined && { bibliography: put(made.bibliography) }),
      ...(made.inText !== undefined && { inText: put(made.inText) }),
    };
  };
}

/** Letters, digits and what stands between words; no quotation mark, no markup, no full stop. */
const LATIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}、・-]|[ ,:](?! ))*(?: \[[\p{L}\p{M}\p{N}, -]+\])?$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・、]*$/u;
/** Words that are mended in what citeproc makes. */
const MENDED_TERM = /[図註編图注段编]|\d月/u;

/** @returns the stand-in to which a style does what it does to the title; `undefined` where that is not sure */
function standInFor(title: string): StandIn | undefined {
  if (MENDED_TERM.test(title) || !/[\p{L}\p{M}\p{N}\]]$/u.test(title)) return undefined;
  if (UNSPACED.test(title)) return "unspaced";
  return LATIN.test(title) && /[A-Za-z]/u.test(title) ? "latin" : undefined;
}

/** What citeproc makes of an item: the entry of a bibliography, and the note or the citation in the text, where a style has them. */
export interface WrittenCitation {
  readonly entry?: string;
  readonly cluster?: string;
}

/** What citeproc has made already, by its style, locale, item and locator. */
export type KeptCitations = Kept<WrittenCitation>;

function writeWith(
  engine: CiteprocEngine,
  id: string,
  style: TextStyle,
  locator: PlaceLocator | undefined,
): WrittenCitation {
  engine.updateItems([id]);
  const cluster = () =>
    engine.previewCitationCluster(
      { citationItems: [{ id, ...locator }], properties: { noteIndex: 1 } },
      [],
      [],
      "html",
    );
  if (style === "gb7714") return { cluster: cluster() };
  const entry = engine.makeBibliography()[1][0] ?? "";
  return style === "sist02" ? { entry } : { entry, cluster: cluster() };
}

/** @returns what citeproc made as readers see it */
function asShown({ entry, cluster }: WrittenCitation, style: TextStyle, language: Language): TextCitation {
  const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ");
  const inText = cluster === undefined ? undefined : mendTerms(inOneLine(cluster), style, language);
  if (entry === undefined) return { entry: inText ?? "" };
  const body = inOneLine(entryBody(entry));
  if (inText === undefined) return { entry: body };
  const mended = mendTerms(body, style, language);
  return style === "chicago" ? { entry: inText, bibliography: mended } : { entry: mended, inText };
}

/** CSL has one kind of note; numbers of editors' notes are marked as in the text. */
function locatorOf(kind: LocatorKind, number: string, language: Language): PlaceLocator {
  if (kind !== "editor-note") return { label: kind, locator: number };
  return { label: "note", locator: strings(language).noteNumber(Number(number), "editor") };
}

/** A record as citeproc is given it. */
type StyledItem = Omit<CslRecord, "type"> & {
  readonly type: "webpage" | "article-journal";
  readonly accessed?: ReturnType<typeof cslDate>;
  readonly genre?: string;
  readonly medium?: string;
};

function styledItem(
  whole: CitationRecord,
  style: TextStyle,
  language: Language,
  { kind, number, url, accessed }: CitationVariables,
  id: string,
): StyledItem {
  const isOfEditors = isEditorial(kind, whole.essayKind);
  const record = isOfEditors ? editorialPart(whole) : whole;
  const { issued, volume, issue, page, DOI, "original-date": written } = cslRecord(record);
  const names = namesIn(record, language);
  const words = citeStrings(language);
  const edition = editionIn(record, language);
  const what = isOfEditors ? words.editorial[record.essayKind] : words.nature[record.essayKind];
  const nature = what?.(names.sourceAuthor);
  const work = record.work && translated(record.work.title, names.work, record, language);
  const article = record.work ? undefined : names.container;
  const common: StyledItem = {
    id,
    type: article ? "article-journal" : "webpage",
    title: translated(record.title, names.title, record, language),
    ...(names.authors.length > 0 && { author: names.authors }),
    // Of an article in a journal nobody names the editors.
    ...(names.editors.length > 0 && !article && { editor: names.editors }),
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
    ...(accessed && { accessed: cslDate(accessed) }),
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
    case "gb7714": {
      if (article && !kind) return common;
      // GB/T 7714 has no place for the rest but the title.
      const locator = kind && words.locator[kind](number);
      const parts = [common.title, work ?? article, edition, nature, locator];
      return { ...common, type: "webpage", title: parts.filter(Boolean).join(". ") };
    }
    case "chicago":
      return {
        ...common,
        // The style leaves the title of a site as it is.
        ...(work && profileOf(record.language).hasHeadlines && { "container-title": headlineCase(work) }),
        genre: [nature, edition].filter(Boolean).join(", "),
      };
    case "apa":
      return { ...common, genre: capitalise([nature, edition].filter(Boolean).join("; ")) };
    case "mla":
      // Without a container the edition begins a sentence.
      return { ...common, version: work ? edition : capitalise(edition), ...(nature && { medium: nature }) };
  }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const baseOf = onceForEach((language): string => new Intl.Locale(language).language);

/** Adds a translation in brackets to a title in another language, for readers of Latin letters (APA 7, 9.38). */
function translated(
  title: string,
  translation: string | undefined,
  record: CitationRecord,
  language: Language,
): string {
  if (!translation || translation === title || baseOf(record.language) === baseOf(language)) return title;
  return isInLatinScript(language) ? `${title} [${translation}]` : title;
}

function mendTerms(text: string, style: TextStyle, language: Language): string {
  const mended = citeStrings(language).corrections.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
  return style === "mla" ? mended.replace(/\bpara\. /u, "par. ") : mended;
}
