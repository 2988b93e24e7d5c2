import { createHash } from "node:crypto";
import { strToU8, type Zippable, zipSync } from "fflate";
import { CDXIndexer, WARC_1_1, WARCRecord, WARCSerializer } from "warcio";

/** One answer of a site, as an archive keeps it. */
export interface ArchivedFile {
  /** The public address. */
  readonly url: string;
  readonly content: Uint8Array;
  /** Those of HTTP. */
  readonly headers: Readonly<Record<string, string>>;
  /** The title of what readers open as a page; others have none. */
  readonly title?: string;
}

/** What an archive says of itself. */
export interface ArchiveDescription {
  readonly title: string;
  readonly description: string;
  readonly licence: string | undefined;
  /** The address that is opened first. */
  readonly mainPage: string;
  /** ISO 8601 with time and zone; that of every file, so that the same site gives the same bytes. */
  readonly date: string;
}

const SOFTWARE = "visible-deterrence (npm run archive)";
const WARC = "archive/data.warc.gz";
/** The first moment that a ZIP archive can state. */
const STAMP = new Date(1980, 0, 1);

/**
 * Packs a site into a web archive: a WARC 1.1 (ISO 28500) of all its files, with an index and a list of its pages, in the
 * container WACZ 1.1.1, which replays without a server. The same files give the same bytes.
 */
export async function packArchive(
  files: readonly ArchivedFile[],
  description: ArchiveDescription,
): Promise<Uint8Array> {
  const { title, description: abstract, mainPage, date } = description;
  const warc = await writeWarc(files, description);
  const pages = [
    { format: "json-pages-1.0", id: "pages", title },
    ...files.flatMap((file) =>
      file.title === undefined
        ? []
        : [{ id: hashOf(strToU8(file.url)).slice(0, 12), url: file.url, title: file.title, ts: date }],
    ),
  ];
  const contents: Readonly<Record<string, Uint8Array>> = {
    [WARC]: warc,
    "indexes/index.cdx": strToU8(await writeIndex(warc)),
    "pages/pages.jsonl": strToU8(pages.map((page) => `${JSON.stringify(page)}\n`).join("")),
  };
  const listing = strToU8(
    JSON.stringify(
      {
        profile: "data-package",
        wacz_version: "1.1.1",
        title,
        description: abstract,
        created: date,
        software: SOFTWARE,
        mainPageUrl: mainPage,
        mainPageDate: date,
        resources: Object.entries(contents).map(([path, bytes]) => ({
          name: path.split("/").at(-1),
          path,
          hash: `sha256:${hashOf(bytes)}`,
          bytes: bytes.length,
        })),
      },
      null,
      2,
    ),
  );
  const digest = JSON.stringify({ path: "datapackage.json", hash: `sha256:${hashOf(listing)}` });
  const archive: Zippable = {};
  // Stored as they are: who replays an archive reads single records out of the middle.
  for (const [path, bytes] of Object.entries(contents)) archive[path] = [bytes, { level: 0, mtime: STAMP }];
  archive["datapackage.json"] = [listing, { mtime: STAMP }];
  archive["datapackage-digest.json"] = [strToU8(digest), { mtime: STAMP }];
  return zipSync(archive);
}

async function writeWarc(
  files: readonly ArchivedFile[],
  { title, description, licence, mainPage, date }: ArchiveDescription,
): Promise<Uint8Array> {
  const info = {
    software: SOFTWARE,
    format: "WARC File Format 1.1",
    conformsTo: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "dcterms:title": title,
    "dcterms:description": description.replaceAll(/\s+/gu, " "),
    ...(licence !== undefined && { "dcterms:license": licence }),
  };
  const id = (name: string, content: Uint8Array) => ({ "WARC-Record-ID": `<urn:uuid:${uuidOf(name, content)}>` });
  const head = { date, warcVersion: WARC_1_1 } as const;
  const records = [
    WARCRecord.createWARCInfo(
      { ...head, filename: "data.warc.gz", warcHeaders: id(mainPage, strToU8(JSON.stringify(info))) },
      info,
    ),
    ...files.map(({ url, content, headers }) =>
      WARCRecord.create(
        {
          ...head,
          url,
          type: "response",
          warcHeaders: id(url, content),
          httpHeaders: { ...headers, "Content-Length": String(content.length) },
        },
        [content],
      ),
    ),
  ];
  const parts: Uint8Array[] = [];
  // Each record is compressed by itself; the platform's own compressor would write the platform into it.
  for (const record of records) parts.push(await WARCSerializer.serialize(record, { gzip: true, preferPako: true }));
  return new Uint8Array(Buffer.concat(parts));
}

/** @returns where each record of a WARC lies, in the order of addresses (CDXJ) */
async function writeIndex(warc: Uint8Array): Promise<string> {
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  const reader = (async function* () {
    yield warc;
  })();
  for await (const entry of indexer.iterIndex([{ filename: "data.warc.gz", reader }]))
    lines.push(indexer.serialize(entry));
  return lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join("");
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** @returns a UUID of a name and what is there, as version 8 lets one make it (RFC 9562) */
function uuidOf(name: string, content: Uint8Array): string {
  const hex = hashOf(strToU8(`${name}\n${hashOf(content)}`));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
