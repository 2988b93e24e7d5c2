import { CITATION_FORMATS, type CitationRecord, MEDIA_TYPES } from "./record.ts";

/** A typed link from a page (RFC 8288): `<link>` in its head, `Link` in its headers. */
interface TypedLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}

/**
 * The typed links of a page by the Signposting FAIR profile (https://signposting.org/FAIR/): the address to cite, the
 * citation files, the licence, the type, the other languages, and whole and parts. There is no `author`, which would
 * have to be an identifier; the editors have none.
 */
export function signposts(record: CitationRecord): TypedLink[] {
  return [
    { rel: "cite-as", href: record.url },
    ...CITATION_FORMATS.map((format) => ({
      rel: "describedby",
      href: record.files[format],
      type: MEDIA_TYPES[format],
    })),
    { rel: "type", href: `https://schema.org/${record.work ? "Chapter" : "ScholarlyArticle"}` },
    { rel: "license", href: record.licence.url },
    ...Object.entries(record.translations).map(([hreflang, href]) => ({ rel: "alternate", href, hreflang })),
    ...(record.work ? [{ rel: "collection", href: record.work.url }] : []),
    ...record.parts.map(({ url }) => ({ rel: "item", href: url, type: "text/html" })),
  ];
}

/** @returns the value of a `Link` header */
export const linkHeader = (links: readonly TypedLink[]): string =>
  links
    .map(({ rel, href, type, hreflang }) =>
      [
        `<${href}>`,
        `rel="${rel}"`,
        ...(type ? [`type="${type}"`] : []),
        ...(hreflang ? [`hreflang="${hreflang}"`] : []),
      ].join("; "),
    )
    .join(", ");
