import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const SENTENCES = [
  "この町の船を数える者は役人ではなく、橋の上から川を見る老人である。",
  "帳簿は一冊しかなく、それも三十年前の大水のときに半ばが流れた。",
  "残った半分には、春に出た船の名と、秋に戻らなかった船の名がある。",
  "名のない船は数えられず、数えられない船は帰らなくても知られない。",
];

/** Lines of a column, each of as many characters, of sentences that go on from one to the next. */
const columnOf = (seed: number, lines: number): string[] =>
  Array.from({ length: 40 }, (_, index) => SENTENCES[(index + seed) % SENTENCES.length] ?? "")
    .join("")
    .replaceAll("。", "、")
    .match(/.{15}/gu)
    ?.slice(0, lines) ?? [];

const ROWS = [
  ["年", "春", "秋", "備考"],
  ["一九〇三", "百二十", "九十八", "帆船"],
  ["一九一三", "二百十", "百", "汽船"],
  ["一九二三", "八十八", "六十四", "震災"],
];
const PLACES = [110, 172, 216, 260];

const SIZE = 9;
const [LEFT, RIGHT, STEP] = [60, 213, 14];

const column = (lines: readonly string[], x: number, top: number): Piece[] =>
  lines.map((text, index): Piece => ({ x, y: top + index * STEP, size: SIZE, text }));

/** A table over both columns of a page: the space between its second and its third cells stands where the gutter does. */
const table = (top: number): Piece[] => [
  { x: 170, y: top, size: SIZE, text: "表１　船の数" },
  ...ROWS.flatMap((cells, row) =>
    cells.map((text, cell): Piece => ({ x: PLACES[cell] ?? 0, y: top + 18 + row * STEP, size: SIZE, text })),
  ),
];

const squeezed = (words: string): string => words.replaceAll(/\s/gu, "");

test("a table over two columns is one table, and the sentence that its page begins with goes on before it", async () => {
  const [first, second, third, fourth] = [columnOf(0, 20), columnOf(1, 20), columnOf(2, 20), columnOf(3, 12)];
  const last = fourth.with(-1, "誰も知らない。");
  const whole = [...first, ...second, ...third, ...last].join("");
  const pages = [
    [{ x: LEFT, y: 60, size: 14, text: "船の数" }, ...column(first, LEFT, 110), ...column(second, RIGHT, 110)],
    [...table(70), ...column(third, LEFT, 180), ...column(last, RIGHT, 180)],
  ];
  const imported = await importFiles({ "a.pdf": pdfOf(pages, "japanese") }, { language: "ja" });
  const found = String(imported.files.get(`ja/${imported.draft.sections[0]?.id}.mdx`));
  assert.match(found, /\| 年 +\| 春 +\| 秋 +\| 備考 +\|/u);
  assert.match(found, /\| 一九二三 +\| 八十八 +\| 六十四 +\| 震災 +\|/u);
  const paragraphs = sectionsOf(imported).flatMap((section) => section.paragraphs.map(squeezed));
  assert.equal(
    paragraphs.find((words) => words.startsWith(whole.slice(0, 12))),
    whole,
  );
});

test("a line that sticks out into the space between two columns parts neither from the other", async () => {
  const [long, short] = [columnOf(0, 24), columnOf(2, 8)];
  const own = [...long.slice(0, 12), `${long[12] ?? ""}）`, ...long.slice(13), "誰も知らない。"];
  const page = [...column(own, LEFT, 110), ...column(short, RIGHT, 110)];
  const imported = await importFiles(
    { "a.pdf": pdfOf([[{ x: LEFT, y: 60, size: 14, text: "船の数" }, ...page]], "japanese") },
    { language: "ja" },
  );
  const words = sectionsOf(imported)
    .flatMap(({ paragraphs }) => paragraphs)
    .map(squeezed)
    .join("");
  assert.equal(words, [...own, ...short].join(""));
});
