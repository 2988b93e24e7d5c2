import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const TEXT = [
  "   In spring nobody crosses the river.1 And nobody",
  "asks why that should be so in a town of boats.2 Then",
  "the ice goes down to the sea, and the ferry, which",
  "has lain on its side since autumn, is painted again.",
  "   The ferryman is paid in fish.3 And in firewood, so",
  "that what he earns is eaten, or burnt, before summer",
  "has come, and nobody has ever asked him for accounts.",
];

const NOTES = [
  ["The parish register of", "that winter has two", "crossings on the ice,", "and no third."],
  ["Boats were counted when", "taxes were raised: the", "figures of 1811 are lost."],
  ["Pike, as a rule; perch", "was for the priest, who", "was paid by the same", "parish in wood too."],
];

const line = (text: string, x: number, y: number, size: number): Piece => ({
  x: x + (text.length - text.trimStart().length) * size * 0.6,
  y,
  size,
  text: text.trimStart(),
});

/** A page of text in one column, with its notes in two below it: the third is parted by the columns' end. */
function page(isFirstColumnShort: boolean): Uint8Array {
  const notes = NOTES.flatMap((own, note) =>
    own.map((words, row) => (row === 0 ? `${note + 1}. ${words}` : `   ${words}`)),
  );
  const first = isFirstColumnShort ? 5 : 6;
  const pieces = [
    { x: 50, y: 50, size: 16, text: "The Ferry" },
    ...TEXT.map((words, row) => line(words, 50, 80 + row * 16, 10)),
    ...notes.map((words, index) =>
      index < first ? line(words, 50, 250 + index * 10, 7) : line(words, 185, 250 + (index - first) * 10, 7),
    ),
  ];
  return pdfOf([pieces], "latin");
}

for (const [where, isFirstColumnShort] of [
  ["between two of its lines", true],
  ["between other lines of it", false],
] as const)
  test(`notes in two columns under text in one are read one column after the other, a note parted ${where}`, async () => {
    const [section] = sectionsOf(await importFiles({ "a.pdf": page(isFirstColumnShort) }, { language: "en" }));
    assert.equal(section?.paragraphs.length, 2);
    assert.deepEqual(
      section?.notes.map(({ words }) => words),
      NOTES.map((own) => own.join(" ")),
    );
  });
