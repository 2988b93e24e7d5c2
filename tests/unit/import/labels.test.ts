import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const TEXT = "国境の川を冬に渡る者はなく誰もその訳を問わない。";

test("the number of a caption marks no note, and the space after it is a space", async () => {
  const line = (y: number, text: string, x = 60): Piece => ({ x, y, size: 10, text });
  const cells = (y: number, texts: readonly string[]) => texts.map((text, at) => line(y, text, 80 + at * 100));
  const pieces = [
    { x: 60, y: 60, size: 16, text: "川の船" },
    line(110, TEXT),
    line(150, "表１"),
    line(150, "船の数", 90),
    ...cells(172, ["年", "船の数", "岸の名"]),
    ...cells(192, ["二年", "百隻", "北の岸"]),
    ...cells(212, ["三年", "九隻", "南の岸"]),
    line(250, TEXT),
    // The space is a quarter as wide as a character, and the file has none.
    line(290, "甲は乙に船を貸し乙は甲に船を返す。", 92.5),
    line(290, "第１条"),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([pieces], "japanese") }, { language: "ja" });
  const text = String(imported.files.get("ja/opening.mdx"));
  assert.match(text, /^Table: 表１　船の数\n\n\| 年/mu);
  assert.match(text, /^第１条 甲は乙に船を貸し/mu);
  assert.doesNotMatch(text, /\[\^/u);
});

for (const [line, kept] of [
  ["図1 岸の図", "図1 岸の図"],
  ["図1 に示すとおり、船の数は減った。", "図1に示すとおり、船の数は減った。"],
  ["第2条 乙は甲に船を返す。", "第2条 乙は甲に船を返す。"],
  ["三 乙は甲に船を返す。", "三 乙は甲に船を返す。"],
  ["2012 年に船は減った。", "2012年に船は減った。"],
  ["昭和 21 年に船は減った。", "昭和21年に船は減った。"],
] as const)
  test(`of “${line}” the spaces of a label are kept and no others`, async () => {
    const source = `川の船\n山田花子\n\n${TEXT}\n\n${line}\n\n${TEXT}\n`;
    const imported = await importFiles({ "a.txt": source }, { language: "ja" });
    const texts = [...imported.files].flatMap(([name, text]) => (name.endsWith(".mdx") ? [String(text)] : []));
    assert.ok(texts.join("\n").split("\n").includes(kept), texts.join("\n"));
  });

test("the numbers of two captions are no notes without texts", async () => {
  const caption = (number: number) => `    表${number} 船の数\n    年   船の数\n    2012  百隻\n`;
  const source = `川の船\n\n${TEXT.repeat(3)}\n${caption(1)}${TEXT.repeat(3)}\n${caption(2)}${TEXT}\n`;
  const imported = await importFiles({ "a.txt": source }, { language: "ja" });
  assert.equal(imported.findings.counts.get("note marks"), undefined);
});

test("a part has its heading after a table, whose last line ends no sentence", async () => {
  const source = `川の船\n\n第一章 船の数\n${TEXT.repeat(3)}\n${TEXT}\n    年   船の数\n    2012  百隻\n    2013  九隻\n第二章 岸の話\n${TEXT.repeat(3)}\n${TEXT}\n`;
  const imported = await importFiles({ "a.txt": source }, { language: "ja" });
  assert.deepEqual(
    imported.draft.sections.map(({ title }) => title),
    ["船の数", "岸の話"],
  );
});

test("a number after 表 within a longer word still marks a note", async () => {
  const source = `川の船\n\nそれは春の発表1。${TEXT}\n\n${TEXT}\n\n注\n1 山田『川』。\n`;
  const imported = await importFiles({ "a.txt": source }, { language: "ja" });
  assert.match([...imported.files.values()].join("\n"), /発表\[\^1\]/u);
});
