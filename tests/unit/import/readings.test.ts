import assert from "node:assert/strict";
import { test } from "node:test";
import { glyphsOf } from "../../../src/import/pdf/glyphs.ts";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

/** What is read in a line of two characters that letters stand over, at so many points from their beginning. */
async function readOver(word: string, letters: readonly (readonly [number, string])[]): Promise<string> {
  const line = (y: number, text: string): Piece => ({ x: 60, y, size: 12, text });
  const pieces = [
    { x: 60, y: 60, size: 18, text: "川の話" },
    ...letters.map(([x, text]): Piece => ({ x: 60 + 12 * 3 + x, y: 109, size: 6, text })),
    line(120, `村々の${word}は春に開かれるという`),
    line(144, "国境の川を冬に渡る者はなく誰もその訳を問わない。"),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([pieces], "japanese") }, { language: "ja" });
  return String(imported.files.get("ja/opening.mdx"))
    .replaceAll(/<rp>.<\/rp>/gu, "")
    .replaceAll(/<ruby>(.*?)<rt>(.*?)<\/rt><\/ruby>/gu, "{$1|$2}");
}

for (const [name, word, letters, read] of [
  [
    "one letter over the first and two over the second",
    "寄合",
    [
      [3, "よ"],
      [12, "あい"],
    ],
    "{寄|よ}{合|あい}",
  ],
  [
    "two over the first and one over the second",
    "日和",
    [
      [0, "ひよ"],
      [15, "り"],
    ],
    "{日|ひよ}{和|り}",
  ],
  ["as many over each, which may be one reading", "寄合", [[0, "よりあい"]], "{寄合|よりあい}"],
  [
    "three that are spread over both",
    "今日",
    [
      [1, "き"],
      [9, "ょ"],
      [17, "う"],
    ],
    "{今日|きょう}",
  ],
  [
    "three that are spread over both, none of them small",
    "大人",
    [
      [1, "お"],
      [9, "と"],
      [17, "な"],
    ],
    "{大人|おとな}",
  ],
] as const)
  test(`readings of two characters: ${name}`, async () => {
    assert.ok((await readOver(word, letters)).includes(`村々の${read}は春に`));
  });

test("readings of two characters that stand apart for them, each over its own, touch each other", async () => {
  const at = (x: number, y: number, size: number, text: string): Piece => ({ x, y, size, text });
  const pieces = [
    at(60, 60, 18, "川の話"),
    at(96, 109, 6, "ちょうろう"),
    at(60, 120, 12, "村々の"),
    at(99, 120, 12, "長"),
    at(114, 120, 12, "老"),
    at(126, 120, 12, "は春に語るという"),
    at(60, 144, 12, "国境の川を冬に渡る者はなく誰もその訳を問わない。"),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([pieces], "japanese") }, { language: "ja" });
  assert.match(String(imported.files.get("ja/opening.mdx")), /長<.*?ちょう.*老<.*?ろう</u);
});

test("what a space between two readings takes is what their letters leave", () => {
  const glyphs = glyphsOf([
    {
      text: "よ あい",
      transform: [6, 0, 0, 6, 0, 0],
      length: 21.6,
      isVerticalFont: false,
      isRightToLeft: false,
      isBold: false,
      element: undefined,
      isArtifact: false,
    },
  ]);
  assert.deepEqual(
    glyphs.map(({ x }) => Math.round(x * 10) / 10),
    [3, 7.8, 12.6, 18.6],
  );
});
