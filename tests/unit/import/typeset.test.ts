import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const settingsOf = ({ files }: Awaited<ReturnType<typeof importFiles>>) =>
  parse(String(files.get("essay.yaml"))) as Record<string, unknown>;

const paragraphsOf = (imported: Awaited<ReturnType<typeof importFiles>>) =>
  sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs);

const WORDS = "the ice goes down to the sea and the ferry is painted again while nobody asks why".split(" ");

/** Lines of about the width, of words that differ from paragraph to paragraph. */
function linesOf(count: number, width: number, seed: number): string[] {
  const lines: string[] = [];
  let line = "In";
  for (let index = seed; lines.length < count; index += 1) {
    const word = WORDS[(index * 7) % WORDS.length] ?? "";
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line += ` ${word}`;
  }
  return [...lines.slice(0, -1), `${(lines.at(-1) ?? "").slice(0, Math.floor(width / 2)).trim()}.`];
}

test("figures behind names lead to institutes, in a PDF where they are raised and in a text", async () => {
  const text = linesOf(3, 40, 1);
  const body = text.map(
    (line, index): Piece => ({ x: index === 0 ? 72 : 60, y: 180 + index * 14, size: 9, text: line }),
  );
  const raised: Piece[] = [
    { x: 90, y: 60, size: 16, text: "Slow Rivers" },
    { x: 90, y: 90, size: 9, text: "Jane Doe" },
    { x: 133.2, y: 87, size: 6, text: "1" },
    { x: 136.8, y: 90, size: 9, text: ", Richard Roe" },
    { x: 207, y: 87, size: 6, text: "1,2" },
    { x: 90, y: 112, size: 9, text: "1 University of Oslo" },
    { x: 90, y: 126, size: 9, text: "2 Institute of Rivers, Uppsala" },
    ...body,
  ];
  const typed = `Slow Rivers\nJane Doe1, Richard Roe1,2\n1 University of Oslo\n2 Institute of Rivers, Uppsala\n\n${text.join("\n")}\n`;
  for (const files of [{ "a.pdf": pdfOf([raised], "latin") }, { "a.txt": typed }]) {
    const imported = await importFiles(files, { language: "en" });
    assert.deepEqual(settingsOf(imported)["authors"], [
      { family: "Doe", given: "Jane", affiliation: "University of Oslo" },
      { family: "Roe", given: "Richard", affiliation: "University of Oslo; Institute of Rivers, Uppsala" },
    ]);
    assert.deepEqual(paragraphsOf(imported), [text.join(" ")]);
  }
});

test("an institute without anyone's name stays text", async () => {
  const text = linesOf(4, 60, 1).join("\n");
  const imported = await importFiles(
    { "a.txt": `Slow Rivers\nInstitute of Rivers, Uppsala\n\n${text}\n\n${text}\n` },
    { language: "en" },
  );
  assert.equal(settingsOf(imported)["authors"], undefined);
  assert.equal(paragraphsOf(imported)[0], "Institute of Rivers, Uppsala");
});

test("what opens a sequence right under the title or the names heads the text, and is no name and no institute", async () => {
  const own = (line: string) => `${line}。人は誰しも文字を書く。しかし文字を書くことが、どれほど世間に縛られているか。`;
  const japanese = await importFiles(
    { "a.txt": `文字と世間\n中原 文吾\n\n一\n\n${own("春")}\n${own("夏")}\n\n二\n\n${own("秋")}\n${own("冬")}\n` },
    { language: "ja" },
  );
  assert.deepEqual(settingsOf(japanese)["authors"], [{ family: "中原", given: "文吾" }]);
  assert.deepEqual(
    sectionsOf(japanese).map(({ title }) => title),
    ["一", "二"],
  );
  const text = linesOf(4, 60, 2).join("\n");
  const english = await importFiles(
    { "a.txt": `Of Water\n\nI. The River\n${text}\n\nII. The Sea\n${text}\n` },
    { language: "en" },
  );
  assert.equal(settingsOf(english)["authors"], undefined);
  assert.deepEqual(
    sectionsOf(english).map(({ title }) => title),
    ["The River", "The Sea"],
  );
  const named = await importFiles({ "a.txt": `Of Water\nI. Newton\n\n${text}\n\n${text}\n` }, { language: "en" });
  assert.deepEqual(settingsOf(named)["authors"], [{ family: "Newton", given: "I." }]);
});

test("a large initial begins the first of the lines beside it", async () => {
  const lines = [
    "n the office of the fifth floor fires",
    "were found on the fifth of the month,",
    "and nobody had lit them.",
  ];
  const page: Piece[] = [
    { x: 60, y: 60, size: 16, text: "Fireflies" },
    { x: 60, y: 128, size: 30, text: "I" },
    ...lines.map((text, index): Piece => ({ x: index < 2 ? 80 : 60, y: 110 + index * 14, size: 9, text })),
    ...linesOf(3, 40, 3).map(
      (text, index): Piece => ({ x: index === 0 ? 72 : 60, y: 152 + index * 14, size: 9, text }),
    ),
  ];
  assert.deepEqual(paragraphsOf(await importFiles({ "a.pdf": pdfOf([page], "latin") }, { language: "en" })), [
    `I${lines.join(" ")}`,
    linesOf(3, 40, 3).join(" "),
  ]);
});

