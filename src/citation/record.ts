import { fromHtml } from "hast-util-from-html";
import { toString as hastText } from "hast-util-to-string";
import { citedAuthors, editorialAuthors, translatorsOf } from "../essay/authorship.ts";
import type { BibliographicItem, Name } from "../essay/bibliographic.ts";
import type { EssayKind } from "../essay/kinds.ts";
import { inLanguage, type Language, maybeInLanguage } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Essay, EssayText, Section } from "../essay/model.ts";
import { findSection, sectionById } from "../essay/navigate.ts";
import { onceForEach } from "../essay/once.ts";
import { type Contributor, type Credit, creditsIn } from "../essay/people.ts";
import type { Identifiers } from "../essay/publication.ts";
import { address, routes, WORK_NAME } from "../essay/routes.ts";
import { shareImageRoute } from "../essay/share-image.ts";
import { citeStrings } from "../i18n/citation/index.ts";
import { formatDate, strings } from "../i18n/index.ts";
import { workTitle } from "../i18n/work-title.ts";
import { sourceAuthor } from "./source-author.ts";

/** A page of the site with its title. */
export interface TitledPage {
  readonly title: string;
  readonly url: string;
}

/** The journal or the collection in which the essay appears, as one language names it. */
export interface RecordContainer {
  readonly title: string;
  readonly issn: readonly string[];
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
}

/** What a citation in one language writes otherwise than one in another. */
export interface RecordNames {
  /** Who is cited as author. */
  readonly authors: readonly Name[];
  /** Who is cited as author of what is set beside the text. */
  readonly editorialAuthors: readonly Name[];
  readonly editors: readonly Name[];
  readonly translators: readonly Name[];
  /** Whose argument or work the source is, in a row; empty where there is no source. */
  readonly sourceAuthor: string;
  /** Title in this language; absent where there is no text in it. */
  readonly title?: string;
  readonly work?: string;
  readonly container?: string | undefined;
}

/**
 * What every citation, tag and file of a page is made from: the whole essay in one language, or a section of it.
 *
 * Whose the words are is decided here, once, by the essay's kind, and no format made from a record says otherwise: a
 * restatement names its own authors and the work that it restates as its basis, a translation the author of the work
 * and who translated it.
 */
export interface CitationRecord {
  readonly kind: "work" | "part";
  /** Whose the words are. */
  readonly essayKind: EssayKind;
  /**
   * Key of the citation in a reader's files; it does not change with the edition, but where an earlier one is cited. That of
   * a section has a colon, which no id has: a section may bear the essay's.
   */
  readonly key: string;
  /** Base name of the record's files: the section's id, or `WORK_NAME`. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The whole that a section belongs to. */
  readonly work?: TitledPage;
  /** The sections of the whole; of a long work its chapters, of a very long one none. */
  readonly parts: readonly TitledPage[];
  /** Who is cited as author; empty where nobody is named. */
  readonly authors: readonly Credit[];
  /** Who is cited as author of what is set beside the text. */
  readonly editorialAuthors: readonly Credit[];
  readonly editors: readonly Credit[];
  /** Who translated the text of this language. */
  readonly translators: readonly Credit[];
  readonly contributors: readonly Credit[];
  readonly publisher?: string | undefined;
  /** Where readers write to the editors. */
  readonly contact?: string | undefined;
  /** What this text is, in a clause; absent of an original, which needs none. */
  readonly nature?: string | undefined;
  /** The same as what follows a title. */
  readonly titleClause?: string | undefined;
  /** The work that is restated or translated, as a note names it: `Original essay: …`. */
  readonly basisReference?: string | undefined;
  /** What the editors set beside it is, in a clause. */
  readonly editorial: string;
  /** The work that is restated or translated. */
  readonly basis?: BibliographicItem | undefined;
  readonly container?: RecordContainer | undefined;
  readonly identifiers: Identifiers;
  /** What the whole says, of the whole. */
  readonly abstract?: string | undefined;
  readonly keywords: readonly string[];
  readonly funding: readonly { readonly funder: string; readonly award?: string | undefined }[];
  readonly version: string;
  /** Whether the version is an earlier edition, of which pages and files stand in folders of their own. */
  readonly isEarlier: boolean;
  /** When it appeared, ISO 8601, as exact as it is known: the essay's own date, else that of the edition. */
  readonly date: string;
  /** ISO 8601 date of the edition. */
  readonly editionDate: string;
  /** When a journal received and accepted it. */
  readonly received?: string | undefined;
  readonly accepted?: string | undefined;
  /** The address that lasts, and the canonical one. */
  readonly url: string;
  /** Address of the page with the full text. */
  readonly fullText: string;
  readonly licence?: RecordLicence | undefined;
  /** The sources that the essay's own notes cite, in the order of their first citation. */
  readonly sources: readonly BibliographicItem[];
  /** The language that the others are translated from: the essay's first. */
  readonly original: Language;
  /** The picture that links to the whole are shown with. */
  readonly image?: string | undefined;
  /** Addresses in the other languages. */
  readonly translations: Readonly<Record<Language, string>>;
  readonly files: Readonly<Record<CitationFormat, string>>;
  /** By language of the citation: each of the essay's. */
  readonly names: Readonly<Record<Language, RecordNames>>;
}

