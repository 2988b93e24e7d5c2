import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { Nodes, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import { citationText } from "../markdown/write-section.ts";
import { type CslItem, referenceSchema } from "../schemas/references.ts";
import { decodeText } from "./encoding.ts";
import { excerpt, Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import { languageOfSource, likelyLanguage, SOURCE_LANGUAGES, tagOfLanguage } from "./language.ts";
import { kindOf } from "./sources/read-reference.ts";

type Item = Record<string, unknown>;

/**
 * Reads sources: BibTeX, RIS or CSL-JSON, by the file's name and its first characters.
 *
 * @param findings is told of entries that could not be read; the others are taken
 * @returns items of CSL-JSON, as the file has them
 * @throws {ImportError} where it is none of these
 */
export function readBibliography(bytes: Uint8Array, file: string, findings: Findings = new Findings()): Item[] {
  const text = decodeText(bytes, file).text.trim();
  const wrong = (what: string) =>
    new ImportError(file, what, "Export the sources again as BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).");
  if (text === "") return [];
  try {
    if (/\.json$/iu.test(file)) {
      const parsed = JSON.parse(text) as unknown;
      const items = Array.isArray(parsed) ? parsed : ((parsed as { items?: unknown }).items ?? [parsed]);
      if (!Array.isArray(items) || items.length === 0 || !items.every(isItem)) throw new Error("no items");
      return items;
    }
    const isRis = /\.ris$/iu.test(file) || /^TY {2}- /mu.test(text);
    const source = text.replaceAll(/\r\n?/gu, "\n");
    const items = isRis ? readRis(source) : readBibtex(source, file, findings);
    if (items.length === 0) throw new Error("no items");
    return items;
  } catch {
    throw wrong("holds no sources that could be read");
  }
}

/** Programs leave the kind out of items, and some have no title; what has none of these keys is no source. */
const isItem = (item: unknown): item is Item =>
  typeof item === "object" &&
  item !== null &&
  ["type", "title", "container-title", "author", "issued", "DOI", "URL"].some((key) => key in item);

/** The kind is said, so that a text which is an address is not fetched. */
const parse = (text: string, kind: "@ris/file" | "@bibtex/text" | "@biblatex/text"): Item[] =>
  plugins.input.chain(text, { forceType: kind }) as Item[];

function readRis(text: string): Item[] {
  const records = text.split(/^ER {2}-.*$/mu);
  return parse(text, "@ris/file").map((read, index) => {
    // Of a kind that it does not know, the library reads neither names nor publisher.
    const record = records[index] ?? "";
    const item =
      read["type"] === undefined
        ? { ...parse(`${record.trim().replace(/^TY {2}-.*$/mu, "TY  - GEN")}\nER  - `, "@ris/file")[0] }
        : read;
    const field = (tags: string): string | undefined =>
      new RegExp(`^(?:${tags}) {2}- (?<value>.+)$`, "mu").exec(record)?.groups?.["value"]?.trim();
    const year = field("PY|Y1|DA|Y2");
    const title = field("TI|T1|CT|BT");
    return {
      ...item,
      // The library gives a source that it cannot read a number of its own for an id, and knows not all kinds.
      id: field("ID") ?? item["id"],
      ...(item["title"] === undefined && title !== undefined && { title }),
      ...(item["issued"] === undefined && year !== undefined && { issued: { raw: year } }),
    };
  });
}

/** Letters that TeX has commands for, which the library reads inside braces of their own alone. */
const LETTERS: Readonly<Record<string, string>> = {
  AA: "Å",
  aa: "å",
  AE: "Æ",
  ae: "æ",
  OE: "Œ",
  oe: "œ",
  O: "Ø",
  o: "ø",
  L: "Ł",
  l: "ł",
  DH: "Ð",
  dh: "ð",
  DJ: "Đ",
  dj: "đ",
  TH: "Þ",
  th: "þ",
  NG: "Ŋ",
  ng: "ŋ",
  ss: "ß",
};
const LETTER = new RegExp(
  `\\{\\\\(${Object.keys(LETTERS).join("|")})\\s*\\}|\\\\(${Object.keys(LETTERS).join("|")})(?:\\{\\}|[ \\t]+|(?![A-Za-z]))`,
  "gu",
);
/** Fields and kinds that BibLaTeX has and BibTeX has not. */
const BIBLATEX =
  /^\s*(?:date|urldate|journaltitle|location|institution|maintitle|booksubtitle|subtitle|eprinttype|langid)\s*=|^\s*@(?:online|thesis|report|mvbook|mvcollection|collection|inreference|reference|dataset|software)\s*\{/imu;

/** The library does not read the field in which BibLaTeX names an entry's language. */
const LANGID = /^\s*(?:langid|hyphenation)\s*=\s*[{"]?(?<name>[A-Za-z-]+)/imu;

function readBibtex(source: string, file: string, findings: Findings): Item[] {
  const languages = new Map<string, string>();
  for (const entry of source.split(/(?=^[ \t]*@)/mu)) {
    const key = /^[ \t]*@\w+\s*[{(]\s*(?<key>[^\s,]+)/u.exec(entry)?.groups?.["key"];
    const name = LANGID.exec(entry.replaceAll(/,\s*(?=\w+\s*=)/gu, ",\n"))?.groups?.["name"];
    if (key && name) languages.set(key, name);
  }
  return readEntries(source, file, findings).map((item) => {
    const name = languages.get(String(item["id"]));
    return name === undefined ? item : { ...item, language: name };
  });
}

function readEntries(source: string, file: string, findings: Findings): Item[] {
  const text = source
    .replaceAll(LETTER, (_whole, braced?: string, bare?: string) => LETTERS[braced ?? bare ?? ""] ?? "")
    // An accent over a letter that has a dot of its own replaces it.
    .replaceAll(/(\\[`'^"~=.]\s*)(?:\{\\i\}|\\i(?![A-Za-z])(?:\{\})?)/gu, "$1{i}")
    .replaceAll(/(\\[`'^"~=.]\s*)\{\s*\\i\s*\}/gu, "$1{i}");
  const others = source.match(/\band\s+others\b/gu)?.length ?? 0;
  if (others > 0)
    findings.leftOut.push({ place: file, text: `“and others” in ${others} lists of names: no person is named so` });
  const kind = BIBLATEX.test(text) ? "@biblatex/text" : "@bibtex/text";
  try {
    return parse(text, kind).map(withoutOthers);
  } catch {
    // One entry that cannot be read takes the whole file with it: the others are read without it.
    const blocks = text.split(/(?=^[ \t]*@)/mu);
    const isEntry = (block: string): boolean => /^[ \t]*@(?!string|preamble|comment)\w+\s*[{(]/iu.test(block);
    const shared = blocks.filter((block) => /^[ \t]*@string/iu.test(block)).join("");
    const good = blocks.filter((block) => {
      if (!isEntry(block)) return false;
      try {
        return parse(shared + block, kind).length > 0;
      } catch {
        findings.open.push({ place: file, text: `a source that could not be read: “${excerpt(block, 100)}”` });
        return false;
      }
    });
    return good.length === 0 ? [] : parse(shared + good.join("\n"), kind).map(withoutOthers);
  }
}

/** “and others” is no person. */
function withoutOthers(item: Item): Item {
  const named = Object.entries(item).map(([key, value]): [string, unknown] => [
    key,
    ["author", "editor", "translator"].includes(key) && Array.isArray(value)
      ? value.filter((one: Record<string, unknown>) => one["family"] !== "others" || one["given"] !== undefined)
      : value,
  ]);
  return Object.fromEntries(named);
}

/** Kinds of sources for which this site has no word of its own, and the nearest that it has. */
const NEAREST_TYPE: Readonly<Record<string, CslItem["type"]>> = {
  "article-magazine": "article-newspaper",
  "paper-conference": "chapter",
  "entry-dictionary": "chapter",
  "entry-encyclopedia": "chapter",
  entry: "chapter",
  post: "post-weblog",
  song: "broadcast",
  motion_picture: "broadcast",
  thesis: "manuscript",
  pamphlet: "report",
  personal_communication: "document",
  review: "article-journal",
  "review-book": "article-journal",
  classic: "book",
  collection: "book",
  periodical: "article-journal",
  standard: "report",
  hearing: "legal_case",
};

/**
 * Gives the sources the form of `references.json`, and the citations in the text their ids. What the form has no place
 * for is told.
 *
 * @param tree the text, in which Pandoc's citations are marked as the essay's own
 */
export function prepareReferences(
  items: readonly Item[],
  tree: Root,
  findings: Findings,
  language: string,
): PreparedReferences {
  const ids = new Map<string, string>();
  const prepared: CslItem[] = [];
  const around = items.map((item) => JSON.stringify(item)).join("\n");
  for (const item of items) {
    const key = String(item["id"] ?? item["citation-key"] ?? "");
    if (key !== "" && ids.has(key)) continue;
    const id = freeId(key, item, new Set(ids.values()));
    const made = prepare({ ...item, id }, { findings, language, around });
    if (!made) continue;
    ids.set(key || id, id);
    if (key !== "" && key !== id) findings.count("keys of sources written as ids");
    prepared.push(made);
  }
  markCitations(tree, ids, findings);
  findings.count("sources", prepared.length);
  return {
    items: prepared,
    rename: (words) => words.replaceAll(KEY, (whole, key: string) => (ids.has(key) ? `@${ids.get(key)}` : whole)),
  };
}

/** Sources as `references.json` has them. */
export interface PreparedReferences {
  readonly items: readonly CslItem[];
  /** Gives the keys of known sources in a text their ids. */
  readonly rename: (words: string) => string;
}

function freeId(key: string, item: Item, taken: ReadonlySet<string>): string {
  const authors = item["author"];
  const [first] = Array.isArray(authors) ? (authors as { family?: string; literal?: string }[]) : [];
  const made = key || [first?.family ?? first?.literal ?? "source", yearOf(item) ?? ""].join("-");
  const slug = made
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, "-")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  const stem = /^[a-z]/u.test(slug) ? slug : `source${slug ? `-${slug}` : ""}`;
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}

const yearOf = (item: Item): number | undefined => {
  const parts = (item["issued"] as { "date-parts"?: unknown[][] } | undefined)?.["date-parts"]?.[0]?.[0];
  return parts === undefined ? undefined : Number(parts);
};

const isKind = (type: string): boolean => referenceSchema.shape.type.safeParse(type).success;

/** A source that says no kind is of the one that its other fields tell. */
const likelyKind = (item: Item, title: string, findings: Findings): string =>
  findings.decide({
    key: `kind ${String(item["id"])}`,
    place: `source ${String(item["id"])}`,
    text: title,
    taken: kindOf(item),
    confidence: 0.8,
    answers: referenceSchema.shape.type.options,
  });

/** The language that a source names, that its words tell, or that a person is asked for. */
function sourceLanguage(item: Item, title: string, { findings, language, around }: PreparedWith): string {
  const named = text(item["language"]);
  const tag = named === undefined ? undefined : tagOfLanguage(named);
  const told =
    tag ??
    languageOfSource(
      {
        title,
        container: text(item["container-title"]),
        place: text(item["publisher-place"]),
        publisher: text(item["publisher"]),
      },
      language,
      around,
    );
  if (told !== undefined) return told;
  const likely = likelyLanguage(title, language);
  const key = `language ${String(item["id"])}`;
  const answer = tagOfLanguage(findings.answer(key, title) ?? "");
  return findings.decide({
    key,
    place: `source ${String(item["id"])}`,
    text: title,
    taken: likely.language,
    confidence: likely.confidence,
    answers: [...new Set([likely.language, ...(answer ? [answer] : []), ...SOURCE_LANGUAGES])],
  });
}

interface PreparedWith {
  readonly findings: Findings;
  /** BCP 47 tag of the essay. */
  readonly language: string;
  /** Words of all the sources. */
  readonly around: string;
}

function prepare(item: Item, { findings, language, around }: PreparedWith): CslItem | undefined {
  const place = `source ${String(item["id"])}`;
  const lost: string[] = [];
  const result: Item = { id: item["id"] };
  const title = text(item["title"]) ?? text(item["container-title"]);
  if (!title) {
    findings.open.push({ place, text: "it has no title, so it was left out of references.json" });
    return undefined;
  }
  const type = item["type"] === undefined ? likelyKind(item, title, findings) : String(item["type"]);
  result["type"] = isKind(type) ? type : (NEAREST_TYPE[type] ?? "document");
  if (result["type"] !== type)
    findings.leftOut.push({ place, text: `its kind “${type}” is written as “${String(result["type"])}”` });
  result["title"] = title;
  for (const key of Object.keys(referenceSchema.shape)) {
    if (key in result || item[key] === undefined || item[key] === null || item[key] === "") continue;
    const value = convert(key, item[key]);
    if (
      value !== undefined &&
      referenceSchema.shape[key as keyof typeof referenceSchema.shape].safeParse(value).success
    )
      result[key] = value;
    else lost.push(key);
  }
  result["language"] = sourceLanguage(item, title, { findings, language, around });
  const IGNORED = new Set([
    "citation-key",
    "citation-label",
    "_graph",
    "abstract",
    "keyword",
    "source",
    "custom",
    "categories",
    "journalAbbreviation",
    "shortTitle",
    "title-short",
    "container-title-short",
    "note-short",
    "system_id",
    "id",
  ]);
  for (const key of Object.keys(item)) if (!(key in referenceSchema.shape) && !IGNORED.has(key)) lost.push(key);
  if (lost.length > 0) findings.leftOut.push({ place, text: `“${excerpt(title)}”: no place for ${lost.join(", ")}` });
  const checked = referenceSchema.safeParse(result);
  if (checked.success) return checked.data;
  findings.open.push({
    place,
    text: `“${excerpt(title)}” could not be read: ${checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
  });
  return undefined;
}

/** @returns a text without the tags that programs leave in titles */
const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
        .replaceAll(/<\/?(?:i|b|sup|sub|span|sc|nocase)\b[^>]*>/gu, "")
        .replaceAll(/\s+/gu, " ")
        .trim() || undefined
    : undefined;

function convert(key: string, value: unknown): unknown {
  if (["author", "editor", "translator"].includes(key)) {
    const names = (Array.isArray(value) ? value : []).flatMap((one: Record<string, unknown>) => {
      const kept = Object.fromEntries(
        ["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"].flatMap((part) =>
          text(one[part]) ? [[part, text(one[part])]] : [],
        ),
      );
      if ("literal" in kept) return [{ literal: kept["literal"] }];
      // A body's name has no other parts.
      if ("family" in kept && Object.keys(kept).length === 1 && /\s/u.test(kept["family"] ?? ""))
        return [{ literal: kept["family"] }];
      if ("family" in kept) return [kept];
      return "given" in kept ? [{ literal: kept["given"] }] : [];
    });
    return names.length > 0 ? names : undefined;
  }
  if (["issued", "accessed", "event-date", "original-date"].includes(key)) {
    // Pandoc's authors write a date as text, or as a list of its parts.
    const [date] = [value].flat() as [Record<string, unknown>];
    const inParts = (date["date-parts"] as unknown[][] | undefined)?.[0] ?? [date["year"], date["month"], date["day"]];
    const parts = inParts.filter((part) => part !== undefined).map(Number);
    if (parts.length > 0 && !parts.some(Number.isNaN)) return { "date-parts": [parts] };
    const raw = text(date) ?? text(date["raw"] ?? date["literal"]);
    const found = raw && /(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/u.exec(raw);
    return found ? { "date-parts": [found.slice(1).filter(Boolean).map(Number)] } : undefined;
  }
  return text(value);
}

/** `[@key]`, `[@key, p. 9]`, `[see @a; @b]` and `@key [p. 9]`, as Pandoc writes citations. */
const CITATION =
  /\[[^[\]]*?-?@[^[\]]+\]|(?<![\p{L}\p{N}])-?@\{?[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]\}?(?:\s\[[^[\]]+\])?/gu;
const KEY = /@\{?(?<key>[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)\}?/gu;

/** Tells the citations of known sources from brackets that are the author's words. */
function markCitations(tree: Root, ids: ReadonlyMap<string, string>, findings: Findings): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("@")) return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(CITATION)) {
      const keys = [...match[0].matchAll(KEY)].map(({ groups }) => groups?.["key"] ?? "");
      const known = keys.filter((key) => ids.has(key));
      if (known.length === 0) {
        if (match[0].startsWith("["))
          findings.open.push({
            place: `citation ${excerpt(match[0])}`,
            text: "its source is not among those that were given; it stands as words",
          });
        continue;
      }
      if (match.index > end) parts.push({ type: "text", value: node.value.slice(end, match.index) });
      parts.push(
        citationText(match[0].replaceAll(KEY, (whole, key: string) => (ids.has(key) ? `@${ids.get(key)}` : whole))),
      );
      findings.count("citations", known.length);
      end = match.index + match[0].length;
    }
    if (parts.length === 0) return undefined;
    if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
    (parent as { children: Nodes[] }).children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}
