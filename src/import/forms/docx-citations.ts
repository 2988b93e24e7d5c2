import { parseName } from "../names.ts";
import { child, descendants, elements, parseXml, type XmlElement } from "./xml.ts";

type Item = Record<string, unknown>;

/**
 * The sources that a reference manager has left in a Word file: CSL-JSON in the fields of Zotero and Mendeley, the records
 * in EndNote's, and Word's own list of sources.
 *
 * @param parts the text, the notes, and the custom parts, as XML
 * @returns items of CSL-JSON, each once
 */
export function citedItems(parts: readonly string[]): Item[] {
  const items = new Map<string, Item>();
  for (const xml of parts) {
    if (!/CSL_CITATION|MENDELEY_CITATION|EN\.CITE|officeDocument\/2006\/bibliography/u.test(xml)) continue;
    const { documentElement } = parseXml(xml);
    const found = /officeDocument\/2006\/bibliography/u.test(xml)
      ? wordSources(documentElement)
      : [
          ...fieldCodes(documentElement).flatMap((code) => [...cslOf(code), ...endNoteOf(code)]),
          ...mendeleyOf(documentElement),
        ];
    for (const item of found) {
      const key = `${String(item["title"])} ${JSON.stringify(item["issued"])} ${JSON.stringify(item["author"])}`;
      if (!items.has(key)) items.set(key, item);
    }
  }
  return [...items.values()];
}

/** The codes of the fields, each whole: Word writes one in many runs. */
function fieldCodes(root: XmlElement): string[] {
  const codes: string[] = [];
  const open: { code: string; isCode: boolean }[] = [];
  const walk = (node: XmlElement): void => {
    const field = open.at(-1);
    if (node.tagName === "w:fldSimple") codes.push(node.getAttribute("w:instr") ?? "");
    if (node.tagName === "w:fldChar") {
      const kind = node.getAttribute("w:fldCharType");
      if (kind === "begin") open.push({ code: dataOf(node), isCode: true });
      else if (kind === "separate" && field) field.isCode = false;
      else if (kind === "end" && field) codes.push(open.pop()?.code ?? "");
    }
    if (node.tagName === "w:instrText" && field?.isCode) field.code += node.textContent;
    for (const inner of elements(node)) walk(inner);
  };
  walk(root);
  return codes;
}

/** EndNote puts a long record into the field's data, in Base64. */
function dataOf(node: XmlElement): string {
  const data = child(node, "w:fldData")?.textContent ?? "";
  return /^[A-Za-z0-9+/=\s]{40,}$/u.test(data) ? Buffer.from(data, "base64").toString("utf8") : "";
}

interface Citation {
  readonly citationItems?: readonly { readonly itemData?: Item; readonly id?: unknown }[];
}

function itemsOf(json: string): Item[] {
  try {
    const { citationItems = [] } = JSON.parse(json) as Citation;
    // A program's own number is no name for a source.
    return citationItems.flatMap(({ itemData }) =>
      itemData && typeof itemData === "object" ? [{ ...itemData, id: itemData["citation-key"] ?? "" }] : [],
    );
  } catch {
    return [];
  }
}

function cslOf(code: string): Item[] {
  const start = code.indexOf("{");
  return /CSL_CITATION/u.test(code) && start >= 0 ? itemsOf(code.slice(start, code.lastIndexOf("}") + 1)) : [];
}

/** Newer Mendeley keeps its citations in the tags of content controls. */
const mendeleyOf = (root: XmlElement): Item[] =>
  descendants(root, "w:tag").flatMap((tag) => {
    const encoded = /^MENDELEY_CITATION_v\d+_(?<data>.+)$/u.exec(tag.getAttribute("w:val") ?? "")?.groups?.["data"];
    return encoded ? itemsOf(Buffer.from(encoded, "base64").toString("utf8")) : [];
  });

const compact = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );

