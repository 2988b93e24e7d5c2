import type { Heading, Nodes, Root } from "mdast";
import { letters } from "../../essay/text-hash.ts";
import { counted, excerpt, type Findings } from "../findings.ts";
import { isSourcesTitle } from "../lines/headings.ts";
import { parseName } from "../names.ts";
import { wordsOf } from "../plain-words.ts";
import { nameOfJapanese, SlugMaker } from "../slugs.ts";
import { readReference } from "./read-reference.ts";
import { ITALIC, ITALIC_END } from "./reference-text.ts";

type Item = Record<string, unknown>;

/** More entries that could not be read than the report names one by one. */
const MOST_NAMED = 40;

/**
 * Reads the lists of sources of a text, each entry of which stays among its words.
 *
 * @param known sources that are there already: what a list says again of one is not read
 * @returns items of CSL-JSON for the entries of which every word is certain; the others are told as open
 */
export async function proposeReferences(
  tree: Root,
  known: readonly Item[],
  { findings, language }: { findings: Findings; language: string },
): Promise<Item[]> {
  const titles = new Set(known.map((item) => letters(String(item["title"] ?? ""))));
  const ids = new SlugMaker(language);
  for (const { id } of known) ids.keep(String(id));
  const proposed: Item[] = [];
  let count = 0;
  for (const { title, entries } of listsOfSources(tree)) {
    const unread: string[] = [];
    const all = ditto(entries);
    for (const [index, words] of all.entries()) {
      count += 1;
      const read = readReference(words);
      const said = wordsWithoutSigns(words);
      if (!read) {
        unread.push(`${index + 1}. ${excerpt(said, 90)}`);
        continue;
      }
      const { item, confidence } = read;
      if (titles.has(letters(String(item["title"])))) continue;
      const answer = findings.decide({
        key: `source ${count}`,
        place: `${title}, ${index + 1}`,
        text: said,
        taken: "source",
        confidence,
        answers: ["source", "words"],
      });
      if (answer !== "source") continue;
      titles.add(letters(String(item["title"])));
      proposed.push(await withNames(item, ids));
    }
    // What is headed “Sources” may tell of them in sentences.
    const isProse = unread.length === all.length && all.filter((words) => /\d{4}/u.test(words)).length * 2 < all.length;
    if (unread.length === 0 || isProse) continue;
    findings.open.push({
      place: title,
      text: `of ${counted(all.length, "source", "sources")} ${unread.length} could not be read for certain and ${unread.length === 1 ? "stands" : "stand"} as words alone: give ${unread.length === 1 ? "it" : "them"} as .bib, .ris or CSL-JSON beside the manuscript to have ${unread.length === 1 ? "it" : "them"} in references.json`,
    });
    for (const entry of unread.slice(0, MOST_NAMED)) findings.open.push({ place: title, text: entry });
  }
  if (proposed.length > 0) findings.count("sources read from their list", proposed.length);
  return proposed;
}

interface SourceList {
  readonly title: string;
  readonly entries: readonly string[];
}

/** What stands below the headings of lists of sources, with what is in italics between signs. */
function listsOfSources(tree: Root): SourceList[] {
  const lists: { title: string; entries: string[] }[] = [];
  let open: { heading: Heading; list: { title: string; entries: string[] } } | undefined;
  for (const node of tree.children) {
    if (node.type === "heading") {
      // Parts of the list have headings of their own: “Primary sources”.
      if (open && node.depth > open.heading.depth) continue;
      const title = wordsOf(node).trim();
      open = isSourcesTitle(title) ? { heading: node, list: { title, entries: [] } } : undefined;
      if (open) lists.push(open.list);
      continue;
    }
    if (node.type === "paragraph") open?.list.entries.push(withSigns(node));
    if (node.type === "list") for (const item of node.children) open?.list.entries.push(withSigns(item));
  }
  return lists.filter(({ entries }) => entries.length > 0);
}

/** Where journals lead from an entry; none of its words. */
const SERVICE =
  /^[[(]?(?:google scholar|crossref|pubmed(?: central)?|pmc|medline|web of science|scopus|view (?:article|record)|(?:free )?full text|article|cinii(?: research)?|j-stage|jairo|ndl|worldcat|mathscinet|ads|cas)[\])]?$/iu;

function withSigns(node: Nodes): string {
  if (node.type === "link" && SERVICE.test(wordsOf(node).trim())) return "";
  const isItalic =
    node.type === "emphasis" || (node.type === "mdxJsxTextElement" && /^(?:i|em|cite)$/u.test(node.name ?? ""));
  if (isItalic) return `${ITALIC}${node.children.map(withSigns).join("")}${ITALIC_END}`;
  if (node.type === "footnoteReference" || node.type === "image") return "";
  return "children" in node && !("name" in node)
    ? node.children.map((one) => withSigns(one as Nodes)).join("")
    : wordsOf(node);
}

const wordsWithoutSigns = (words: string): string =>
  words
    .replaceAll(new RegExp(`[${ITALIC}${ITALIC_END}]`, "gu"), "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** A line in the place of a name says that it is the one before. */
function ditto(entries: readonly string[]): string[] {
  let names = "";
  return entries.map((entry) => {
    const line = /^(?:[―—–‐－─-]{2,}|——|———)[.,、：:\s]*/u.exec(entry);
    if (line && names) return `${names}${entry.slice(line[0].length)}`;
    names =
      /^(?<names>[^「『“"(（\d\uFDD7]{2,80}?[.、,：:\s]*)(?=[「『“"(（\d\uFDD7])/u.exec(entry)?.groups?.["names"] ?? "";
    return entry;
  });
}

/** Parts the names that their own language's dictionary can part, and gives the item an id of author and year. */
async function withNames(item: Item, ids: SlugMaker): Promise<Item> {
  const result: Item = { ...item };
  for (const key of ["author", "editor"]) {
    const names = item[key];
    if (!Array.isArray(names)) continue;
    result[key] = await Promise.all(
      (names as { literal?: string }[]).map(async (name) => {
        if (name.literal === undefined) return name;
        const parted = await nameOfJapanese(name.literal);
        return parted ? parseName(parted) : name;
      }),
    );
  }
  return giveId(result, ids);
}

/** Gives an item that has no key an id of its author and year. */
async function giveId(item: Item, ids: SlugMaker): Promise<Item> {
  const [first] = (item["author"] ?? item["editor"] ?? []) as { family?: string; literal?: string }[];
  const year = (item["issued"] as { "date-parts"?: unknown[][] } | undefined)?.["date-parts"]?.[0]?.[0];
  const name = first?.family ?? first?.literal ?? String(item["title"] ?? "");
  return { ...item, id: await ids.make([name, year ?? ""].join(" "), "source") };
}

/** @returns the items with an id each: a program's list has numbers of its own, which name nothing */
export async function withIds(items: readonly Item[], language: string): Promise<Item[]> {
  const ids = new SlugMaker(language);
  for (const { id } of items) if (id) ids.keep(String(id));
  return Promise.all(items.map((item) => (item["id"] ? item : giveId(item, ids))));
}
