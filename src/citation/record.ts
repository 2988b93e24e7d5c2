import type { BibliographicItem } from "../essay/bibliographic.ts";
import type { Language } from "../essay/language.ts";
import type { Essay, EssayText, Licence } from "../essay/model.ts";
import { sectionById } from "../essay/navigate.ts";
import { address, routes } from "../essay/routes.ts";
import { CITATION_LANGUAGES, type CitationLanguage, citeStrings } from "../i18n/citation/index.ts";
import { strings } from "../i18n/index.ts";

/** A page of the site with its title. */
export interface TitledPage {
  readonly title: string;
  readonly url: string;
}

/** Names and titles for citations in one language. */
export interface RecordNames {
  /** The editors. */
  readonly author: string;
  /** The author of the work that is restated. */
  readonly sourceAuthor: string;
  /** Title in this language; absent where there is no text in it. */
  readonly title?: string;
  readonly work?: string;
}

/**
 * The source of every citation, tag and file of a page: the whole essay in one language, or a section of it.
 * The words are the editors', the argument is another author's. The record names the editors as author and the restated
 * work as its basis, and every format keeps that distinction.
 */
export interface CitationRecord {
  readonly kind: "work" | "part";
  /** Citation key in a reader's library; the same in every edition. */
  readonly key: string;
  /** Base name of the record's files: the section's id, or `WORK_NAME`. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The whole that a section belongs to. */
  readonly work?: TitledPage;
  /** The sections of the whole. */
  readonly parts: readonly TitledPage[];
  readonly author: string;
  readonly publisher: string;
  /** What the text is, as a phrase without a full stop. */
  readonly nature: string;
  /** The work whose argument is restated. */
  readonly basis: BibliographicItem;
  readonly version: string;
  /** ISO 8601 date of the edition. */
  readonly date: string;
  /** Canonical, permanent address. */
  readonly url: string;
  /** Address of the page with the full text. */
  readonly fullText: string;
  readonly licence: Licence;
  /** Sources of the essay's own notes, in order of first citation. */
  readonly sources: readonly BibliographicItem[];
  /** Addresses in the other languages. */
  readonly translations: Readonly<Record<Language, string>>;
  readonly files: Readonly<Record<CitationFormat, string>>;
  readonly names: Readonly<Record<CitationLanguage, RecordNames>>;
}

/** File extensions of the citation formats. */
export const CITATION_FORMATS = ["bib", "ris", "csl.json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Media types of the files, as their tools register them. */
export const MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  "csl.json": "application/vnd.citationstyles.csl+json",
};

/** Base name of the files of the whole. It is a reserved slug; the essay's id is not, and a section may have it. */
const WORK_NAME = "full";

/** Where the site is published. */
export interface Site {
  /** Origin, without a path. */
  readonly origin: string;
  /** `/` or `/essay/`. */
  readonly basePath: string;
}

/**
 * Makes the record of a section, or of the whole in one language.
 *
 * @param section id of the section; absent for the whole
 * @throws where the essay has no such section, language or source
 */
export function citationRecord(essay: Essay, site: Site, language: Language, section?: string): CitationRecord {
  const text = textIn(essay, language);
  const part = section === undefined ? undefined : sectionById(text, section);
  const url = (route: string) => `${site.origin}${address(site.basePath, route)}`;
  const pageIn = (code: Language) => url(section ? routes.section(code, section) : routes.cover(code));
  const name = section ?? WORK_NAME;
  const basis = essay.references[essay.source.reference];
  if (!basis) throw new Error(`The source “${essay.source.reference}” is not among the references.`);
  const cited = (part ? [part] : text.sections)
    .flatMap(({ notes }) => notes)
    .filter(({ origin }) => origin === "essay")
    .flatMap(({ sources }) => sources);
  const publisher = essay.publisher[language] ?? "";

  return {
    kind: part ? "part" : "work",
    key: [essay.id, language, ...(section ? [section] : [])].join("-"),
    name,
    language,
    title: part?.title ?? titleOf(text, language),
    description: part?.summary ?? text.description,
    ...(part && { work: { title: titleOf(text, language), url: url(routes.cover(language)) } }),
    parts: part ? [] : text.sections.map(({ id, title }) => ({ title, url: url(routes.section(language, id)) })),
    author: publisher,
    publisher,
    nature: strings(language).restatementShort(essay.source.author[language] ?? ""),
    basis,
    version: essay.edition.version,
    date: essay.edition.date,
    url: pageIn(language),
    fullText: part ? pageIn(language) : url(routes.full(language)),
    licence: essay.licence.text,
    sources: [...new Set(cited)].flatMap((id) => essay.references[id] ?? []),
    translations: Object.fromEntries(
      essay.languages.filter((code) => code !== language).map((code) => [code, pageIn(code)]),
    ),
    files: mapOf(CITATION_FORMATS, (format) => url(routes.citation(language, name, format))),
    names: mapOf(CITATION_LANGUAGES, (code) => namesIn(essay, code, section)),
  };
}

/** @returns the records of all pages that have one: the whole and each section, in each language */
export const allRecords = (essay: Essay, site: Site): CitationRecord[] =>
  essay.languages.flatMap((language) => [
    citationRecord(essay, site, language),
    ...essay.outline.map(({ id }) => citationRecord(essay, site, language, id)),
  ]);

function namesIn(essay: Essay, language: CitationLanguage, section: string | undefined): RecordNames {
  const titles = essay.titles[language];
  const work = titles && titleOf(titles, language);
  const title = section ? essay.texts[language]?.sections.find(({ id }) => id === section)?.title : work;
  const [first = "ja"] = essay.languages;
  return {
    author: essay.publisher[language] ?? essay.publisher[first] ?? "",
    sourceAuthor: essay.source.author[language] ?? essay.source.author[first] ?? "",
    ...(title && { title }),
    ...(work && { work }),
  };
}

/** @returns title and subtitle, joined as the language does */
const titleOf = ({ title, subtitle }: { title: string; subtitle: string }, language: Language): string =>
  strings(language).fullTitle(title, subtitle);

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

/** @returns the edition as text citations name it */
export const editionIn = (record: CitationRecord, language: CitationLanguage): string =>
  citeStrings(language).edition(record.version);
