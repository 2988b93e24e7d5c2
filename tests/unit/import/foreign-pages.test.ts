import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, PIXEL, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

/** Lines of Japanese text, thirty squares long, as a word processor prints them, and notes at the foot. */
const [X, STEP] = [60, 18];
const rows = (lines: readonly string[], y = 60): Piece[] =>
  lines.map((text, row) => ({ x: X, y: y + row * STEP, size: 10, text }));
const notes = (lines: readonly string[]): Piece[] =>
  lines.map((text, row) => ({ x: X, y: 500 + row * 10, size: 8, text }));
/** A raised number behind so many characters of a row. */
const mark = (text: string, row: number, squares: number, y = 60): Piece => ({
  x: X + squares * 10,
  y: y + row * STEP - 4,
  size: 5,
  text,
});
const notesAmong = async (pages: readonly (readonly Piece[])[]) =>
  sectionsOf(await importPages(pages)).flatMap((section) => section.notes);
const importPages = (pages: readonly (readonly Piece[])[]) =>
  importFiles({ "a.pdf": pdfOf(pages, "japanese") }, { language: "ja" });

test("notes that count anew on each page have their marks where a paragraph goes on at the head of the next page", async () => {
  const pages = [
    [
      ...rows([
        "　川の渡し守は冬のあいだ仕事をもたない。氷が張れば誰も呼ばな",
        "い。役場には帳簿が置かれ　、渡った人の名が毎日書かれていた。そ",
      ]),
      mark("1", 1, 12),
      ...notes(["1　役場は橋のたもとにあった。"]),
    ],
    [
      ...rows(["のうち一冊だけが残っている　。この白紙こそ読まれるべきである。", "　第二の論点は橋である。"]),
      mark("1", 0, 13),
      ...notes(["1　ほかの帳簿は火事で失われた。"]),
    ],
    [
      ...rows(["　橋を渡るには税がかかり　、舟を渡すには魚が要ったのであった。"]),
      mark("1", 0, 12),
      ...notes(["1　税は春に納めた。"]),
    ],
  ];
  assert.deepEqual(await notesAmong(pages), [
    { before: "帳簿が置かれ", words: "役場は橋のたもとにあった。" },
    { before: "が残っている", words: "ほかの帳簿は火事で失われた。" },
    { before: "は税がかかり", words: "税は春に納めた。" },
  ]);
});

test("a reading that begins with its word of two ideographs reads both, and one that hangs over kana reads its own alone", async () => {
  const words = async (base: string, reading: string, squares: number) => {
    const line = `渡し場をめぐる${base}体系は口約束に支えられていた。`;
    const pages = [
      [
        ...rows(["　川の渡し守は冬のあいだ仕事をもたない。", line]),
        { x: X + squares * 10, y: 60 + STEP - 9, size: 4.7, text: reading },
      ],
    ];
    return [...(await importPages(pages)).files.values()]
      .map(String)
      .join("")
      .replaceAll(/<rp>.<\/rp>/gu, "");
  };
  assert.match(await words("権利の", "けんり", 7), /<ruby>権利<rt>けんり<\/rt><\/ruby>の/u);
  assert.match(await words("櫓の", "やぐ", 7), /<ruby>櫓<rt>やぐ<\/rt><\/ruby>の/u);
  assert.match(await words("舵のの", "かじと", 7), /<ruby>舵<rt>かじと<\/rt><\/ruby>のの/u);
});

test("figures that go on a note below its full line are words of it, and a number at the foot is the page's", async () => {
  const text = [
    ...rows([
      "　川の渡し守は冬のあいだ仕事をもたない　。氷が張れば誰も呼ばな",
      "い。役場には帳簿が置かれ、渡った人の名が毎日書かれていた。その",
      "うち一冊だけが残っており、それも半ばは白紙であると役場の者は言",
    ]),
    mark("1", 0, 19),
  ];
  const full = "1　渡し守については次の書を見よ。山本太郎『川と舟の歴史』北方書房、頁";
  const noteOf = async (rest: Piece) =>
    (await notesAmong([[...text, ...notes([full]), rest], rows(["っている。渡った人の名はもうわからない。"])]))
      .map(({ words }) => words.replaceAll(/\s/gu, ""))
      .join("");
  assert.match(await noteOf({ x: X + 16, y: 510, size: 8, text: "12-15." }), /頁12.15\.$/u);
  assert.match(await noteOf({ x: 200, y: 530, size: 8, text: "12" }), /頁$/u);
});

test("marks of emphasis as large as their letters are no line, and a line of such signs is one", async () => {
  const words = async (distance: number) => {
    const dots = [3, 4, 5].map(
      (square): Piece => ({ x: X + square * 10, y: 60 + STEP - distance, size: 10, text: "・" }),
    );
    const lines = rows([
      "　川の渡し守は冬のあいだ仕事をもたない。氷が張れば誰も呼ばな",
      "い。この白紙こそ読まれるべきである。",
    ]);
    return [...(await importPages([[...lines, ...dots]])).files.values()].map(String).join("");
  };
  assert.match(await words(7), /呼ばない。*こ\*の白紙|い。\*の白紙\*|い。こ\*の白紙\*こそ/u);
  assert.match(await words(-STEP), /・・・/u);
});

