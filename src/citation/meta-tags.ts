import type { BibliographicItem } from "../essay/bibliographic.ts";
import { isoDate, writeName } from "./names.ts";
import type { CitationRecord } from "./record.ts";

/** A `<meta>` element: name and content. */
export type MetaTag = readonly [name: string, content: string];

/**
 * Highwire Press tags, which scholarly search engines and reference managers read. The whole is an article, a section a
 * chapter of a book; a page has exactly one of the two.
 */
export function highwireTags(record: CitationRecord): MetaTag[] {
  return [
    ["citation_title", record.title],
    ...(record.work ? ([["citation_inbook_title", record.work.title]] satisfies MetaTag[]) : []),
    ["citation_author", record.author],
    ["citation_publication_date", record.date.replaceAll("-", "/")],
    ["citation_publisher", record.publisher],
    ["citation_language", record.language],
    ["citation_public_url", record.url],
    ["citation_fulltext_html_url", record.fullText],
    ...record.sources.map((source): MetaTag => ["citation_reference", reference(source)]),
  ];
}

function reference(source: BibliographicItem): string {
  const fields: [string, string | undefined][] = [
    ["title", source.title],
    ...(source.author ?? []).map((name): [string, string] => ["author", writeName(name, source.language)]),
    ["publication_date", isoDate(source.issued).replaceAll("-", "/")],
    ["inbook_title", source["container-title"]],
    ["publisher", source.publisher],
  ];
  return fields
    .flatMap(([name, value]) => (value ? [`citation_${name}=${value.replaceAll(";", ",")}`] : []))
    .join("; ");
}

/** Dublin Core in HTML (DCMI, Expressing Dublin Core metadata using HTML meta elements). */
export function dublinCoreTags(record: CitationRecord): MetaTag[] {
  const { basis } = record;
  const authors = (basis.author ?? []).map((name) => writeName(name, basis.language)).join(", ");
  return [
    ["DC.title", record.title],
    ["DC.creator", record.author],
    ["DC.date", record.date],
    ["DC.language", record.language],
    ["DC.identifier", record.url],
    ["DC.rights", record.licence.url],
    ["DC.description", record.nature],
    ["DC.source", [authors, basis.title, isoDate(basis.issued)].filter(Boolean).join(", ")],
    ["DCTERMS.hasVersion", record.version],
    ...(record.work ? ([["DCTERMS.isPartOf", record.work.url]] satisfies MetaTag[]) : []),
  ];
}
