import { inflateSync } from "node:zlib";
import { bombError, LARGEST_CONTENT, largestContent } from "../forms/zip.ts";

/** A stream's dictionary is looked for so far before it. */
const LONGEST_DICTIONARY = 4096;
/** A pixel has at most four colours of sixteen bits. */
const LARGEST_PIXEL = 8;

/**
 * Unpacks the streams of a PDF one after the other, and refuses one whose streams unpack to more than they can honestly hold, before anything reads them. What is encrypted
 * or damaged cannot be measured and passes.
 *
 * @param look is given what each stream holds that is no image
 * @throws {ImportError} where one stream or all of them are too large
 */
export function checkStreamSizes(
  bytes: Uint8Array,
  file: string,
  look: (content: Buffer) => void = () => undefined,
): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = data.indexOf("stream"); at >= 0; ) {
    const start = at + (data[at + 6] === 0x0d && data[at + 7] === 0x0a ? 8 : 7);
    const end = data.indexOf("endstream", start);
    if (end < 0) return;
    const head = data.toString("latin1", Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = head.slice(head.lastIndexOf("obj") + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
    const image = pixelsOf(dictionary);
    let content: Buffer = data.subarray(start, end);
    for (let layer = 0; layer < layers; layer += 1) {
      const most = image === undefined ? largestContent(end - start) : Math.min(LARGEST_CONTENT, image);
      const unpacked = inflate(content, most);
      if (unpacked === "too large") throw bombError(file);
      if (unpacked === "unreadable") break;
      content = unpacked;
    }
    if (image === undefined) look(content);
    // Images are decoded one at a time.
    if (layers > 0 && image === undefined) total += content.length;
    if (total > LARGEST_CONTENT) throw bombError(file);
    at = data.indexOf("stream", end + "endstream".length);
  }
}

/** @returns how many bytes the pixels of an image can take; undefined where the dictionary is no image's */
function pixelsOf(dictionary: string): number | undefined {
  if (!/\/Subtype\s*\/Image\b/u.test(dictionary)) return undefined;
  const side = (name: string) => Number(new RegExp(String.raw`/${name}\s+(\d+)`, "u").exec(dictionary)?.[1] ?? 0);
  // Each row may be headed by the number of its predictor.
  return 1024 + side("Height") * (side("Width") * LARGEST_PIXEL + 1);
}

function inflate(content: Buffer, most: number): Buffer | "too large" | "unreadable" {
  try {
    return inflateSync(content, { maxOutputLength: most });
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "unreadable";
  }
}
