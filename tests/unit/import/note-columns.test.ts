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

/** Words, with what is raised between bars. */
function withRaised(text: string, y: number): Piece[] {
  let x = 50;
  return text.split("|").map((words, index): Piece => {
    const isRaised = index % 2 === 1;
    const piece = { x, y: isRaised ? y - 4 : y, size: isRaised ? 6 : 10, text: words };
    x += words.length * piece.size * 0.6;
    return piece;
  });
}

// A heading among small letters is larger than they, or as large as letters of a text.
for (const [size, how] of [
  [7.6, "hardly larger than they"],
  [9, "nearly as large as the text"],
] as const)
  test(`notes of two kinds in columns below each other are read kind by kind, under titles ${how}`, async () => {
    const text = [
      "In spring nobody crosses the river.|1| And nobody",
      "asks why that should be so,|E1| in a town of boats.",
      "Then the ice goes down|2| to the sea,|E2| and the ferry",
      "is painted again, as it was in any spring before.",
    ];
    // The second column of the first kind is the longer, and the last note of the second goes on from column to column.
    const own = [
      ["1. The parish register of", "   that winter has two."],
      [
        "2. Boats were counted when",
        "   taxes were raised: the",
        "   figures of 1811 are lost,",
        "   as are the next ones.",
      ],
    ];
    const editors = [
      [
        "E1 Nobody asked in writing;",
        "   what was said is told by",
        "   his daughter, a child of",
        "   four.",
        "E2 To the lower sea, or so",
      ],
      [
        "   the daughter says, below",
        "   the weir, where a chapel",
        "   of the boatmen stood and",
        "   where the ice is broken",
        "   with axes.",
      ],
    ];
    const columns = (both: readonly (readonly string[])[], y: number) =>
      both.flatMap((column, place) => column.map((words, row) => line(words, 50 + place * 135, y + row * 10, 7)));
    const pieces = [
      { x: 50, y: 50, size: 16, text: "The Ferry" },
      ...text.flatMap((words, row) => withRaised(words, 80 + row * 16)),
      { x: 50, y: 180, size, text: "Notes" },
      ...columns(own, 196),
      { x: 50, y: 256, size, text: "Editors' notes" },
      ...columns(editors, 272),
    ];
    const [section] = sectionsOf(await importFiles({ "a.pdf": pdfOf([pieces], "latin") }, { language: "en" }));
    assert.deepEqual(
      section?.notes.map(({ before, words }) => [before.trim(), words]),
      [
        ["river", "The parish register of that winter has two."],
        ["be so", "Nobody asked in writing; what was said is told by his daughter, a child of four."],
        ["s down", "Boats were counted when taxes were raised: the figures of 1811 are lost, as are the next ones."],
        [
          "he sea",
          "To the lower sea, or so the daughter says, below the weir, where a chapel of the boatmen stood and where the ice is broken with axes.",
        ],
      ],
    );
  });