/** Sets a line to the width: the spaces between its words take what is left. */
function justified(text: string, x: number, y: number, width: number): Piece[] {
  const words = text.split(" ");
  const letters = words.join("").length * 9 * 0.6;
  const space = (width - letters) / Math.max(1, words.length - 1);
  let at = x;
  return words.map((word): Piece => {
    const piece = { x: at, y, size: 9, text: word };
    at += word.length * 9 * 0.6 + space;
    return piece;
  });
}

test("narrow columns whose words stand far from each other are columns, and no table", async () => {
  const columns = [linesOf(16, 22, 1), linesOf(16, 22, 5)];
  const page = columns.flatMap((lines, column) =>
    lines.flatMap((text, index) =>
      index === lines.length - 1
        ? [{ x: 60 + column * 160, y: 100 + index * 14, size: 9, text }]
        : justified(text, 60 + column * 160, 100 + index * 14, 142),
    ),
  );
  const imported = await importFiles(
    { "a.pdf": pdfOf([[{ x: 60, y: 60, size: 16, text: "Columns" }, ...page]], "latin") },
    { language: "en" },
  );
  assert.deepEqual(
    paragraphsOf(imported),
    columns.map((lines) => lines.join(" ")),
  );
});

test("the title of a vertical page that is set apart from short lines is read first", async () => {
  const verse = [
    "硝子の向うに",
    "まだ名のない朝が",
    "私は湯を沸かす",
    "湯気だけが先に",
    "郵便受けが鳴る",
    "誰からでもない",
    "けれど確かに",
    "影がもう一匹の",
    "私の机の上を",
  ];
  const page: Piece[] = [
    { x: 360, y: 360, size: 16, text: "三つの窓" },
    { x: 335, y: 390, size: 10, text: "早川　澄" },
    ...verse.map((text, index): Piece => ({ x: 300 - index * 18, y: 60, size: 10, text })),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([page], "vertical") }, { language: "ja" });
  assert.deepEqual(
    [settingsOf(imported)["title"], settingsOf(imported)["authors"]],
    ["三つの窓", [{ family: "早川", given: "澄" }]],
  );
});

test("speakers who take turns, entries, remarks in brackets and who is quoted begin paragraphs", async () => {
  const speeches = [
    "甲　橋はなぜ落ちるのだろう。石の橋は昔から落ちずにある。重さが理由なら、あれこそ真っ先に落ちるべきだ。",
    "乙　（黙る）",
    "甲　黙ることはない。",
    "乙　では、何が理由だとおっしゃるのですか。私は知りません。新聞で読んだことならいくつか知っていますが、それは別です。",
  ];
  const entries = [
    "開示の対象となるのは、次のものである。",
    "一　職員が作成した文書",
    "二　前号の媒体",
    "三　前二号に準ずるもの",
  ];
  const remarks = [
    "海図について話します。題のほうが先に一人歩きをしている。私は後からついて行くことにします。（笑）",
    "右の上のほう、何も描いてない。知らないということを知っているのです。これが今日の話です。",
  ];
  const set = (text: string) => (`　${text}`.match(/.{1,20}/gu) ?? []).join("\n");
  for (const paragraphs of [speeches, entries, remarks]) {
    const filler = "この町に統計が始まったのは十二年のことである。それまで船の数を数える者はいなかった。帆の数である。";
    const all = [...paragraphs, filler, `また、${filler}`, `さて、${filler}`];
    const imported = await importFiles({ "a.txt": `橋について\n\n${all.map(set).join("\n")}\n` }, { language: "ja" });
    assert.deepEqual(
      paragraphsOf(imported).map((words) => words.replaceAll(/[\s\u3000]/gu, "")),
      all.map((words) => words.replaceAll(/[\s\u3000]/gu, "")),
    );
  }
});

test("the number of an only page is no text", async () => {
  const text = linesOf(5, 60, 1).join("\n");
  assert.deepEqual(paragraphsOf(await importFiles({ "a.txt": `A Page\n\n${text}\n\n1\n` }, { language: "en" })), [
    text.replaceAll("\n", " "),
  ]);
});

test("verse in short lines stays one stanza, and a line that goes on begins no paragraph", async () => {
  const verse = ["硝子の向うに", "まだ名前のない朝があって", "私は湯を沸かす"];
  const prose = "この町に統計が始まったのは十二年のことである。それまで船の数を数える者はいなかった。帆の数である。";
  const set = (text: string) => (text.match(/.{1,24}/gu) ?? []).join("\n");
  const text = `三つの窓\n\n${[set(prose), verse.join("\n"), set(prose)].join("\n\n")}\n`;
  assert.deepEqual(
    paragraphsOf(await importFiles({ "a.txt": text }, { language: "ja" })).map((words) => words.replaceAll(/\s/gu, "")),
    [prose, verse.join(""), prose],
  );
});
