import type { Name } from "../essay/bibliographic.ts";
import type { Credit } from "../essay/people.ts";
import { familyOf, givenOf } from "./names.ts";
import type { CitationRecord } from "./record.ts";

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

/**
 * @returns the content of a `.bib` file with one entry. Year and month are separate fields instead of biblatex's
 *   `date`, so that classic BibTeX styles print them too.
 */
export function toBibtex(record: CitationRecord): string {
  const [year = "", month, day] = record.date.split("-");
  const { work, container, identifiers } = record;
  const article = work ? undefined : container;
  const fields: [string, string | undefined][] = [
    ["author", record.authors.length > 0 ? bibtexPeople(record.authors) : undefined],
    ["editor", record.editors.length > 0 ? bibtexPeople(record.editors) : undefined],
    ["translator", record.translators.length > 0 ? bibtexPeople(record.translators) : undefined],
    ["title", bibtexVerbatim(record.title)],
    ["booktitle", work && bibtexVerbatim(work.title)],
    ["journal", article && bibtexVerbatim(article.title)],
    ["volume", article?.volume && bibtexField(article.volume)],
    ["number", article?.issue && bibtexField(article.issue)],
    ["pages", article?.pages && bibtexField(article.pages.replace(/[-–]/u, "--"))],
    ["issn", article?.issn[0] && bibtexField(article.issn.join(", "))],
    // Styles and programs add the word “edition”.
    [work ? "edition" : "version", bibtexField(record.version)],
    ["publisher", record.publisher && bibtexVerbatim(record.publisher)],
    ["isbn", identifiers.isbn && bibtexField(identifiers.isbn)],
    ["doi", work || !identifiers.doi ? undefined : `{${identifiers.doi}}`],
    ["year", `{${year}}`],
    ["month", month && (MONTHS[Number(month) - 1] ?? "jan")],
    ["day", day && `{${Number(day)}}`],
    ["url", `{${record.url}}`],
    ["keywords", record.keywords.length > 0 ? bibtexField(record.keywords.join(", ")) : undefined],
    ["abstract", record.abstract && bibtexField(record.abstract)],
    ["langid", babelName(record.language)],
    ["note", record.nature && bibtexField(record.nature)],
  ];
  return bibtexEntry(work ? "incollection" : article ? "article" : "online", record.key, fields);
}

/** @returns an entry: a line for each field that has a value, written as BibTeX has it */
export function bibtexEntry(
  kind: string,
  key: string,
  fields: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : [])).join(",\n");
  return `@${kind}{${key},\n${lines}\n}\n`;
}

/** @returns the language as a field of biblatex; `undefined` where babel has no name of it */
export function babelName(language: string): string | undefined {
  const name = BABEL[new Intl.Locale(language).language];
  return name && `{${name}}`;
}
