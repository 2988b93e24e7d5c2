import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { markCandidates, signCandidates } from "../../../src/import/lines/note-marks.ts";
import { MarkedText } from "../../../src/import/marked-text.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

/** What stands before a text: its abstract, its keywords, and notes on its title. */
const settingsOf = (files: ReadonlyMap<string, string | Uint8Array>) =>
  parse(String(files.get("essay.yaml"))) as Record<string, unknown>;

const BODY = `第1章　はじめに1

同盟とは何か。この問いは古い。二つの大戦のあいだに多くの人がこれを問うた2。しかし答えは一つではない。

第一節　抑止の起源

抑止という語は新しい。けれども事柄は古い3。

第2章　おわりに

以上で本稿を終わる。結論は単純である。

* 本稿は講演に手を入れたものである。
1 この章は旧稿による。
2 田中（1999）を参照。
3 同前。
`;

test("an abstract and keywords before the text are fields, and a sign on the title hangs its note there", async () => {
  const heads = {
    lines: "要旨\n本稿は同盟を論じる。抑止は見えるものになった。\n\nキーワード：同盟、抑止",
    labels: "【要約】本稿は同盟を論じる。抑止は見えるものになった。\n【キーワード】同盟　抑止",
  };
  for (const [name, head] of Object.entries(heads)) {
    const imported = await importFiles({ "a.txt": `同盟の変容*\n山田 太郎\n\n${head}\n\n${BODY}` }, { language: "ja" });
    const settings = settingsOf(imported.files);
    assert.deepEqual(
      [settings["title"], settings["abstract"], settings["keywords"]],
      ["同盟の変容[^1]", "本稿は同盟を論じる。抑止は見えるものになった。", ["同盟", "抑止"]],
      name,
    );
    assert.equal(
      String(imported.files.get("ja/hajime-ni.mdx")).includes("[^1]: 本稿は講演に手を入れたものである。"),
      true,
      name,
    );
    assert.deepEqual(
      sectionsOf(imported).map(({ title }) => title),
      ["はじめに", "抑止の起源", "おわりに"],
      name,
    );
    assert.deepEqual(
      settings["numbering"],
      [{ style: "decimal", label: "第{}章" }, { style: "decimal", label: "第{}節" }, "decimal"],
      name,
    );
    const guess = imported.findings.guesses.find(({ key }) => key.startsWith("abstract "));
    const decisions = new Map([[guess?.key ?? "", "text"]]);
    const kept = await importFiles(
      { "a.txt": `同盟の変容*\n山田 太郎\n\n${head}\n\n${BODY}` },
      { language: "ja", decisions },
    );
    assert.equal(settingsOf(kept.files)["abstract"], undefined, name);
  }
});

test("an abstract in another language stays in the text and is told, and chapters lose their word to the numbering", async () => {
  const text = (abstract: string) => `The Quiet Border
Jane Doe

${abstract}

Keywords: border; quiet; boats.

CHAPTER I. THE RIVER

The ferry lies at its pier all winter. Nobody asks why it should be so.

CHAPTER II. THE BOATS

In spring the boats are painted again. Then the town wakes up.
`;
  const own = await importFiles(
    { "a.txt": text("Abstract—It is about the border, and of that it says that nobody asks.") },
    { language: "en" },
  );
  const settings = settingsOf(own.files);
  assert.deepEqual(settings["keywords"], ["border", "quiet", "boats"]);
  assert.equal(settings["abstract"], "It is about the border, and of that it says that nobody asks.");
  assert.deepEqual(settings["numbering"], [{ style: "roman", label: "CHAPTER" }, "decimal", "decimal"]);
  assert.deepEqual(
    sectionsOf(own).map(({ title }) => title),
    ["THE RIVER", "THE BOATS"],
  );
  const foreign = await importFiles(
    {
      "a.txt": text(
        "Zusammenfassung: Das ist die Grenze und der Fluss, und nicht der Hafen ist es, von dem die Rede ist.",
      ),
    },
    { language: "en" },
  );
  assert.equal(settingsOf(foreign.files)["abstract"], undefined);
  assert.ok(foreign.findings.open.some(({ text: said }) => /another language \(de\)/u.test(said)));
});

