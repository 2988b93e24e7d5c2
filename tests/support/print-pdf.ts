import type { MadeDocument } from "./manuscripts.ts";

/** A piece of text on a page, in points from its upper left corner; `y` is the baseline, in vertical setting `x` the line's middle. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Width and height of a page, and the room about its text. */
const [WIDTH, HEIGHT, MARGIN] = [420, 595, 60];

/** Fonts that no file embeds: every character of Courier is as wide, every one of a Japanese font a square. */
const FONTS = {
  latin: { advance: 0.6, hex: (text: string) => Buffer.from(text, "latin1").toString("hex") },
  japanese: { advance: 1, hex: (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex") },
} as const;

type Setting = "latin" | "japanese" | "vertical";

/** Writes a PDF of pieces of text (ISO 32000-1), each page's in the order in which they are given. */
export function pdfOf(pages: readonly (readonly Piece[])[], setting: Setting): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${6 + index * 2} 0 R`).join(" ")}]>>`);
  if (setting === "latin") {
    add("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
    add("<<>>");
    add("<<>>");
  } else {
    add(
      `<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UTF16-${setting === "vertical" ? "V" : "H"}/DescendantFonts[4 0 R]>>`,
    );
    add(
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000/FontDescriptor 5 0 R>>",
    );
    add(
      "<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
    );
  }
  pages.forEach((pieces, index) => {
    const { hex } = FONTS[setting === "latin" ? "latin" : "japanese"];
    const stream = pieces
      .map(
        ({ x, y, size, text }) =>
          `BT /F ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${(HEIGHT - y).toFixed(2)} Tm <${hex(text)}> Tj ET`,
      )
      .join("\n");
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
    );
    add(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
  });
  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${body}endobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A line that is set: its text, and the marks of notes in it, which are raised. */
interface SetLine {
  readonly parts: readonly { readonly text: string; readonly isMark: boolean }[];
  readonly size: number;
  readonly indent: number;
  /** Lines of empty space before it. */
  readonly space: number;
  /** The notes whose marks it has. */
  readonly notes: readonly string[];
}

const MAY_NOT_BEGIN = /^[、。，．）」』\uE000]/u;

/** Breaks a text into lines of at most so many characters. */
function breakLines(text: string, measure: number, isJapanese: boolean): string[] {
  const lines: string[] = [];
  let line = "";
  const units = isJapanese ? [...text] : text.split(/(?<= )/u);
  for (const unit of units) {
    if (line !== "" && [...line].length + unit.trimEnd().length > measure && !MAY_NOT_BEGIN.test(unit)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += unit;
  }
  return [...lines, line.trimEnd()];
}

/**
 * Prints a document as programs do that know nothing of structure: lines with places, larger headings, raised marks,
 * notes at the feet of pages, a running head and page numbers.
 *
 * @param table rows of cells, set beneath the text of the last page
 */
export function printPdf(
  { title, sections }: MadeDocument,
  setting: Setting,
  table: readonly (readonly string[])[] = [],
): Uint8Array {
  const isJapanese = setting !== "latin";
  const isVertical = setting === "vertical";
  const { advance } = FONTS[isJapanese ? "japanese" : "latin"];
  const [length, depth] = isVertical
    ? [HEIGHT - 2 * MARGIN, WIDTH - 2 * MARGIN]
    : [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN];
  const measure = (size: number) => Math.floor(length / (size * advance));
  let count = 0;
  const lines: SetLine[] = [{ parts: [{ text: title, isMark: false }], size: 18, indent: 0, space: 0, notes: [] }];
  sections.forEach(({ title: heading, paragraphs }, index) => {
    lines.push({
      parts: [{ text: `${index + 1}${isJapanese ? "　" : " "}${heading}`, isMark: false }],
      size: 13,
      indent: 0,
      space: 1,
      notes: [],
    });
    for (const { text, note } of paragraphs) {
      if (note !== undefined) count += 1;
      // The mark stands for a character of its own in the line.
      const broken = breakLines(
        `${isJapanese ? "　" : "  "}${text}${note === undefined ? "" : "\uE000"}`,
        measure(10),
        isJapanese,
      );
      broken.forEach((line, position) => {
        const words = line.replace("\uE000", "").trimStart();
        const hasMark = line.includes("\uE000");
        lines.push({
          parts: [{ text: words, isMark: false }, ...(hasMark ? [{ text: String(count), isMark: true }] : [])],
          size: 10,
          indent: position === 0 ? (isJapanese ? 1 : 2) : 0,
          space: 0,
          notes: hasMark && note !== undefined ? [`${count}${isJapanese ? "　" : " "}${note}`] : [],
        });
      });
    }
  });

  const leading = 17;
  const noteLeading = 12;
  const pages: { body: SetLine[]; notes: string[] }[] = [{ body: [], notes: [] }];
  let used = 0;
  for (const line of lines) {
    const notes = line.notes.flatMap((note) => breakLines(note, measure(7.5), isJapanese));
    const needed = leading * (1 + line.space) + notes.length * noteLeading;
    if (used + needed > depth - 24 && (pages.at(-1)?.body.length ?? 0) > 0) {
      pages.push({ body: [], notes: [] });
      used = 0;
    }
    const page = pages.at(-1);
    page?.body.push(line);
    page?.notes.push(...notes);
    used += needed;
  }

  /** From along the line and from line to line to the page's own. */
  const place = (u: number, v: number, size: number, text: string): Piece =>
    isVertical ? { x: WIDTH - MARGIN - v, y: MARGIN + u, size, text } : { x: MARGIN + u, y: MARGIN + v, size, text };
  return pdfOf(
    pages.map(({ body, notes }, index) => {
      const pieces: Piece[] = [];
      let v = 0;
      body.forEach(({ parts, size, indent, space }, position) => {
        v += leading * (position === 0 ? 1 : 1 + space);
        let u = indent * size * advance;
        for (const { text, isMark } of parts) {
          const own = isMark ? 5.5 : size;
          pieces.push(place(u, isMark ? v - 4 : v, own, text));
          u += [...text].length * own * advance;
        }
      });
      if (index === pages.length - 1)
        for (const row of table) {
          v += leading;
          row.forEach((cell, column) => {
            pieces.push(place(column * 110, v, 10, cell));
          });
        }
      notes.forEach((text, position) => {
        pieces.push(place(0, depth - (notes.length - 1 - position) * noteLeading, 7.5, text));
      });
      // In a vertical page no head stands in the way: only the number, as programs print it, in a line of its own.
      if (!isVertical)
        pieces.push(
          { x: MARGIN, y: 40, size: 8, text: isJapanese ? "国際研究" : "Journal of Rivers" },
          { x: WIDTH / 2, y: HEIGHT - 30, size: 8, text: String(index + 101) },
        );
      return pieces;
    }),
    setting,
  );
}
