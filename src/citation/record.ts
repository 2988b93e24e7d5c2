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

/** The names of a record as a citation in one language writes them. */
export interface RecordNames {
  /** Who wrote these words. */
  readonly author: string;
  /** Whose argument they restate. */
  readonly sourceAuthor: string;
  /** The title in that language; absent where the text does not stand in it. */
  readonly title?: string;
  readonly work?: string;
}

/**
 * What every citation, tag and file of a page is made from: the whole essay in one language, or a section of it.
 *
 * The words are the editors'; the argument is another's. A record therefore names the editors as author and the work
 * that they restate as its basis, and no format made from it says otherwise.
 */
export interface CitationRecord {
  readonly kind: "work" | "part";
  /** Key of the citation in a reader's files; it does not change with the edition. */
  readonly key: string;
  /** Name of the record's files: the section's id, or that of the page with the whole. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The whole, of a part. */
  readonly work?: TitledPage;
  /** The sections, of the whole. */
  readonly parts: readonly TitledPage[];
  readonly author: string;
  readonly publisher: string;
  /** What this text is, in a sentence without a full stop. */
  readonly nature: string;
  /** The work whose argument is restated. */
  readonly basis: BibliographicItem;
  readonly version: string;
  /** ISO 8601 date of the edition. */
  readonly date: string;
  /** The address that lasts, and the canonical one. */
  readonly url: string;
  /** Where the whole text is read. */
  readonly fullText: string;
  readonly licence: Licence;
  /** The sources that the essay's own notes cite, in the order of their first citation. */
  readonly sources: readonly BibliographicItem[];
  /** The same in the other languages, by language. */
  readonly translations: Readonly<Record<Language, string>>;
  readonly files: Readonly<Record<CitationFormat, string>>;
  readonly names: Readonly<Record<CitationLanguage, RecordNames>>;
}

/** The formats in which a record is a file of its own, by the file's extension. */
export const CITATION_FORMATS = ["bib", "ris", "csl.json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Media types of the files, as the tools that read them register them. */
export const MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  "csl.json": "application/vnd.citationstyles.csl+json",
};

/** Name of the files of the whole. It is reserved, as the essay's own id is not: a section may bear that too. */
const WORK_NAME = "full";

/** Where the site is published. */
export interface Site {
  /** Origin, without a path. */
  readonly origin: string;
  /** `/` or `/essay/`. */
  readonly basePath: string;
}

/**
 * @param section id of the section; absent for the whole
 * @returns the record of a section, or of the whole in one language
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

/** @returns the record of every page that has one: the whole and each section, in each language */
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

/** @returns the title with its subtitle, as the language joins them */
const titleOf = ({ title, subtitle }: { title: string; subtitle: string }, language: Language): string =>
  strings(language).fullTitle(title, subtitle);

function textIn(essay: Essay, language: Language): EssayText {
  const text = essay.texts[language];
  if (!text) throw new Error(`The essay has no text in “${language}”.`);
  return text;
}

/** @returns an object with these keys and the value of each */
export const mapOf = <Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

/** @returns what a text citation calls the edition of a record */
export const editionIn = (record: CitationRecord, language: CitationLanguage): string =>
  citeStrings(language).edition(record.version);
