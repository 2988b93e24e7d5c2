/** Measures of the font, in units of which the em has a thousand. */
const EM = 1000;
const ASCENT = 800;
const DESCENT = -200;

/** Glyphs, by their index: what is missing, the block, and the blank. */
const BLOCK = 1;
const BLANK = 2;
const GLYPH_COUNT = 3;

/** Which glyph all characters of a range have; the ranges in order. */
const CHARACTERS = [
  { first: 0x20, last: 0x20, glyph: BLANK },
  { first: 0x21, last: 0x9f, glyph: BLOCK },
  { first: 0xa0, last: 0xa0, glyph: BLANK },
  { first: 0xa1, last: 0x2fff, glyph: BLOCK },
  { first: 0x3000, last: 0x3000, glyph: BLANK },
  { first: 0x3001, last: 0x10ffff, glyph: BLOCK },
];

const i16 = (...values: number[]): number[] => values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
const u32 = (...values: number[]): number[] =>
  values.flatMap((value) => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
const text = (value: string): number[] => [...value].map((character) => character.charCodeAt(0));

/**
 * Makes a TrueType font in which every character is the same square of one em. Pages set in it look alike on every
 * machine, whatever fonts it has: what is left is the layout.
 */
export function blockFont(): Buffer {
  const square = [
    ...i16(1, 0, DESCENT, EM, ASCENT, 3, 0),
    ...[1, 1, 1, 1],
    ...i16(0, EM, 0, -EM),
    ...i16(DESCENT, 0, ASCENT - DESCENT, 0),
  ];
  // Every table and every glyph begins at a multiple of four bytes.
  const glyphs = pad(square);
  const groups = CHARACTERS.flatMap(({ first, last, glyph }) => u32(first, last, glyph));
  // Format 13 gives many characters one glyph.
  const characters = [...i16(13, 0), ...u32(16 + groups.length, 0, CHARACTERS.length), ...groups];
  const name = "Blocks";
  const nameText = [...name].flatMap((character) => [0, character.charCodeAt(0)]);
  const names = [1, 2, 4, 6];
  return assemble({
    "OS/2": [
      ...i16(4, EM, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      ...Array<number>(10).fill(0),
      ...u32(0, 0, 0, 0),
      ...text("TEST"),
      ...i16(0x40, 0x20, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
      ...u32(0, 0),
      ...i16(500, 700, 0, 0x20, 1),
    ],
    cmap: [...i16(0, 1, 3, 10), ...u32(12), ...characters],
    glyf: glyphs,
    head: [
      ...u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      ...i16(0x000b, EM),
      ...u32(0, 0, 0, 0),
      ...i16(0, DESCENT, EM, ASCENT, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x00010000), ...i16(ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, GLYPH_COUNT)],
    hmtx: Array.from({ length: GLYPH_COUNT }, () => i16(EM, 0)).flat(),
    loca: u32(0, 0, glyphs.length, glyphs.length),
    maxp: [...u32(0x00010000), ...i16(GLYPH_COUNT, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: [
      ...i16(0, names.length, 6 + names.length * 12),
      ...names.flatMap((id) => i16(3, 1, 0x409, id, nameText.length, 0)),
      ...nameText,
    ],
    post: u32(0x00030000, 0, 0, 0, 0, 0, 0, 0),
  });
}

const pad = (bytes: readonly number[]): number[] => [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];

/** Puts a font's tables, given in the order of their names, into one file. */
function assemble(tables: Readonly<Record<string, readonly number[]>>): Buffer {
  const entries = Object.entries(tables);
  const count = entries.length;
  const log = Math.floor(Math.log2(count));
  const directory = [...u32(0x00010000), ...i16(count, 16 * 2 ** log, log, 16 * (count - 2 ** log))];
  let offset = 12 + 16 * count;
  const bodies: number[] = [];
  for (const [tag, bytes] of entries) {
    const body = pad(bytes);
    directory.push(...text(tag), ...u32(checksum(body), offset, bytes.length));
    bodies.push(...body);
    offset += body.length;
  }
  return Buffer.from([...directory, ...bodies]);
}

/** The sum of a table's words. */
function checksum(bytes: readonly number[]): number {
  const buffer = Buffer.from(bytes);
  let sum = 0;
  for (let index = 0; index < buffer.length; index += 4) sum = (sum + buffer.readUInt32BE(index)) >>> 0;
  return sum;
}
