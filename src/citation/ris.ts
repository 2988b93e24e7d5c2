import type { Credit } from "../essay/people.ts";
import { pageRange } from "../essay/publication.ts";
import { sortedName } from "./names.ts";
import { type CitationRecord, noteOf, publisherBeside } from "./record.ts";

/** @returns the content of a `.ris` file with one entry: a tag a line, lines ended by CR LF as the format requires */
export function toRis(record: CitationRecord): string {
  const { work, container, identifiers } = record;
  const article = work ? undefined : container;
  const people = (tag: string, credits: readonly Credit[]) =>
    credits.map(({ name }): [string, string] => [tag, sortedName(name)]);
  const pages = article?.pages ? pageRange(article.pages) : undefined;
  const lines: [string, string | undefined][] = [
    ["TY", work ? "CHAP" : article ? "JOUR" : "ELEC"],
    ["ID", record.key],
    ...people("AU", record.authors),
    ...people(work ? "A2" : "ED", record.editors),
    ...people(work ? "A4" : "TA", record.translators),
    ["TI", record.title],
    ["T2", work?.title ?? article?.title],
    ["VL", article?.volume],
    ["IS", article?.issue],
    ["SP", pages?.first],
    ["EP", pages?.last],
    ...(article?.issn ?? []).map((issn): [string, string] => ["SN", issn]),
    ["SN", work || article ? undefined : identifiers.isbn],
    ["ET", record.version],
    ["PB", publisherBeside(record)],
    ["PY", record.date.slice(0, 4)],
    ["DA", risDate(record.date)],
    ["DO", work ? undefined : identifiers.doi],
    ["AB", record.abstract],
    ...record.keywords.map((keyword): [string, string] => ["KW", keyword]),
    ["LA", record.language],
    ["UR", record.url],
    ["N1", noteOf(record)],
  ];
  return risEntry(lines);
}

/** @returns an entry: a line for each tag that has a value */
export function risEntry(lines: readonly (readonly [tag: string, value: string | undefined])[]): string {
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replaceAll(/\s+/gu, " ")}`] : []));
  return `${written.join("\r\n")}\r\nER  - \r\n`;
}

/** @returns a date of ISO 8601 as `YYYY/MM/DD/`: what is not known stays empty between its strokes */
export function risDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${[year, month, day].join("/")}/`;
}
