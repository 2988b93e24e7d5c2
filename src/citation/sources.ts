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
  "biblatex.bib": (items) => items.map(toBiblatex).join("\n"),
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
  chapter: ["inbook", "CHAP"],
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

/** Kinds of BibTeX with the fields that it misses in each; a work that lacks one is `misc`, which wants none. */
const CLASSIC_KINDS: Partial<Record<CslItem["type"], readonly [kind: string, ...needs: (keyof CslItem)[]]>> = {
  "article-journal": ["article", "author", "container-title"],
  "article-newspaper": ["article", "author", "container-title"],
  book: ["book", "author", "publisher"],
  chapter: ["incollection", "author", "container-title", "publisher"],
  manuscript: ["unpublished", "author", "note"],
  report: ["techreport", "author", "publisher"],
};

/** Classic BibTeX: kinds and fields that its styles know, year and month. */
function toBibtex(item: CslItem): string {
  const [wanted = "misc", ...needs] = CLASSIC_KINDS[item.type] ?? [];
  const kind = item.issued && needs.every((field) => item[field]) ? wanted : "misc";
  const [year, month, day] = isoDate(item.issued).split("-");
  const text = (value: string | undefined) => value && field(value);
  const people = (names: readonly Name[] | undefined) => names && bibtexPeople(names.map((name) => ({ name })));
  const container = item["container-title"] && verbatim(item["container-title"]);
  const publisher = item.publisher && verbatim(item.publisher);
  return bibtexEntry(kind, item.id, [
    ["author", people(item.author)],
    ["editor", people(item.editor)],
    // What has neither is sorted by this.
    ["key", item.author || item.editor ? undefined : text(item.title)],
    ["title", verbatim(item.title)],
    [kind === "article" ? "journal" : kind === "incollection" ? "booktitle" : "howpublished", container],
    ["series", text(item["collection-title"])],
    ["type", text(item.genre)],
    ["volume", text(item.volume)],
    ["number", text(item.issue ?? item.number)],
    ["pages", item.page && field(item.page.replace(/[-–]/u, "--"))],
    [kind === "techreport" ? "institution" : "publisher", publisher],
    ["address", text(item["publisher-place"])],
    ["isbn", text(item.ISBN)],
    ["doi", item.DOI && `{${item.DOI}}`],
    ["year", year && `{${year}}`],
    ["month", month && MONTHS[Number(month) - 1]],
    ["day", day && `{${Number(day)}}`],
    ["url", item.URL && `{${item.URL}}`],
    ["urldate", item.accessed && `{${isoDate(item.accessed)}}`],
    ["language", text(item.language)],
    ["note", text(item.note)],
  ]);
}

/** Fields of BibLaTeX that not every kind has: the kinds that do. */
const FIELDS_OF_KINDS: Readonly<Record<string, readonly string[]>> = {
  publisher: ["book", "inbook"],
  location: ["book", "inbook", "report", "misc", "unpublished"],
  series: ["book", "inbook", "article", "report"],
  volume: ["book", "inbook", "article"],
  number: ["book", "inbook", "article", "report"],
  pages: ["book", "inbook", "article", "report"],
  isbn: ["book", "inbook"],
  type: ["report", "misc", "unpublished"],
};

function toBiblatex(item: CslItem): string {
  const [wanted] = KINDS[item.type] ?? ["online"];
  // What lacks a field that its kind has to have is of a kind that needs none.
  const isSigned = item.author !== undefined && item.issued !== undefined;
  const isOnline = item.URL !== undefined || item.DOI !== undefined;
  const isWhole = (wanted !== "online" || isOnline) && (wanted !== "report" || item.genre !== undefined);
  const kind = !isSigned ? "misc" : isWhole ? wanted : wanted === "report" && isOnline ? "online" : "misc";
  const text = (value: string | undefined) => value && field(value);
  const of = (name: string, value: string | undefined) =>
    [name, FIELDS_OF_KINDS[name]?.includes(kind) === false ? undefined : value] as const;
  const people = (names: readonly Name[] | undefined) => names && bibtexPeople(names.map((name) => ({ name })));
  const container = item["container-title"] && verbatim(item["container-title"]);
  const publisher = item.publisher && verbatim(item.publisher);
  const isIn = kind === "article" || kind === "inbook";
  // In a list of names in BibLaTeX one is parted from the next by the word.
  const organizations = [...new Set([isIn ? undefined : container, publisher])].filter((name) => name).join(" and ");
  const event = [item["event-title"], item["event-place"]].filter(Boolean).join(", ");
  return bibtexEntry(kind, item.id, [
    ["author", people(item.author)],
    ["editor", people(item.editor)],
    ["title", verbatim(item.title)],
    [kind === "article" ? "journaltitle" : "booktitle", isIn ? container : undefined],
    of("series", text(item["collection-title"])),
    ["howpublished", kind === "misc" || kind === "unpublished" ? text(event || undefined) : undefined],
    of("type", text(item.genre)),
    of("volume", text(item.volume)),
    of("number", text(item.issue ?? item.number)),
    of("pages", item.page && field(item.page.replace(/[-–]/u, "--"))),
    of("publisher", publisher),
    [
      kind === "report" ? "institution" : "organization",
      ["article", "book", "inbook", "unpublished"].includes(kind) ? undefined : organizations && `{${organizations}}`,
    ],
    of("location", text(item["publisher-place"])),
    of("isbn", text(item.ISBN)),
    ["doi", item.DOI && `{${item.DOI}}`],
    // Every kind has to have one; so EDTF says that it is not known (ISO 8601-2), which biber takes for no date.
    ["date", field(isoDate(item.issued) || "XXXX")],
    ["url", item.URL && `{${item.URL}}`],
    ["urldate", item.URL && item.accessed && `{${isoDate(item.accessed)}}`],
    ["language", babelName(item.language)],
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
