import { deflateSync } from "node:zlib";
import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.d.ts";

/** An image where a page shows it, in the coordinates of the page as it is shown: y grows downwards. */
export interface PageImage {
  readonly png: Uint8Array;
  /** Middle. */
  readonly x: number;
  readonly y: number;
  /** How much of the page it covers, from 0 to 1. */
  readonly share: number;
}

/** Pixels as the library decodes them: `kind` 1 is a bit, 2 three bytes, 3 four bytes for each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind: 1 | 2 | 3;
  readonly data: Uint8Array;
}

/** Smaller ones are rules, bullets and letters. */
const SMALLEST = 32 * 32;
/** More would not fit into memory beside the rest. */
const LARGEST = 40_000_000;

/**
 * @param operators the page's drawing
 * @param toPage matrix of the page as it is shown
 * @returns its images, and how many more it has that could not be taken out
 */
export async function imagesOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  {
    transform,
    width,
    height,
  }: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
): Promise<{ images: PageImage[]; lost: number }> {
  const images: PageImage[] = [];
  let lost = 0;
  let matrix = [...transform];
  const saved: number[][] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as unknown[];
    switch (operator) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = Util.transform(matrix, args as number[]) as number[];
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (Array.isArray(args[0])) matrix = Util.transform(matrix, args[0] as number[]) as number[];
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject: {
        const pixels = typeof args[0] === "string" ? await pixelsOf(page, args[0]) : (args[0] as Pixels | undefined);
        const size = pixels ? pixels.width * pixels.height : Number(args[1] ?? 0) * Number(args[2] ?? 0);
        if (size <= SMALLEST) break;
        const png = pixels?.data && size <= LARGEST ? pngOf(pixels) : undefined;
        if (!png) {
          lost += 1;
          break;
        }
        // An image is drawn into the square from 0 to 1.
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
        images.push({
          png,
          x: e + (a + c) / 2,
          y: f + (b + d) / 2,
          share: Math.abs(a * d - b * c) / Math.max(1, width * height),
        });
        break;
      }
      default:
    }
  }
  return { images, lost };
}

/** Decoded images arrive when the library has them; one that it cannot decode is none. */
const pixelsOf = (page: PDFPageProxy, name: string): Promise<Pixels | undefined> =>
  new Promise((resolve) => {
    const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
    objects.get(name, (found: unknown) => resolve((found as Pixels | null) ?? undefined));
  });

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

const KINDS = {
  1: { colour: 0, depth: 1, bytes: (width: number) => Math.ceil(width / 8) },
  2: { colour: 2, depth: 8, bytes: (width: number) => width * 3 },
  3: { colour: 6, depth: 8, bytes: (width: number) => width * 4 },
} as const;

/** @returns the pixels as a PNG (ISO/IEC 15948); undefined where they are of another kind */
export function pngOf({ width, height, kind, data }: Pixels): Uint8Array | undefined {
  const form = KINDS[kind];
  const length = form?.bytes(width);
  if (!form || length === undefined || data.length < length * height) return undefined;
  const rows = Buffer.alloc((length + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(data.subarray(row * length, (row + 1) * length), row * (length + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(form.depth, 8);
  head.writeUInt8(form.colour, 9);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}
