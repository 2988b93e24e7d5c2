import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const TEXT = [
  "In spring nobody crosses the river, and nobody in the",
  "town asks why that should be so. Then the ice goes out.",
  "The ferryman is paid in fish and in firewood, so that",
  "what he earns is eaten or burnt before the summer comes.",
];

const rows = (lines: readonly string[], y: number, size: number): Piece[] =>
  lines.map((text, row) => ({ x: 50, y: y + row * size * 1.5, size, text }));

/** A page whose figure is drawn with labels that stand beside each other, over the words. */
const page = (caption: string) =>
  pdfOf(
    [
      [
        { x: 50, y: 50, size: 16, text: "The Ferry" },
        ...rows(TEXT, 80, 10),
        ...[
          ["Norway", "Sweden"],
          ["Denmark", "Finland"],
          ["Iceland", "Estonia"],
        ].flatMap((labels, row) =>
          labels.map((text, at): Piece => ({ x: 90 + at * 120 + row * 7, y: 180 + row * 17, size: 6, text })),
        ),
        { x: 50, y: 250, size: 8, text: caption },
        ...rows(TEXT, 290, 10),
      ],
    ],
    "latin",
  );

const wordsOf = async (caption: string, decisions = new Map<string, string>()) => {
  const imported = await importFiles({ "a.pdf": page(caption) }, { language: "en", decisions });
  return {
    words: [...imported.files.values()].map(String).join(),
    report: imported.findings.leftOut.map(({ text }) => text).join(),
  };
};

test("the words that are drawn over a caption are left out and told, but for an author's word", async () => {
  const { words, report } = await wordsOf("Figure 1. The north");
  assert.ok(!words.includes("Norway") && words.includes("Figure 1. The north"));
  assert.match(report, /Norway/u);
  assert.match((await wordsOf("Figure 1. The north", new Map([["drawing 1", "text"]]))).words, /Norway/u);
});

test("the same words over no caption are text, or a table", async () => {
  const { report } = await wordsOf("The countries of the north");
  assert.equal(report, "");
});
