import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const paragraphsOf = async (text: string, language: string, decisions: readonly (readonly [string, string])[] = []) => {
  const imported = await importFiles({ "a.txt": text }, { language, decisions: new Map(decisions) });
  return sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs);
};

const LEFT = [
  "Few roads are quiet because",
  "nobody wants them. Most of",
  "them were quiet because some",
  "people did not want other",
  "folk upon them, and this is",
  "a paper about such people.",
];
const RIGHT = [
  "The traffic counts published",
  "in 1931 show the shift well,",
  "although the commissioners",
  "read them as a triumph; and",
  "a quiet road, they wrote, is",
  "a finished road, left alone.",
];
const page = (left: readonly string[], right: readonly string[]) =>
  `On Quiet Roads\n\nAnna Beck\n\n${left.map((words, index) => `${words.padEnd(34)}${right[index] ?? ""}`.trimEnd()).join("\n")}\n`;

test("two columns that a program printed side by side are read one after the other", async () => {
  const said = (await paragraphsOf(page(LEFT, RIGHT), "en")).join(" ");
  assert.equal(said, [...LEFT, ...RIGHT].join(" "));
  assert.match(
    (await paragraphsOf(page(LEFT, RIGHT), "en", [["columns 5", "lines"]])).join(" "),
    /because\s+The traffic/u,
  );
});

test("what stands in short cells side by side is no column", async () => {
  const cells = ["elm", "oak", "ash", "yew", "box", "fir"];
  const said = (await paragraphsOf(page(cells, ["120", "307", "330", "104", "211", "199"]), "en")).join(" ");
  assert.match(said, /elm\s+120/u);
});

test("a dialogue and a list of entries beside what is said of them are no columns", async () => {
  for (const [left, right] of [
    [
      ["ANNA BECK SPEAKS", "THE CARTER SAYS", "ANNA BECK AGAIN", "THE CARTER SAYS", "ANNA BECK AGAIN"],
      RIGHT.map((words) => words.replace(/^./u, (letter) => letter.toUpperCase())),
    ],
    [
      ["The beginning of it", "The middle of it all", "The end of it all", "The roads that are", "The roads to be"],
      LEFT,
    ],
  ] as const) {
    const said = (await paragraphsOf(page(left, right), "en")).join(" ").replaceAll(/\s+/gu, " ");
    for (const [index, words] of left.entries()) assert.ok(said.includes(`${words} ${right[index]}`), said);
  }
});

test("columns of ideographs are as wide as they are shown", async () => {
  const left = [
    "静かな道は、誰も望まないから",
    "静かなのではない。たいていは",
    "誰かが人の通るのを望まず、札",
    "を立てたために静かなのだと、",
    "この文は述べる。",
  ];
  const right = [
    "一九三一年の調査はその移り変",
    "わりをすでに示しているのに、",
    "委員たちは勝利と読んだ。静か",
    "な道は、もう何も語ることのな",
    "い道であるという。",
  ];
  const rows = left.map((words, index) => `${words}${"　".repeat(18 - words.length)}${right[index]}`);
  const said = (await paragraphsOf(`静かな道\n\n別所　杏\n\n${rows.join("\n")}\n`, "ja")).join("");
  assert.equal(said, [...left, ...right].join(""));
});

test("a large letter that stands alone, or before the second line, begins its word", async () => {
  const alone =
    "The Weight of Bread\n\nHannah Osei\n\nO\nnce the scale stood in the square, and anybody might put\na loaf on it. Then it went.\n";
  assert.match((await paragraphsOf(alone, "en")).join(" "), /^Once the scale/u);
  const beside =
    "The Weight of Bread\n\nHannah Osei\n\n    nce the scale stood in the square, and anybody might\nO   put a loaf on it in the morning, or in the evening\n    when the baker had gone. Then the scale went too.\n";
  assert.match(
    (await paragraphsOf(beside, "en")).join(" "),
    /^Once the scale stood in the square, and anybody might put a loaf .* when the baker/u,
  );
});

test("a letter that is a word by itself, or counts, stays one", async () => {
  const verse = (letter: string, line: string) =>
    `A Song\n\nHannah Osei\n\nThe song that she sang in the square began in this manner:\n\n${letter}\n${line}\n`;
  for (const [letter, line] of [
    ["O", "what can ail thee, knight at arms"],
    ["I", "was never there, and said so"],
    ["V", "the fifth of the things that were there"],
  ] as const)
    assert.match((await paragraphsOf(verse(letter, line), "en")).join(" "), new RegExp(`${letter}\\s+${line}`, "u"));
});

test("readings that stand in a line of their own stand at their characters, and kana that are none stay text", async () => {
  const imported = async (text: string, decisions: readonly (readonly [string, string])[] = []) => {
    const { files, findings } = await importFiles(
      { "a.txt": `峠の覚書\n\n田所　祐介\n\n${text}\n` },
      { language: "ja", decisions: new Map(decisions) },
    );
    return { text: String(files.get("ja/opening.mdx")), readings: findings.counts.get("readings (ruby)") };
  };
  const said = (base: string, reading: string) => `<ruby>${base}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
  const lines =
    "　　とうげ　　　たびびと\n　　峠　　の茶屋は、　旅人　が必ず\n足を止める場所であった。\nしゅくば\nそこでは宿場の噂が集まり、また散る。";
  const read = await imported(lines);
  assert.equal(read.readings, 3);
  assert.ok(
    read.text.includes(`${said("峠", "とうげ")}の茶屋は、${said("旅人", "たびびと")}が必ず足を止める`),
    read.text,
  );
  assert.ok(read.text.includes(`そこでは${said("宿場", "しゅくば")}の噂`), read.text);
  const kept = await imported(lines, [["readings 8", "text"]]);
  assert.equal(kept.readings, 2);
  assert.match(kept.text, /しゅくば/u);
  const plain = await imported(
    "それは長い夜のことであったのだが\nやはりそうなの\nだと峠の人は言い、また黙ってしまったという。",
  );
  assert.equal(plain.readings, undefined);
  const cry = await imported("ああああ\n山は高くそびえ、誰もがそれを見上げたものだ。\n川は流れる。");
  assert.equal(cry.readings, undefined);
});
