import { orcidUrl } from "../essay/people.ts";
import { namedIdentifiers } from "../essay/publication.ts";
import { CITATION_FORMATS, type CitationRecord, MEDIA_TYPES } from "./record.ts";

/** A typed link from a page (RFC 8288): `<link>` in its head, `Link` in its headers. */
interface TypedLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}

/**
 * The links by which a machine finds its way from a page to its citation (Signposting, FAIR profile): the address to
 * cite, the descriptions of the page, its licence, what it is, its authors by their identifiers, and how whole and parts
 * hang together. The address to cite is the DOI of the whole, where it has one.
 */
export function signposts(record: CitationRecord): TypedLink[] {
  const doi = namedIdentifiers(record.identifiers).find(({ scheme }) => scheme === "doi");
  return [
    { rel: "cite-as", href: (!record.work && doi?.url) || record.url },
    ...record.authors.flatMap(({ orcid }) => (orcid ? [{ rel: "author", href: orcidUrl(orcid) }] : [])),
    ...CITATION_FORMATS.map((format) => ({
      rel: "describedby",
      href: record.files[format],
      type: MEDIA_TYPES[format],
    })),
    { rel: "type", href: `https://schema.org/${record.work ? "Chapter" : "ScholarlyArticle"}` },
    ...(record.licence?.url ? [{ rel: "license", href: record.licence.url }] : []),
    ...Object.entries(record.translations).map(([hreflang, href]) => ({ rel: "alternate", href, hreflang })),
    ...(record.work ? [{ rel: "collection", href: record.work.url }] : []),
    ...record.parts.map(({ url }) => ({ rel: "item", href: url, type: "text/html" })),
  ];
}

/**
 * @param most characters that the value may have; links to parts, which the page names too, are left out where it is longer
 * @returns the value of a `Link` header
 */
export function linkHeader(links: readonly TypedLink[], most = Number.POSITIVE_INFINITY): string {
  const value = links.map(toHeader).join(", ");
  if (value.length <= most) return value;
  return links
    .filter(({ rel }) => rel !== "item")
    .map(toHeader)
    .join(", ");
}

const toHeader = ({ rel, href, type, hreflang }: TypedLink): string =>
  [
    `<${href}>`,
    `rel="${rel}"`,
    ...(type ? [`type="${type}"`] : []),
    ...(hreflang ? [`hreflang="${hreflang}"`] : []),
  ].join("; ");
