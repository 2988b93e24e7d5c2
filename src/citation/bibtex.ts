import type { Name } from "../essay/bibliographic.ts";
import type { Credit } from "../essay/people.ts";
import { familyOf, givenOf } from "./names.ts";
import { type CitationRecord, noteOf, publisherBeside } from "./record.ts";

/** Names of the languages in babel, which `langid` wants; a language that it lacks is left out. */
const BABEL: Readonly<Record<string, string>> = {
  ar: "arabic",
  de: "german",
  en: "english",
  es: "spanish",
  fr: "french",
  it: "italian",
  ja: "japanese",
  ko: "korean",
  nl: "dutch",
  pl: "polish",
  pt: "portuguese",
  ru: "russian",
};
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** What TeX would read as a command. Addresses are left as they are: `url` and `doi` are verbatim fields. */
const SPECIAL = /[\\{}$&#%_^~]/gu;
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
const escapeTex = (text: string): string =>
  text.replaceAll(/\s+/gu, " ").replaceAll(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`);

/** Double braces keep the capitals of a title, and the name of an organisation as one name. */
export const bibtexVerbatim = (text: string): string => `{{${escapeTex(text)}}}`;
export const bibtexField = (text: string): string => `{${escapeTex(text)}}`;

/** A person is `family, suffix, given`; braces keep together what BibTeX would part: commas, `and`, a particle. */
function person(name: Name): string {
  if ("literal" in name) return bibtexVerbatim(name.literal).slice(1, -1);
  const part = (text: string) => (/,|\band\b/iu.test(text) ? `{${escapeTex(text)}}` : escapeTex(text));
  return [familyOf(name), name.suffix, givenOf(name)].flatMap((text) => (text ? [part(text)] : [])).join(", ");
}

export const bibtexPeople = (credits: readonly Pick<Credit, "name">[]): string =>
  `{${credits.map(({ name }) => person(name)).join(" and ")}}`;

/** What both dialects write of a record alike. */
function commonFields(record: CitationRecord): readonly Field[] {
  const { identifiers, work } = record;
  const publisher = publisherBeside(record);
  const note = noteOf(record);
  return [
    ["author", record.authors.length > 0 ? bibtexPeople(record.authors) : undefined],
    ["editor", record.editors.length > 0 ? bibtexPeople(record.editors) : undefined],
    ["translator", record.translators.length > 0 ? bibtexPeople(record.translators) : undefined],
    ["title", bibtexVerbatim(record.title)],
    ["booktitle", work && bibtexVerbatim(work.title)],
    ["publisher", publisher && bibtexVerbatim(publisher)],
    ["isbn", identifiers.isbn && bibtexField(identifiers.isbn)],
    ["doi", work || !identifiers.doi ? undefined : `{${identifiers.doi}}`],
    ["url", `{${record.url}}`],
    ["keywords", record.keywords.length > 0 ? bibtexField(record.keywords.join(", ")) : undefined],
    ["abstract", record.abstract && bibtexField(record.abstract)],
    ["note", note && bibtexField(note)],
  ];
}

/** What the place of an article in its journal is in both dialects. */
const articleFields = ({ work, container }: CitationRecord): readonly Field[] =>
  work || !container
    ? []
    : [
        ["volume", container.volume && bibtexField(container.volume)],
        ["number", container.issue && bibtexField(container.issue)],
        ["pages", container.pages && bibtexField(container.pages.replace(/[-–]/u, "--"))],
        ["issn", container.issn[0] && bibtexField(container.issn.join(", "))],
      ];

/**
 * @returns the content of a `.bib` file with one entry for BibTeX as it was: kinds that it knows, with all that it wants of
 *   each, year and month. Styles pass over fields that they do not know; by `language` Zotero knows what a work is in.
 */
export function toBibtex(record: CitationRecord): string {
  const [year = "", month, day] = record.date.split("-");
  const { work, container } = record;
  const article = work ? undefined : container;
  // A part of a collection has to have a publisher; without one it says itself in what it stands.
  const kind = work ? (publisherBeside(record) ? "incollection" : "misc") : article ? "article" : "misc";
  return bibtexEntry(kind, record.key, [
    ...commonFields(record),
    ["journal", article && bibtexVerbatim(article.title)],
    ...articleFields(record),
    // Styles add the word “edition”.
    [work ? "edition" : "version", bibtexField(record.version)],
    ["howpublished", kind === "misc" && work ? bibtexVerbatim(work.title) : undefined],
    ["year", `{${year}}`],
    ["month", month && (MONTHS[Number(month) - 1] ?? "jan")],
    ["day", day && `{${Number(day)}}`],
    ["language", bibtexField(record.language)],
    ["langid", babelName(record.language)],
  ]);
}

/** @returns the content of a `.bib` file with one entry for BibLaTeX: its own kinds, `date`, the language as babel has it */
export function toBiblatex(record: CitationRecord): string {
  const { work, container } = record;
  const article = work ? undefined : container;
  return bibtexEntry(work ? "inbook" : article ? "article" : "online", record.key, [
    // A page on the web has no publisher but who stands behind it.
    ...commonFields(record).map(
      ([name, value]): Field => [name === "publisher" && !work ? (article ? "" : "organization") : name, value],
    ),
    ["titleaddon", record.titleClause && bibtexField(record.titleClause)],
    ["journaltitle", article && bibtexVerbatim(article.title)],
    ...articleFields(record),
    [work ? "edition" : "version", bibtexField(record.version)],
    ["date", bibtexField(record.date)],
    ["language", babelName(record.language)],
    ["langid", babelName(record.language)],
  ]);
}

type Field = readonly [name: string, value: string | undefined];

/** @returns an entry: a line for each field that has a value, written as BibTeX has it */
export function bibtexEntry(
  kind: string,
  key: string,
  fields: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const lines = fields.flatMap(([name, value]) => (name && value ? [`  ${name} = ${value}`] : [])).join(",\n");
  return `@${kind}{${key},\n${lines}\n}\n`;
}

/** @returns the language as a field of biblatex; `undefined` where babel has no name of it */
export function babelName(language: string): string | undefined {
  const name = BABEL[new Intl.Locale(language).language];
  return name && `{${name}}`;
}
