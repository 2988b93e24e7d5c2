import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { pdfOf } from "../../support/print-pdf.ts";

const LINES = [
  "In spring nobody crosses the river, and nobody asks why",
  "that should be so in a town of boats. Then the ice goes",
  "down to the sea, and the ferry is painted again.",
];

/** The same page, whose letters are written one way and which is shown another way. */
function turned(matrix: string, rotate: number): Uint8Array {
  const file = Buffer.from(
    pdfOf([LINES.map((text, line) => ({ x: 60, y: 100 + line * 14, size: 8, text }))], "latin"),
  ).toString("latin1");
  return Buffer.from(
    file
      .replaceAll(
        /BT \/F 8 Tf 1 0 0 1 (\S+) (\S+) Tm/gu,
        (_, x, y) => `BT /F 8 Tf ${matrix} ${place(matrix, Number(x), Number(y))} Tm`,
      )
      .replace("/MediaBox[0 0 420 595]", `/Rotate ${rotate}/MediaBox[0 0 595 595]`)
      // The places of the objects have moved: a reader finds them anew.
      .replace(/<<\/Length \d+>>/u, `<</Length ${file.length}>>`)
      .replace(/startxref\n\d+/u, "startxref\n0"),
    "latin1",
  );
}

/** Where a place of the page lies after the turn of the matrix about the middle of its sheet. */
function place(matrix: string, x: number, y: number): string {
  const [a = 0, b = 0, c = 0, d = 0] = matrix.split(" ").map(Number);
  const [u, v] = [x - 297, y - 297];
  return `${(a * u + c * v + 297).toFixed(2)} ${(b * u + d * v + 297).toFixed(2)}`;
}

for (const [name, matrix, rotate] of [
  ["shown upright by its rotation of 90", "0 1 -1 0", 90],
  ["shown upright by its rotation of 270", "0 -1 1 0", 270],
  ["shown lying on its side", "1 0 0 1", 90],
  ["shown upside down", "1 0 0 1", 180],
  ["whose text climbs", "0 1 -1 0", 0],
] as const)
  test(`a page ${name} is read as it is meant`, async () => {
    const imported = await importFiles({ "a.pdf": turned(matrix, rotate) }, { language: "en" });
    assert.deepEqual(
      sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs),
      [LINES.join(" ")],
    );
  });
