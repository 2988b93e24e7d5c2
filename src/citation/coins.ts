import { pageRange } from "../essay/publication.ts";
import { familyOf, givenOf, sortedName } from "./names.ts";
import { type CitationRecord, publisherBeside } from "./record.ts";

/** Delimiters and reserved characters of a query (RFC 3986). Other characters stay as they are, as in an IRI. */
const RESERVED = /[\t\n\r\f"#%&'+;<=>]/gu;
const encode = (text: string): string => text.replaceAll(RESERVED, encodeURIComponent);

type Fields = readonly (readonly [key: string, value: string | undefined])[];

/**
 * Encodes a record as COinS (ContextObjects in Spans): an OpenURL (ANSI/NISO Z39.88) that reference managers read from
 * a page before its tags, so that it has all that a reader's library should have. Keys of Dublin Core are read in every
 * format. Japanese is not percent-encoded, which decodes to the same and saves about 250 bytes a page.
 *
 * @returns the value of the `title` attribute of `<span class="Z3988">`
 */
export function toCoins(record: CitationRecord): string {
  const [format, fields, address] = openUrl(record);
  const all: Fields = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${format}`],
    ...fields,
    ["rft.date", record.date],
    ["rft.publisher", publisherBeside(record)],
    ["rft.edition", record.work && record.version],
    ["rft.rights", record.licence?.url ?? record.licence?.name],
    ["rft.description", record.abstract ?? record.description],
    ...record.keywords.map((keyword) => ["rft.subject", keyword] as const),
    ["rft.language", record.language],
    [address, record.url],
  ];
  return all.flatMap(([key, value]) => (value ? [`${key}=${encode(value)}`] : [])).join("&");
}

function openUrl(record: CitationRecord): [format: string, fields: Fields, address: string] {
  const { work, container, identifiers, title } = record;
  if (work)
    return [
      "book",
      [["rft.genre", "bookitem"], ["rft.atitle", title], ["rft.btitle", work.title], ...authors(record)],
      "rft_id",
    ];
  const doi = identifiers.doi && `info:doi/${identifiers.doi}`;
  if (container) {
    const pages = container.pages ? pageRange(container.pages) : undefined;
    return [
      "journal",
      [
        ["rft.genre", "article"],
        ["rft.atitle", title],
        ["rft.jtitle", container.title],
        ["rft.volume", container.volume],
        ["rft.issue", container.issue],
        ["rft.spage", pages?.first],
        ["rft.epage", pages?.last],
        ["rft.issn", container.issn[0]],
        ...authors(record),
        ["rft_id", doi],
      ],
      "rft_id",
    ];
  }
  return [
    "dc",
    [
      ["rft.title", title],
      // As `rft.creator` a body would be parted into a person's names.
      ...record.authors.map(
        ({ name }) => ["literal" in name ? "rft.aucorp" : "rft.creator", sortedName(name)] as const,
      ),
      ["rft_id", doi],
    ],
    "rft.identifier",
  ];
}

/** The first author in parts, all by their names; a body has a key of its own. */
function authors({ authors: credits }: CitationRecord): Fields {
  const [first] = credits;
  const named = credits.map(({ name }) => ["literal" in name ? "rft.aucorp" : "rft.au", sortedName(name)] as const);
  if (!first || "literal" in first.name) return named;
  return [["rft.aulast", familyOf(first.name)], ["rft.aufirst", givenOf(first.name)], ...named];
}
