import type { BibliographicItem } from "../essay/bibliographic.ts";
import { orcidUrl } from "../essay/people.ts";
import { namedIdentifiers, pageRange } from "../essay/publication.ts";
import { isoDate, sortedName, writeName } from "./names.ts";
import type { CitationRecord } from "./record.ts";

/** A `<meta>` element: name and content. */
export type MetaTag = readonly [name: string, content: string];

/** Tags of which some may be absent. */
type Tags = readonly (readonly [name: string, content: string | undefined])[];

const present = (tags: Tags): MetaTag[] =>
  tags.flatMap(([name, content]): MetaTag[] => (content ? [[name, content.replaceAll(/\s+/gu, " ")]] : []));

/**
 * Highwire Press tags, by which scholarly search engines and reference managers read a page. The whole is an article
 * of its own, a section a chapter in it: one record each, and none of both. What belongs to a person follows the
 * person's name.
 *
 * @param pdfUrl where the whole is as PDF, absolute
 */
export function highwireTags(record: CitationRecord, pdfUrl?: string): MetaTag[] {
  const { work, container, identifiers } = record;
  const article = work ? undefined : container;
  const pages = article?.pages ? pageRange(article.pages) : undefined;
  return present([
    ["citation_title", record.title],
    ["citation_inbook_title", work?.title],
    ["citation_journal_title", article?.title],
    ...(article?.issn ?? []).map((issn) => ["citation_issn", issn] as const),
    ["citation_volume", article?.volume],
    ["citation_issue", article?.issue],
    ["citation_firstpage", pages?.first],
    ["citation_lastpage", pages?.last],
    ...record.authors.flatMap(
      ({ name, affiliation, orcid, email }): Tags => [
        ["citation_author", writeName(name)],
        ["citation_author_institution", affiliation],
        ["citation_author_orcid", orcid && orcidUrl(orcid)],
        ["citation_author_email", email],
      ],
    ),
    ...record.editors.map(({ name }) => ["citation_editor", writeName(name)] as const),
    ...record.translators.map(({ name }) => ["citation_translator", writeName(name)] as const),
    ["citation_publication_date", slashed(record.date)],
    ["citation_online_date", record.editionDate === record.date ? undefined : slashed(record.editionDate)],
    ["citation_publisher", record.publisher],
    ["citation_doi", work ? undefined : identifiers.doi],
    // What has no tag of its own is technical to these readers.
    ...(work ? [] : namedIdentifiers(identifiers))
      .filter(({ scheme }) => scheme === "ark" || scheme === "handle")
      .map(({ url }) => ["citation_id", url] as const),
    ["citation_isbn", identifiers.isbn],
    ...record.keywords.map((keyword) => ["citation_keywords", keyword] as const),
    ["citation_abstract", record.abstract ?? record.description],
    ["citation_language", record.language],
    ["citation_public_url", record.url],
    ["citation_fulltext_html_url", record.fullText],
    ["citation_pdf_url", pdfUrl],
    ...record.sources.map((source) => ["citation_reference", reference(source)] as const),
  ]);
}

const slashed = (date: string): string => date.replaceAll("-", "/");

function reference(source: BibliographicItem): string {
  const fields: Tags = [
    ["title", source.title],
    ...(source.author ?? []).map((name) => ["author", writeName(name)] as const),
    ["publication_date", slashed(isoDate(source.issued))],
    ["inbook_title", source["container-title"]],
    ["publisher", source.publisher],
    ["doi", source.DOI],
  ];
  return present(fields)
    .map(([name, value]) => `citation_${name}=${value.replaceAll(";", ",")}`)
    .join("; ");
}

/** Dublin Core in HTML (DCMI, Expressing Dublin Core metadata using HTML meta elements). */
export function dublinCoreTags(record: CitationRecord): MetaTag[] {
  const { basis, licence, container, work } = record;
  const basisAuthors = (basis?.author ?? []).map(writeName).join(", ");
  const others = [...record.editors, ...record.translators, ...record.contributors];
  const elsewhere = work ? [] : namedIdentifiers(record.identifiers);
  return present([
    ["DC.title", record.title],
    ...record.authors.map(({ name }) => ["DC.creator", sortedName(name)] as const),
    ...others.map(({ name }) => ["DC.contributor", sortedName(name)] as const),
    ["DC.publisher", record.publisher],
    ["DC.date", record.date],
    ["DCTERMS.dateSubmitted", record.received],
    ["DCTERMS.dateAccepted", record.accepted],
    ["DCTERMS.modified", record.editionDate === record.date ? undefined : record.editionDate],
    ["DC.language", record.language],
    // The first is the one to cite.
    ...elsewhere.map(({ url, label, value }) => ["DC.identifier", url ?? `${label} ${value}`] as const),
    ["DC.identifier", record.url],
    ["DC.rights", licence?.url ?? licence?.name],
    ...record.keywords.map((keyword) => ["DC.subject", keyword] as const),
    ["DCTERMS.abstract", record.abstract],
    ["DC.description", record.description],
    ["DC.description", record.nature],
    [
      "DC.source",
      work ? undefined : basis && [basisAuthors, basis.title, isoDate(basis.issued)].filter(Boolean).join(", "),
    ],
    ["DCTERMS.hasVersion", record.version],
    ["DCTERMS.isPartOf", work?.url ?? container?.title],
  ]);
}