test("a sign on an author's name in a PDF, and a raised number on the title, lead to notes at the foot of the page", async () => {
  const lines = [
    "In spring nobody crosses it, and nobody asks why it is",
    "so in a town of boats. Then the ice goes down the river",
    "to the sea.",
  ];
  const page = (sign: string, number: string): Piece[] => [
    { x: 100, y: 60, size: 16, text: "The Quiet Border" },
    ...(number ? [{ x: 100 + 16 * 9.6, y: 54, size: 8, text: number }] : []),
    { x: 150, y: 90, size: 8, text: `Jane Doe${sign}` },
    ...lines.map((text, line): Piece => ({ x: line === 0 ? 72 : 60, y: 130 + line * 14, size: 8, text })),
    ...lines.map(
      (text, line): Piece => ({
        x: line === 0 ? 72 : 60,
        y: 172 + line * 14,
        size: 8,
        text: text.replace("spring", "autumn"),
      }),
    ),
    ...(number ? [{ x: 60, y: 508, size: 6, text: "1 Read as a lecture." }] : []),
    ...(sign ? [{ x: 60, y: 520, size: 6, text: "* Pilot of the river." }] : []),
  ];
  for (const [sign, number, notes] of [
    ["*", "", ["Pilot of the river."]],
    ["", "1", ["Read as a lecture."]],
  ] as const) {
    const imported = await importFiles({ "a.pdf": pdfOf([page(sign, number)], "latin") }, { language: "en" });
    const settings = settingsOf(imported.files);
    assert.equal(settings["title"], `The Quiet Border${notes.map((_, index) => `[^${index + 1}]`).join("")}`);
    assert.deepEqual(settings["authors"], [{ family: "Doe", given: "Jane" }]);
    const words = [...imported.files.values()].map(String).join("\n");
    for (const [index, note] of notes.entries()) assert.ok(words.includes(`[^${index + 1}]: ${note}`), note);
  }
});

test("notes under a title of their own whose labels have letters hang on their marks, and others keep their numbers", async () => {
  const text = `The Quiet Border

1. The River

The ferry lies at its pier.E1 Nobody asks why it should be so.1 In winter nobody crosses it at all.

Notes

1 Smith, p. 3.

Editors’ notes

E1 It sank in 1950.

2. The Boats

In spring the boats are painted again.E2 Then the town wakes up.2 So it goes on from year to year.

Notes

2 Ibid., p. 9.

Editors’ notes

E2 Not all of them.
`;
  const imported = await importFiles({ "a.txt": text }, { language: "en" });
  assert.deepEqual(
    sectionsOf(imported).map(({ title, notes }) => [title, notes.map(({ words }) => words)]),
    [
      ["The River", ["It sank in 1950.", "Smith, p. 3."]],
      ["The Boats", ["Not all of them.", "Ibid., p. 9."]],
    ],
  );
});

test("a list of contents that names pages and paragraphs is left out", async () => {
  const part = (title: string) =>
    `${title}\n\nThe ferry of ${title.toLowerCase()} lies at its pier. Nobody asks why it should be so.\n\n`;
  const text = `On Boats\n\nContents\n\nThe River ¶1–4 3\nThe Road 6 ¶5\nThe Town\n¶6–7\n\n${["The River", "The Road", "The Town"].map(part).join("")}`;
  const imported = await importFiles({ "a.txt": text }, { language: "en" });
  assert.deepEqual(
    sectionsOf(imported).map(({ title, paragraphs }) => [title, paragraphs.length]),
    [
      ["The River", 1],
      ["The Road", 1],
      ["The Town", 1],
    ],
  );
});

test("raised labels that stand side by side, and behind a number, are marks of their own", () => {
  const text = "They are painted.4E7 So it goes on.E8E9";
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const marked = new MarkedText(text, [
    { kind: "sup", ...at("4E7") },
    { kind: "sup", ...at("E8E9") },
  ]);
  const labels = new Set(["E7", "E8", "E9"]);
  assert.deepEqual(
    signCandidates([marked], labels).map(({ sign }) => sign),
    ["E7", "E8", "E9"],
  );
  assert.deepEqual(
    markCandidates([marked]).map(({ number, style }) => [number, style]),
    [[4, "raised"]],
  );
});

test("a label behind words without spaces is a mark though nothing is raised", () => {
  const marked = new MarkedText("大きな変化が生じている編11。編1月の話ではない。");
  assert.deepEqual(
    signCandidates([marked], new Set(["編11"])).map(({ sign, start }) => [sign, start]),
    [["編11", 11]],
  );
});
