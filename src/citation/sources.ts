import type { Name } from "../essay/bibliographic.ts";
import type { CslItem } from "../schemas/references.ts";
import {
  babelName,
  bibtexEntry,
  bibtexPeople,
  bibtexField as field,
  MONTHS,
  bibtexVerbatim as verbatim,
} from "./bibtex.ts";
import { isoDate, sortedName } from "./names.ts";
import type { CitationFormat } from "./record.ts";
import { risDate, risEntry } from "./ris.ts";

/** The sources that an essay cites, as files for reference managers. */
export const SOURCE_WRITERS: Readonly<Record<CitationFormat, (items: readonly CslItem[]) => string>> = {
  bib: (items) => items.map(toBibtex).join("\n"),
  ris: (items) => items.map(toRis).join("\r\n"),
  "csl.json": (items) => `${JSON.stringify(items.map(withoutOwnKeys), null, 2)}\n`,
};

/** Kinds of works: of CSL, of biblatex, of RIS. A kind that is missing is `online` and `ELEC`. */
const KINDS: Partial<Record<CslItem["type"], readonly [bibtex: string, ris: string]>> = {
  article: ["online", "UNPB"],
  "article-journal": ["article", "JOUR"],
  "article-newspaper": ["article", "NEWS"],
  bill: ["legislation", "BILL"],
  book: ["book", "BOOK"],
  broadcast: ["misc", "MPCT"],
  chapter: ["incollection", "CHAP"],
  document: ["misc", "GEN"],
  interview: ["misc", "PCOMM"],
  legal_case: ["jurisdiction", "CASE"],
  legislation: ["legislation", "STAT"],
  manuscript: ["unpublished", "UNPB"],
  "post-weblog": ["online", "BLOG"],
  regulation: ["legislation", "STAT"],
  report: ["report", "RPRT"],
  speech: ["misc", "GEN"],
  treaty: ["legal", "STAT"],
};

/** The keys that are this site’s own would be refused by a program that checks what it reads. */
function withoutOwnKeys({ reading: _reading, romanised: _romanised, translation: _translation, ...item }: CslItem) {
  return item;
}

function toBibtex(item: CslItem): string {
  const [kind] = KINDS[item.type] ?? ["online"];
  const [year, month, day] = isoDate(item.issued).split("-");
  const text = (value: string | undefined) => value && field(value);
  const people = (names: readonly Name[] | undefined) => names && bibtexPeople(names.map((name) => ({ name })));
  const container = item["container-title"] && verbatim(item["container-title"]);
  return bibtexEntry(kind, item.id, [
    ["author", people(item.author)],
    ["editor", people(item.editor)],
    ["title", verbatim(item.title)],
    [kind === "article" ? "journal" : kind === "incollection" ? "booktitle" : "organization", container],
    ["series", text(item["collection-title"])],
    ["eventtitle", text(item["event-title"])],
    ["venue", text(item["event-place"])],
    ["type", text(item.genre)],
    ["volume", text(item.volume)],
    ["number", text(item.issue ?? item.number)],
    ["pages", item.page && field(item.page.replace(/[-–]/u, "--"))],
    [kind === "report" ? "institution" : "publisher", item.publisher && verbatim(item.publisher)],
    ["location", text(item["publisher-place"])],
    ["isbn", text(item.ISBN)],
    ["doi", item.DOI && `{${item.DOI}}`],
    ["year", year && `{${year}}`],
    ["month", month && MONTHS[Number(month) - 1]],
    ["day", day && `{${Number(day)}}`],
    ["url", item.URL && `{${item.URL}}`],
    ["urldate", item.accessed && `{${isoDate(item.accessed)}}`],
    ["langid", babelName(item.language)],
    ["note", text(item.note)],
  ]);
}

function toRis(item: CslItem): string {
  const [, kind] = KINDS[item.type] ?? ["", "ELEC"];
  const [first, last] = item.page?.split(/[-–]/u) ?? [];
  const people = (tag: string, names: readonly Name[] = []) =>
    names.map((name): [string, string] => [tag, sortedName(name)]);
  return risEntry([
    ["TY", kind],
    ["ID", item.id],
    ...people("AU", item.author),
    ...people("ED", item.editor),
    ["TI", item.title],
    ["T2", item["container-title"] ?? item["event-title"]],
    ["T3", item["collection-title"]],
    ["M3", item.genre],
    ["VL", item.volume],
    ["IS", item.issue ?? item.number],
    ["SP", first],
    ["EP", last],
    ["SN", item.ISBN],
    ["PB", item.publisher],
    ["CY", item["publisher-place"] ?? item["event-place"]],
    ["PY", isoDate(item.issued).slice(0, 4)],
    ["DA", item.issued && risDate(isoDate(item.issued))],
    ["Y2", item.accessed && risDate(isoDate(item.accessed))],
    ["DO", item.DOI],
    ["LA", item.language],
    ["UR", item.URL],
    ["N1", item.note],
  ]);
}
