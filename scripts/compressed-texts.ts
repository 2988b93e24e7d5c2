import { readFileSync, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** A text file as static hosts send it. */
export interface CompressedText {
  readonly type: string;
  /** Compressed with Brotli. */
  readonly body: Buffer;
}

/** What is worth compressing: a site's other files are compressed already. */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain;charset=utf-8",
  ".xml": "application/xml",
};

/** Hosts that compress while they serve choose about this. */
const QUALITY = 6;

/**
 * @param directory the folder of a built site
 * @returns a look-up by the path below it, `/ja/`; it finds text files only, and compresses each once
 */
export function compressedTexts(directory: string): (path: string) => CompressedText | undefined {
  const root = resolve(directory);
  const known = new Map<string, { readonly time: number; readonly text: CompressedText }>();
  return (path) => {
    // A name that has to be decoded is left to the server of files; no page has one.
    if (path.includes("%")) return undefined;
    const file = join(root, path, path.endsWith("/") ? "index.html" : "");
    const type = TYPES[extname(file)];
    const stats = type && file.startsWith(root + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!type || !stats?.isFile()) return undefined;
    const cached = known.get(file);
    if (cached?.time === stats.mtimeMs) return cached.text;
    const body = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
    const text = { type, body };
    known.set(file, { time: stats.mtimeMs, text });
    return text;
  };
}
