import { brotliCompressSync, constants } from "node:zlib";
import type { SearchSection } from "./units.ts";

/**
 * Up to this size, in bytes as brotli sends them, the texts of all sections come with the manifest and are searched
 * without the index, which costs two more rounds of requests.
 */
const SIZE_OF_ONE_DOCUMENT_FILE = 24_000;

/** What hosts send is at least this share of what brotli makes at its fast level, which takes a twentieth of the time. */
const GAIN_OF_BEST = 0.75;
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** @returns whether texts are so short that they are searched as they are */
export function areSearchedWhole(sections: readonly SearchSection[]): boolean {
  const documents = JSON.stringify(sections);
  // Brotli makes texts a tenth at best: what is longer need not be compressed to know it.
  if (documents.length > 10 * SIZE_OF_ONE_DOCUMENT_FILE) return false;
  const fast = brotliCompressSync(documents, FAST).length;
  if (fast <= SIZE_OF_ONE_DOCUMENT_FILE) return true;
  return (
    fast * GAIN_OF_BEST <= SIZE_OF_ONE_DOCUMENT_FILE &&
    brotliCompressSync(documents).length <= SIZE_OF_ONE_DOCUMENT_FILE
  );
}