/** A licence as one language names it. */
export interface RecordLicence {
  readonly name: string;
  readonly url?: string | undefined;
}

/** The formats in which a record is a file of its own, by the file's extension. */
export const CITATION_FORMATS = ["bib", "biblatex.bib", "ris", "csl.json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Media types of the files, as their tools register them. */
export const MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: "application/x-bibtex",
  "biblatex.bib": "application/x-bibtex",
  ris: "application/x-research-info-systems",
  "csl.json": "application/vnd.citationstyles.csl+json",
};

/** What readers call them. */
export const FORMAT_NAMES: Readonly<Record<CitationFormat, string>> = {
  bib: "BibTeX",
  "biblatex.bib": "BibLaTeX",
  ris: "RIS",
  "csl.json": "CSL-JSON",
};

/** Where the site is published. */
export interface Site {
  /** Origin, without a path. */
  readonly origin: string;
  /** `/` or `/essay/`. */
  readonly basePath: string;
  /** Version of the essay that is cited, where it is an earlier edition: its pages and files stand in folders of its own. */
  readonly earlier?: string | undefined;
}

/** Pages beside the text that are cited by themselves, by their slugs; they are the editors'. */
const REFERENCE_PAGES = ["glossary", "timeline"] as const;
export type ReferencePage = (typeof REFERENCE_PAGES)[number];

const isReferencePage = (name: string | undefined): name is ReferencePage =>
  (REFERENCE_PAGES as readonly (string | undefined)[]).includes(name);

/**
 * Makes the record of a section, of a page beside the text, or of the whole in one language.
 *
 * @param section id of the section, or slug of the page; absent for the whole
 * @throws where the essay has no such section, language or source
 */
