import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Problem } from "../../essay/problem.ts";

/** Reads a file that a text names; `undefined` where there is none. */
export type ReadImage = (address: string) => Uint8Array | undefined;

/**
 * Finds images that are not there, are no images, or stand with others.
 *
 * @param read finds a file by its address as the text has it
 */
export function checkImages(tree: Root, file: string, read: ReadImage): Problem[] {
  const problems: Problem[] = [];
  visit(tree, "image", ({ url, position }) => {
    const at = { file, line: position?.start.line, column: position?.start.column };
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/iu.test(url)) {
      problems.push({
        ...at,
        what: `the image ${url} would be loaded from elsewhere`,
        how: "Put the file into the essay’s folder and write its path: a page of the site asks nothing of others.",
      });
      return;
    }
    const bytes = read(url);
    if (!bytes)
      problems.push({
        ...at,
        what: `there is no image ${url}`,
        how: "Correct the path, which begins at this file’s folder.",
      });
    else if (!isWholeImage(bytes))
      problems.push({
        ...at,
        what: `${url} is no image that can be read, or not a whole one`,
        how: "Save it anew as PNG, JPEG, WebP, AVIF, GIF or SVG.",
      });
  });
  return problems;
}

/** @returns whether the bytes begin as an image of a kind that browsers show, and end as one */
export function isWholeImage(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (...start: number[]) => start.every((byte, index) => buffer[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return isWholePng(buffer);
  if (begins(0xff, 0xd8, 0xff)) return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 2;
  if (buffer.toString("latin1", 0, 4) === "GIF8") return buffer.at(-1) === 0x3b;
  if (buffer.toString("latin1", 0, 4) === "RIFF" && buffer.toString("latin1", 8, 12) === "WEBP")
    return buffer.length >= buffer.readUInt32LE(4) + 8;
  if (buffer.toString("latin1", 4, 8) === "ftyp") return /^(avif|avis|mif1)/u.test(buffer.toString("latin1", 8, 12));
  const text = buffer.toString("utf8");
  return /<svg[\s>]/u.test(text.slice(0, 2000)) && text.trimEnd().endsWith("</svg>");
}

/** Goes from chunk to chunk: each says how long it is, and the last is IEND. */
function isWholePng(buffer: Buffer): boolean {
  for (let offset = 8; offset + 12 <= buffer.length; ) {
    if (buffer.toString("latin1", offset + 4, offset + 8) === "IEND") return true;
    offset += 12 + buffer.readUInt32BE(offset);
  }
  return false;
}
