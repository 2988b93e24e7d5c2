import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { Nodes, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import { FALLBACK_LANGUAGE } from "../essay/language.ts";
import { citationText } from "../markdown/write-section.ts";
import { type CslItem, referenceSchema } from "../schemas/references.ts";
import { decodeText } from "./encoding.ts";
import { excerpt, type Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import { languageOfTitle } from "./language.ts";

type Item = Record<string, unknown>;

/**
 * Reads sources: BibTeX, RIS or CSL-JSON, by the file's name and its first characters.
 *
 * @returns items of CSL-JSON, as the file has them
 * @throws {ImportError} where it is none of these
 */
export function readBibliography(bytes: Uint8Array, file: string): Item[] {
  const text = decodeText(bytes, file).text.trim();
  const wrong = (what: string) =>
    new ImportError(file, what, "Export the sources again as BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).");
  if (text === "") return [];
  try {
    if (/\.json$/iu.test(file)) {
      const parsed = JSON.parse(text) as unknown;
      const items = Array.isArray(parsed) ? parsed : ((parsed as { items?: unknown }).items ?? [parsed]);
      if (!Array.isArray(items) || !items.every((item) => item && typeof item === "object" && "type" in item))
        throw new Error("no items");
      return items as Item[];
    }
    const isRis = /\.ris$/iu.test(file) || /^TY {2}- /mu.test(text);
    // The kind is said, so that a text which is an address is not fetched.
    const items = plugins.input.chain(text.replaceAll(/\r\n?/gu, "\n"), {
      forceType: isRis ? "@ris/file" : "@bibtex/text",
    }) as Item[];
    // The library gives a source that it cannot read a number of its own for an id.
    if (items.length === 0) throw new Error("no items");
    return isRis ? items.map((item, index) => ({ ...item, id: risId(text, index) ?? item["id"] })) : items;
  } catch {
    throw wrong("holds no sources that could be read");
  }
}

function risId(text: string, index: number): string | undefined {
  const record = text.split(/^ER {2}-.*$/mu)[index] ?? "";
  return /^ID {2}- (?<id>.+)$/mu.exec(record)?.groups?.["id"]?.trim();
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

function prepare(
  item: Item,
  { findings, language, around }: { findings: Findings; language: string; around: string },
): CslItem | undefined {
  const place = `source ${String(item["id"])}`;
  const lost: string[] = [];
  const result: Item = { id: item["id"] };
  const title = text(item["title"]) ?? text(item["container-title"]);
  if (!title) {
    findings.open.push({ place, text: "it has no title, so it was left out of references.json" });
    return undefined;
  }
  const type = String(item["type"] ?? "document");
  result["type"] = referenceSchema.shape.type.safeParse(type).success ? type : (NEAREST_TYPE[type] ?? "document");
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
  const known = text(item["language"]);
  result["language"] =
    known && known.length >= 2
      ? known
      : (languageOfTitle(title, language, around) ??
        (/^[\p{ASCII}\p{sc=Latin}\p{P}\s]*$/u.test(title) ? FALLBACK_LANGUAGE : language));
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
    const parts = (value as { "date-parts"?: unknown[][] })["date-parts"]?.[0]
      ?.map(Number)
      .filter((part) => !Number.isNaN(part));
    if (parts && parts.length > 0) return { "date-parts": [parts] };
    const raw = text((value as { raw?: unknown; literal?: unknown }).raw ?? (value as { literal?: unknown }).literal);
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