export function citationRecord(essay: Essay, site: Site, language: Language, section?: string): CitationRecord {
  const text = textIn(essay, language);
  const part =
    section === undefined
      ? undefined
      : isReferencePage(section)
        ? referencePage(section, language)
        : sectionById(text, section);
  const url = (route: string) => `${site.origin}${address(site.basePath, route)}`;
  const { earlier } = site;
  const isEarlier = earlier !== undefined;
  const route = (code: Language, id?: string) => {
    if (earlier === undefined) return id ? routes.section(code, id) : routes.cover(code);
    return id ? routes.editionSection(code, earlier, id) : routes.edition(code, earlier);
  };
  const pageIn = (code: Language) => url(route(code, section));
  const name = section ?? WORK_NAME;
  const workKey = [essay.id, language, ...(earlier ? [earlier] : [])].join("-");
  const isBeside = isReferencePage(section);
  const cited = isBeside
    ? essay.annotations[section].flatMap((entry) => ("sources" in entry ? entry.sources : []))
    : (section === undefined ? text.sections : [sectionById(text, section)])
        .flatMap(({ notes }) => notes)
        .filter(({ origin }) => origin === "essay")
        .flatMap(({ sources }) => sources);
  const { publication, people, edition, source, kind } = essay;
  const { container, dates, funding, identifiers } = publication;
  const { text: licence } = essay.licence;
  const credits = (contributors: readonly Contributor[]) => creditsIn(contributors, language);

  return {
    kind: part ? "part" : "work",
    essayKind: kind,
    key: section ? `${workKey}:${section}` : workKey,
    name,
    language,
    title: part?.title ?? workTitle(text, language),
    description: part?.summary ?? text.description,
    ...(part && { work: { title: workTitle(text, language), url: url(route(language)) } }),
    parts: part ? [] : listedParts(text).map(({ id, title }) => ({ title, url: url(route(language, id)) })),
    authors: credits(isBeside ? editorialAuthors(essay) : citedAuthors(essay)),
    editorialAuthors: credits(editorialAuthors(essay)),
    editors: credits(people.editors),
    translators: credits(isBeside ? [] : translatorsOf(essay, language)),
    contributors: credits(people.contributors),
    publisher: maybeInLanguage(publication.publisher, language),
    contact: publication.contact,
    nature: isBeside ? editorialOf(essay, language) : natureOf(essay, language),
    ...(!isBeside && {
      titleClause: citeStrings(language).nature[kind]?.(sourceAuthor(essay, language)),
      basisReference: basisReference(essay, text),
    }),
    editorial: editorialOf(essay, language),
    basis: isBeside ? undefined : source?.work,
    container: container && {
      ...container,
      title: inLanguage(container.title, language) ?? "",
      issn: container.issn ?? [],
    },
    identifiers,
    ...(!part && text.abstract && { abstract: text.abstract }),
    keywords: text.keywords,
    funding: funding.map(({ funder, award }) => ({ funder: inLanguage(funder, language) ?? "", award })),
    version: edition.version,
    date: dates.published ?? edition.date,
    editionDate: edition.date,
    received: dates.received,
    accepted: dates.accepted,
    url: pageIn(language),
    // The sections of an earlier edition stand on no page together.
    fullText: part || earlier ? pageIn(language) : url(routes.full(language)),
    licence: licence && { name: inLanguage(licence.name, language) ?? "", url: licence.url },
    sources: [...new Set(cited)].flatMap((id) => essay.references[id] ?? []),
    original: essay.languages[0] ?? language,
    image: essay.shareImages.includes(language) ? url(shareImageRoute(language)) : undefined,
    translations: Object.fromEntries(
      essay.languages.filter((code) => code !== language).map((code) => [code, pageIn(code)]),
    ),
    files: mapOf(CITATION_FORMATS, (format) =>
      url(citationRoute({ language, name, version: edition.version, isEarlier }, format)),
    ),
    isEarlier,
    names: mapOf(essay.languages, (code) => writeNames(essay, code, language, section)),
  };
}

/** Most parts that the record of the whole names; its tags and files are as long as their list. */
const MOST_PARTS = 60;

/** @returns the path of a record's file; `json` is the dialog's bundle */
export const citationRoute = (
  { language, name, version, isEarlier }: Pick<CitationRecord, "language" | "name" | "version" | "isEarlier">,
  extension: CitationFormat | "json",
): string => routes.citation(language, isEarlier ? `${version}/${name}` : name, extension);

function listedParts(text: EssayText): readonly Section[] {
  if (text.sections.length <= MOST_PARTS) return text.sections;
  const chapters = text.sections.filter(({ depth }) => depth === 1);
  return chapters.length <= MOST_PARTS ? chapters : [];
}

/** What a page beside the text says of itself. */
function referencePage(page: ReferencePage, language: Language): { readonly title: string; readonly summary: string } {
  const label = strings(language);
  const introductions = { glossary: label.glossaryIntroduction, timeline: label.timelineIntroduction };
  return { title: label[page], summary: introductions[page] };
}

/** @returns the records of all pages that have one: the whole, each section and what stands beside, in each language */
export const allRecords = (essay: Essay, site: Site): CitationRecord[] =>
  essay.languages.flatMap((language) => [
    citationRecord(essay, site, language),
    ...essay.outline.map(({ id }) => citationRecord(essay, site, language, id)),
    ...REFERENCE_PAGES.filter((page) => essay.annotations[page].length > 0).map((page) =>
      citationRecord(essay, site, language, page),
    ),
  ]);

/** @returns the records of an earlier edition: the whole and each section in each language; no page of it stands beside */
export const earlierRecords = (essay: Essay, site: Site): CitationRecord[] =>
  Object.keys(essay.texts).flatMap((language) => {
    const earlier = { ...site, earlier: essay.edition.version };
    return [undefined, ...essay.outline.map(({ id }) => id)].map((section) =>
      citationRecord(essay, earlier, language, section),
    );
  });

/**
 * @param language of the citation
 * @param read of the text that is cited
 */