test("a raised sign and its number are one mark, and so is a number beside a vertical line", async () => {
  const raised = [
    ...rows([
      "　川の渡し守は冬のあいだ仕事をもたない　。氷が張れば誰も呼ばな",
      "い。役場には帳簿が置かれ、渡った人の名が毎日書かれていた。その",
    ]),
    mark("*1", 0, 19),
    ...notes(["*1　渡し守については次の書を見よ。"]),
  ];
  const imported = await importPages([raised]);
  assert.deepEqual(await notesAmong([raised]), [{ before: "事をもたない", words: "渡し守については次の書を見よ。" }]);
  assert.doesNotMatch(String(imported.files.get("ja/opening.mdx")), /<sup>|\*/u);
});

test("a number between vertical lines marks a note where it stands", async () => {
  const column = (text: string, index: number): Piece => ({ x: 340 - index * 18, y: 60, size: 10, text });
  const page = [
    column("　川の渡し守は冬のあいだ仕事をもたない。氷が張れば誰も呼ばない。", 0),
    column("役場には帳簿が置かれ、渡った人の名が毎日書かれていた。そのうち", 1),
    column("一冊だけが残っている。", 2),
    { x: 340 - 18 + 9, y: 60 + 97, size: 6, text: "1" },
    { x: 200, y: 60, size: 7, text: "1　渡し守については次の書を見よ。" },
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([page], "vertical") }, { language: "ja" });
  assert.deepEqual(
    sectionsOf(imported).flatMap((section) => section.notes),
    [{ before: "帳簿が置かれ", words: "渡し守については次の書を見よ。" }],
  );
});

test("a reading over the first line of a column stays with its word", async () => {
  const line = "氷が張れば誰も舟を呼ばず人も来ず";
  const column = (x: number, first: string): Piece[] =>
    [first, ...Array.from({ length: 9 }, () => line)].map((text, row) => ({ x, y: 80 + row * STEP, size: 10, text }));
  const pieces = [
    ...column(40, "渡し場をめぐる体系は口約束にあり"),
    ...column(220, "村の権利をめぐる体系は口約束にて"),
    { x: 240, y: 71, size: 5, text: "けんり" },
  ];
  const { files } = await importPages([pieces]);
  assert.match([...files.values()].map(String).join(""), /村の<ruby>権利<rp>（<\/rp><rt>けんり/u);
});

test("an image that is taken out leaves no end of a line behind, which would be written as a word", async () => {
  const imported = await importFiles({
    "a.html":
      '<!doctype html><html lang="en"><body><h1>Quays</h1><p>The text of it.<br><img src="https://example.org/a.png"></p><p>More of it.<br><img src="data:image/png;base64,AAAA"></p><p><em>And more.<br><img src="data:image/png;base64,AAAA"></em></p></body></html>',
  });
  assert.deepEqual(
    sectionsOf(imported)[0]?.paragraphs.map((one) => one.replaceAll("\\", "SIGN")),
    ["The text of it.", "More of it.", "And more."],
  );
});

test("lists of contents and boxes that blogs and wikis put into an article are told, cells and drawings that cannot be kept too", async () => {
  const { files, findings, draft } = await importFiles({
    "a.html": `<!doctype html><html lang="en"><body><article><h1>Quays</h1><p>The text of the quays.</p>
<div id="toc_container"><p>Contents</p><ul><li><a href="#a">1 First</a></li></ul></div>
<div class="has-toc"><p>What has a list is none: <a href="#a">the first of its two quays</a>.</p></div>
<table class="sidebar"><tbody><tr><td><a href="/x">Piers</a> <a href="/y">Moles</a></td></tr></tbody></table>
<h2 id="a">First</h2><figure><table><tr><th rowspan="2">Year</th><th colspan="2">Boats</th></tr><tr><th>Big</th><th>Small</th></tr></table><figcaption>Boats by year</figcaption></figure>
<p>A drawing: <svg width="200" aria-label="A quay"><path d="M0 0"/></svg> and a sign <svg width="16"><path d="M0 0"/></svg> and <img src="data:image/png;base64,${Buffer.from(PIXEL).toString("base64")}">.</p></article></body></html>`,
  });
  const text = draft.sections.map(({ id }) => String(files.get(`en/${id}.mdx`))).join("\n");
  assert.doesNotMatch(text, /Contents|Piers/u);
  assert.match(text, /What has a list is none/u);
  assert.match(text, /Table: Boats by year\n\n\|/u);
  const told = [...findings.leftOut, ...findings.open].map(({ text: said }) => said).join("\n");
  assert.match(told, /“Contents 1 First”/u);
  assert.match(told, /“Piers Moles”/u);
  assert.match(told, /2 cells of tables that reach over/u);
  assert.match(told, /1 drawings that the page itself holds \(SVG\): “A quay”/u);
  assert.match(told, /^1 have no description, which those need who do not see them: images\/figure-1\.png$/mu);
});
