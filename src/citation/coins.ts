import type { CitationRecord } from "./record.ts";

/** Delimiters and reserved characters of a query (RFC 3986). Other characters stay as they are, as in an IRI. */
const RESERVED = /[\s"#%&'+;<=>]/gu;
const encode = (text: string): string => text.replaceAll(RESERVED, encodeURIComponent);

/**
 * Encodes a record as COinS (ContextObjects in Spans): an OpenURL (ANSI/NISO Z39.88) that reference managers read from
 * a page. Japanese is not percent-encoded, which decodes to the same and saves about 250 bytes a page.
 *
 * @returns the value of the `title` attribute of `<span class="Z3988">`
 */
export function toCoins(record: CitationRecord): string {
  const fields: [string, string][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${record.work ? "book" : "dc"}`],
    ...(record.work
      ? ([
          ["rft.genre", "bookitem"],
          ["rft.atitle", record.title],
          ["rft.btitle", record.work.title],
          ["rft.aucorp", record.author],
        ] satisfies [string, string][])
      : ([
          ["rft.title", record.title],
          ["rft.creator", record.author],
        ] satisfies [string, string][])),
    ["rft.date", record.date],
    ["rft.language", record.language],
    [record.work ? "rft_id" : "rft.identifier", record.url],
  ];
  return fields.map(([key, value]) => `${key}=${encode(value)}`).join("&");
}