function writeNames(essay: Essay, language: Language, read: Language, section: string | undefined): RecordNames {
  const titles = essay.titles[language];
  const work = titles && workTitle(titles, language);
  const text = essay.texts[language];
  const title = isReferencePage(section)
    ? strings(language)[section]
    : section
      ? text && findSection(text, section)?.title
      : work;
  const names = (contributors: readonly Contributor[]) => creditsIn(contributors, language).map(({ name }) => name);
  return {
    authors: names(isReferencePage(section) ? editorialAuthors(essay) : citedAuthors(essay)),
    editorialAuthors: names(editorialAuthors(essay)),
    editors: names(essay.people.editors),
    translators: isReferencePage(section) ? [] : names(translatorsOf(essay, read)),
    sourceAuthor: sourceAuthor(essay, language),
    ...(title && { title }),
    ...(work && { work }),
    container: maybeInLanguage(essay.publication.container?.title, language),
  };
}

/**
 * @returns the publisher, as the files of a citation have it: a style prints it after the author, and a body that is both is
 *   named once (APA 7, 9.29)
 */
export const publisherBeside = ({ authors, publisher }: CitationRecord): string | undefined =>
  authors.some(({ name }) => "literal" in name && name.literal === publisher) ? undefined : publisher;

/**
 * @returns the record as the editors' part of it is cited, which is theirs alone: nobody else wrote, edited or translated
 *   it, and it restates nothing
 */
export const editorialPart = (record: CitationRecord): CitationRecord => ({
  ...record,
  authors: record.editorialAuthors,
  editors: [],
  translators: [],
  nature: record.editorial,
  titleClause: undefined,
  basisReference: undefined,
  basis: undefined,
  names: mapOf(Object.keys(record.names), (language) => {
    const names = namesIn(record, language);
    return { ...names, authors: names.editorialAuthors, editors: [], translators: [] };
  }),
});

/** @returns what an essay is, in a clause in one language; `undefined` of an original */
function natureOf(essay: Essay, language: Language): string | undefined {
  if (essay.kind === "original") return undefined;
  const { restatementShort, translationShort } = strings(language);
  return (essay.kind === "restatement" ? restatementShort : translationShort)(sourceAuthor(essay, language));
}

/** @returns the source as a note of a language names it, with what it is; `undefined` where there is none */
function basisReference({ source }: Essay, { language, sourceReference }: EssayText): string | undefined {
  if (!source) return undefined;
  const isFullWidth = profileOf(language).punctuation === "full-width";
  const date = source.date && formatDate(source.date, language);
  const inBrackets = date && (isFullWidth ? `（${date}）` : ` (${date})`);
  const reference = sourceReference
    ? textOfHtml(sourceReference)
    : `${inLanguage(source.title, language) ?? source.work.title}${inBrackets ?? ""}`;
  return `${strings(language).sourceWork}${isFullWidth ? "：" : ": "}${reference}`;
}

const textOfHtml = onceForEach((html): string => hastText(fromHtml(html, { fragment: true })));

/**
 * @returns what the files of a citation say in a note: what the text is, and of which work. A reader who wants to cite that
 *   one finds it here, whatever his reference manager makes of a restatement.
 */
export function noteOf({ nature, basisReference, language }: CitationRecord): string | undefined {
  if (!nature || !basisReference) return nature;
  const stop = profileOf(language).punctuation === "full-width" ? "。" : ". ";
  return `${nature}${stop}${basisReference}`;
}

const editorialOf = (essay: Essay, language: Language): string =>
  citeStrings(language).editorial[essay.kind](sourceAuthor(essay, language));

function textIn(essay: Essay, language: Language): EssayText {
  const text = essay.texts[language];
  if (!text) throw new Error(`The essay has no text in “${language}”.`);
  return text;
}

/** @returns an object with these keys, and `value(key)` for each */
export const mapOf = <Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

/**
 * @param language one of the essay's
 * @returns what is named in a citation in this language
 */
export function namesIn({ key, names }: Pick<CitationRecord, "key" | "names">, language: Language): RecordNames {
  const found = names[language];
  if (!found) throw new Error(`“${key}” is not cited in “${language}”.`);
  return found;
}

/** @returns the edition as text citations name it */
export const editionIn = (record: CitationRecord, language: Language): string =>
  citeStrings(language).edition(record.version);
