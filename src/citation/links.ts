import { counterpart } from "../essay/languages.ts";
import type { Essay } from "../essay/model.ts";
import { orcidUrl } from "../essay/people.ts";
import { namedIdentifiers } from "../essay/publication.ts";
import { address, routes } from "../essay/routes.ts";
import { CITATION_FORMATS, type CitationRecord, MEDIA_TYPES, type Site } from "./record.ts";

/** A typed link from a page (RFC 8288): `<link>` in its head, or an entry of its link set. */
export interface TypedLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}

/**
 * The links by which a machine finds its way from a page to its citation (Signposting, FAIR profile): the address to
 * cite, the descriptions of the page, its licence, what it is, its authors by their identifiers, and how whole and parts
 * hang together. The address to cite is a persistent identifier of the whole (DOI, ARK, Handle), where it has one.
 */
export function signposts(record: CitationRecord): TypedLink[] {
  const lasting = record.work ? undefined : namedIdentifiers(record.identifiers).find(({ url }) => url);
  return [
    { rel: "cite-as", href: lasting?.url ?? record.url },
    ...record.authors.flatMap(({ orcid }) => (orcid ? [{ rel: "author", href: orcidUrl(orcid) }] : [])),
    ...CITATION_FORMATS.map((format) => ({
      rel: "describedby",
      href: record.files[format],
      type: MEDIA_TYPES[format],
    })),
    { rel: "type", href: `https://schema.org/${record.work ? "Chapter" : "ScholarlyArticle"}` },
    // The cover is the page at which one arrives, and the full text what it is about.
    ...(record.work ? [] : [{ rel: "type", href: "https://schema.org/AboutPage" }]),
    ...(record.licence?.url ? [{ rel: "license", href: record.licence.url }] : []),
    ...Object.entries(record.translations).map(([hreflang, href]) => ({ rel: "alternate", href, hreflang })),
    ...(record.work ? [{ rel: "collection", href: record.work.url }] : []),
    ...(record.work ? [] : [{ rel: "item", href: record.fullText, type: "text/html" }]),
    ...record.parts.map(({ url }) => ({ rel: "item", href: url, type: "text/html" })),
  ];
}

/**
 * The links of a page that has no record of its own: to the whole that it belongs to, the licence, and the same page in
 * other languages; the first page, which is of all languages, leads to the cover of each.
 *
 * @param route of the page below the base path
 * @param isPage whether the site has a page
 */
export function pageLinks(essay: Essay, site: Site, route: string, isPage: (route: string) => boolean): TypedLink[] {
  const url = (path: string) => `${site.origin}${address(site.basePath, path)}`;
  const licence = essay.licence.text?.url;
  const others = essay.languages.flatMap((language) => {
    const path = counterpart(essay, route, language);
    return path === undefined || path === route || !isPage(path)
      ? []
      : [{ rel: "alternate", href: url(path), hreflang: language }];
  });
  const [first = ""] = route.split("/");
  return [
    ...(licence ? [{ rel: "license", href: licence }] : []),
    ...others,
    ...(essay.languages.includes(first)
      ? [{ rel: "collection", href: url(routes.cover(first)) }]
      : essay.languages.map((language) => ({
          rel: "item",
          href: url(routes.cover(language)),
          type: "text/html",
          hreflang: language,
        }))),
  ];
}