const issued = (year: string | undefined): Item | undefined =>
  year && /^\d{4}$/u.test(year.trim()) ? { "date-parts": [[Number(year)]] } : undefined;

const ENDNOTE_TYPES: Readonly<Record<string, string>> = {
  "Journal Article": "article-journal",
  Book: "book",
  "Book Section": "chapter",
  "Edited Book": "book",
  Report: "report",
  Thesis: "thesis",
  "Web Page": "webpage",
  "Newspaper Article": "article-newspaper",
  "Conference Paper": "paper-conference",
};

function endNoteOf(code: string): Item[] {
  const start = code.indexOf("<EndNote>");
  const end = code.indexOf("</EndNote>");
  if (start < 0 || end < 0) return [];
  let root: XmlElement;
  try {
    root = parseXml(code.slice(start, end + "</EndNote>".length)).documentElement;
  } catch {
    return [];
  }
  return descendants(root, "record").map((record) => {
    const one = (name: string) => descendants(record, name)[0]?.textContent.trim() || undefined;
    const people = (name: string) =>
      descendants(record, name).flatMap((list) =>
        descendants(list, "author").map(({ textContent }) => parseName(textContent)),
      );
    const dates = descendants(record, "dates")[0];
    return compact({
      id: "",
      type: ENDNOTE_TYPES[descendants(record, "ref-type")[0]?.getAttribute("name") ?? ""] ?? "document",
      title: one("title"),
      author: people("authors"),
      editor: people("secondary-authors"),
      "container-title": one("secondary-title"),
      volume: one("volume"),
      issue: one("number"),
      page: one("pages"),
      publisher: one("publisher"),
      "publisher-place": one("pub-location"),
      issued: issued(dates && descendants(dates, "year")[0]?.textContent),
      DOI: one("electronic-resource-num"),
      ISBN: one("isbn"),
    });
  });
}

const WORD_TYPES: Readonly<Record<string, string>> = {
  Book: "book",
  BookSection: "chapter",
  JournalArticle: "article-journal",
  ArticleInAPeriodical: "article-newspaper",
  ConferenceProceedings: "paper-conference",
  Report: "report",
  InternetSite: "webpage",
  DocumentFromInternetSite: "webpage",
};

function wordSources(root: XmlElement): Item[] {
  const local = ({ tagName }: XmlElement) => tagName.replace(/^.*:/u, "");
  const named = (node: XmlElement, name: string): XmlElement[] =>
    elements(node).flatMap((one) => [...(local(one) === name ? [one] : []), ...named(one, name)]);
  return named(root, "Source").map((source) => {
    const one = (name: string) =>
      elements(source)
        .find((inner) => local(inner) === name)
        ?.textContent.trim() || undefined;
    const people = (role: string): Item[] => {
      const list = named(source, "Author").find((inner) => local(inner) === role && inner.parentNode !== source);
      const roles = list ?? named(source, role)[0];
      if (!roles) return [];
      const body = named(roles, "Corporate")[0]?.textContent.trim();
      if (body) return [{ literal: body }];
      return named(roles, "Person").map((person) => {
        const part = (name: string) => named(person, name)[0]?.textContent.trim();
        const given = [part("First"), part("Middle")].filter(Boolean).join(" ");
        return { family: part("Last") ?? "", ...(given && { given }) };
      });
    };
    return compact({
      id: one("Tag") ?? "",
      type: WORD_TYPES[one("SourceType") ?? ""] ?? "document",
      title: one("Title"),
      author: people("Author"),
      editor: people("Editor"),
      "container-title": one("JournalName") ?? one("BookTitle") ?? one("PeriodicalTitle") ?? one("InternetSiteTitle"),
      volume: one("Volume"),
      issue: one("Issue"),
      page: one("Pages"),
      publisher: one("Publisher"),
      "publisher-place": one("City"),
      issued: issued(one("Year")),
      URL: one("URL"),
      DOI: one("DOI"),
    });
  });
}
