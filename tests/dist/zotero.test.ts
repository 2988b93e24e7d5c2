import assert from "node:assert/strict";
import { it } from "node:test";
import { attribute } from "../../src/checks/html/page.ts";
import { allRecords, type CitationRecord, earlierRecords } from "../../src/citation/record.ts";
import { addressOf, builtFile, builtPages, settings } from "../support/built-site.ts";
import { editionsIn, essayIn } from "../support/essays.ts";
import { elements, type ParsedPage } from "../support/site.ts";

/* What reference managers take from a page. Zotero reads its COinS before all tags; the rules below are those by which it
   does: the format decides on the kind, a body is a body by `rft.aucorp` alone. */

interface Saved {
  kind?: "bookSection" | "journalArticle" | "webpage" | undefined;
  title?: string;
  inTitle?: string;
  readonly bodies: string[];
  readonly people: string[];
  readonly fields: Record<string, string>;
}

const FORMATS: Readonly<Record<string, NonNullable<Saved["kind"]>>> = {
  "info:ofi/fmt:kev:mtx:book": "bookSection",
  "info:ofi/fmt:kev:mtx:journal": "journalArticle",
  "info:ofi/fmt:kev:mtx:dc": "webpage",
};

function saved(coins: string): Saved {
  const item: Saved = { bodies: [], people: [], fields: {} };
  for (const pair of coins.split("&")) {
    // A second sign of equality would cut a value short.
    const [key = "", encoded = "", ...more] = pair.split("=");
    assert.deepEqual(more, [], pair);
    const value = decodeURIComponent(encoded.replaceAll(/\+|%2[bB]/gu, " "));
    if (key === "rft_val_fmt") item.kind = FORMATS[value];
    else if (key === "rft.atitle" || (key === "rft.title" && item.kind === "webpage")) item.title = value;
    else if (key === "rft.btitle" || key === "rft.jtitle") item.inTitle = value;
    else if (key === "rft.aucorp") item.bodies.push(value);
    else if (key === "rft.au" || key === "rft.creator") item.people.push(value);
    else if (/^(rft_id|rft\.identifier)$/u.test(key) && /^https?:/u.test(value)) item.fields["url"] = value;
    else item.fields[key.replace(/^rft\./u, "")] = value;
  }
  return item;
}

const coinsOf = ({ tree }: ParsedPage): string[] =>
  elements(tree, ({ properties: { className } }) => Array.isArray(className) && className.includes("Z3988")).map(
    (element) => attribute(element, "title") ?? "",
  );

const { essay } = await essayIn(settings.essayDirectory);
const site = { origin: settings.siteUrl, basePath: settings.basePath };
const records = allRecords(essay, site);
const { earlier } = await editionsIn(settings.essayDirectory);
const ofEarlier = new Map(
  earlier.flatMap((edition) => earlierRecords(edition.essay, site)).map((record) => [record.url, record]),
);
const whole = (language: string) => records.find((record) => !record.work && record.language === language);
const part = (language: string, name: string) =>
  records.find((record) => record.work && record.language === language && record.name === name);

/** The record that each kind of page is to be saved as; pages of no kind here are saved by their title alone. */
function wanted(path: string): CitationRecord | undefined {
  const [first = "", second = "", third = ""] = path.split("/").slice(1);
  if (first === "parallel") {
    const [lead] = third.split("-");
    return part(lead || (essay.languages[0] ?? ""), second);
  }
  if (second === "") return whole(first);
  const isEarlier = earlier.some(({ edition }) => edition.version === second);
  if (isEarlier) return ofEarlier.get(addressOf(path));
  return part(first, second) ?? (["full", "notes"].includes(second) && third === "" ? whole(first) : undefined);
}

it("every kind of page is saved as what it is, by whom, of when, in what, under which licence", () => {
  const kinds = new Set<string>();
  for (const page of builtPages) {
    const record = wanted(page.path);
    const [coins, ...others] = coinsOf(page);
    assert.deepEqual(others, [], page.path);
    if (!record) {
      assert.equal(coins, undefined, page.path);
      continue;
    }
    if (ofEarlier.has(record.url)) kinds.add(record.work ? "earlier section" : "earlier whole");
    else kinds.add(page.path.startsWith("/parallel/") ? "parallel" : record.work ? record.name : page.path);
    const item = saved(coins ?? "");
    assert.equal(item.kind, record.work ? "bookSection" : record.container ? "journalArticle" : "webpage", page.path);
    assert.equal(item.title, record.title, page.path);
    assert.equal(item.inTitle, record.work?.title ?? record.container?.title, page.path);
    const bodies = record.authors.flatMap(({ name }) => ("literal" in name ? [name.literal] : []));
    assert.deepEqual(item.bodies, bodies, page.path);
    assert.equal(item.people.length, record.authors.length - bodies.length, page.path);
    const { fields } = item;
    assert.equal(fields["date"], record.date, page.path);
    assert.equal(fields["url"], record.url, page.path);
    assert.equal(fields["language"], record.language, page.path);
    // A body that publishes its own words is named once.
    const isAuthor = bodies.includes(record.publisher ?? "");
    assert.equal(fields["publisher"], isAuthor ? undefined : record.publisher, page.path);
    assert.equal(fields["edition"], record.work && record.version, page.path);
    assert.equal(fields["rights"], record.licence?.url ?? record.licence?.name, page.path);
    assert.equal(fields["description"], record.abstract ?? record.description, page.path);
  }
  for (const kind of [
    "parallel",
    "earlier section",
    "earlier whole",
    "timeline",
    "glossary",
    "/ja/",
    "/ja/full/",
    "/ja/notes/",
  ])
    assert.ok(kinds.has(kind), kind);
});

it("nobody but the authors is an author in the files that Zotero imports", () => {
  for (const { files, authors } of records) {
    const route = files["csl.json"].slice(addressOf("/").length);
    const [item] = JSON.parse(builtFile(route)) as [Readonly<Record<string, unknown>>];
    assert.equal((item["author"] as unknown[]).length, authors.length);
    // It takes these for authors, and the first of an item that has none.
    for (const key of Object.keys(item)) assert.doesNotMatch(key, /^(original|container|reviewed|collection)-author$/u);
  }
});

it("the article’s tags for search engines stand on the page that has its text, and name that page", () => {
  for (const page of builtPages) {
    const tags = elements(page.tree, ({ tagName }) => tagName === "meta");
    const of = (name: string) => tags.find((tag) => attribute(tag, "name") === name);
    const url = of("citation_fulltext_html_url");
    if (!url) {
      assert.equal(of("citation_title"), undefined, page.path);
      continue;
    }
    assert.equal(attribute(url, "content"), addressOf(page.path));
    const record = wanted(page.path);
    const abstract = of("citation_abstract");
    assert.equal(abstract && attribute(abstract, "content"), record?.abstract ?? record?.description, page.path);
  }
});
