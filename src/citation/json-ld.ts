import type { BibliographicItem, Name } from "../essay/bibliographic.ts";
import { type Credit, orcidUrl } from "../essay/people.ts";
import { namedIdentifiers, pageRange } from "../essay/publication.ts";
import { familyOf, givenOf, isoDate, writeName } from "./names.ts";
import type { CitationRecord, RecordContainer } from "./record.ts";

/** A value of JSON-LD; a key without one is left out. */
type JsonLd = string | undefined | readonly JsonLd[] | { readonly [key: string]: JsonLd };

/** @returns the record in the vocabulary of schema.org */
export function toJsonLd(record: CitationRecord): { readonly [key: string]: JsonLd } {
  const { work, parts, basis, licence } = record;
  return {
    "@context": "https://schema.org",
    "@type": work ? "Chapter" : "ScholarlyArticle",
    "@id": record.url,
    name: record.title,
    headline: work ? undefined : record.title,
    author: oneOrMore(record.authors.map(agent)),
    editor: oneOrMore(record.editors.map(agent)),
    translator: oneOrMore(record.translators.map(agent)),
    contributor: oneOrMore(record.contributors.map(agent)),
    publisher: record.publisher && { "@type": "Organization", name: record.publisher },
    datePublished: record.date,
    dateModified: record.editionDate === record.date ? undefined : record.editionDate,
    version: record.version,
    inLanguage: record.language,
    license: licence?.url,
    copyrightNotice: licence && licence.url === undefined ? licence.name : undefined,
    creditText: record.nature,
    abstract: record.abstract,
    keywords: record.keywords.length > 0 ? record.keywords : undefined,
    ...(work ? undefined : ofTheWhole(record)),
    ...(basis && { [record.essayKind === "translation" ? "translationOfWork" : "isBasedOn"]: sourceLd(basis) }),
    ...(work && { isPartOf: { "@type": "ScholarlyArticle", "@id": work.url, name: work.title } }),
    ...(parts.length > 0 && {
      hasPart: parts.map(({ title, url }) => ({ "@type": "Chapter", "@id": url, name: title })),
    }),
    citation: !work && record.sources.length > 0 ? record.sources.map(sourceLd) : undefined,
  };
}

/** What an essay has once: its names elsewhere, its place in a journal, who has paid for it. */
function ofTheWhole({ identifiers, container, funding }: CitationRecord): { readonly [key: string]: JsonLd } {
  const named = namedIdentifiers(identifiers);
  const addresses = named.flatMap(({ url }) => url ?? []);
  const pages = container?.pages ? pageRange(container.pages) : undefined;
  return {
    identifier: oneOrMore(
      named.map(({ label, value, url }) => ({ "@type": "PropertyValue", propertyID: label, value, url })),
    ),
    sameAs: oneOrMore(addresses),
    isPartOf: container && containerLd(container),
    pageStart: pages?.last ? pages.first : undefined,
    pageEnd: pages?.last,
    pagination: container?.pages,
    funding: oneOrMore(
      funding.map(({ funder, award }) => ({
        "@type": "Grant",
        identifier: award,
        funder: { "@type": "Organization", name: funder },
      })),
    ),
  };
}

/** An issue is part of a volume, which is part of the journal; each only where it is known. */
function containerLd({ title, issn, volume, issue }: RecordContainer): JsonLd {
  const journal: JsonLd = { "@type": "Periodical", name: title, issn: oneOrMore(issn) };
  const inVolume: JsonLd = volume ? { "@type": "PublicationVolume", volumeNumber: volume, isPartOf: journal } : journal;
  return issue ? { "@type": "PublicationIssue", issueNumber: issue, isPartOf: inVolume } : inVolume;
}

function agent({ name, orcid, affiliation, email, url }: Credit): JsonLd {
  return {
    ...(orcid && { "@id": orcidUrl(orcid) }),
    ...nameLd(name),
    identifier: orcid && orcidUrl(orcid),
    email,
    url,
    affiliation: affiliation ? { "@type": "Organization", name: affiliation } : undefined,
  };
}

const nameLd = (name: Name): { readonly [key: string]: JsonLd } =>
  "literal" in name
    ? { "@type": "Organization", name: name.literal }
    : {
        "@type": "Person",
        name: writeName(name),
        familyName: familyOf(name),
        givenName: givenOf(name) || undefined,
        honorificSuffix: name.suffix,
      };

function sourceLd(item: BibliographicItem): JsonLd {
  return {
    "@type": TYPES[item.type] ?? "CreativeWork",
    name: item.title,
    author: oneOrMore((item.author ?? []).map((name) => ({ ...nameLd(name) }))),
    datePublished: isoDate(item.issued) || undefined,
    url: item.URL,
    sameAs: item.DOI && `https://doi.org/${item.DOI}`,
  };
}

/** One alone needs no list, none no key. */
const oneOrMore = (values: readonly JsonLd[]): JsonLd => (values.length > 1 ? values : values[0]);

const TYPES: Readonly<Record<string, string>> = {
  article: "ScholarlyArticle",
  "article-journal": "ScholarlyArticle",
  "article-newspaper": "NewsArticle",
  book: "Book",
  chapter: "Chapter",
  report: "Report",
  webpage: "WebPage",
};

/** @returns JSON that is safe inside a `<script>` element: `<` is escaped */
export const embedJson = (value: JsonLd): string => JSON.stringify(value).replaceAll("<", "\\u003c");
