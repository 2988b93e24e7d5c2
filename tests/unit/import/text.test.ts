import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

/** As a viewer copies it out of a PDF: broken lines, radicals, spaces about Latin letters, a space where a paragraph ends. */
const EXTRACTED = `同盟の変容―⻄側における抑止の可視化
⼭⽥ 花⼦
（北⽅⼤学准教授）

はじめに 
2022 年 2 ⽉ 24 ⽇に始まった侵攻により、この地域の安全は根底から覆されたように⾒
える。⻑い時間をかけて築かれた秩序が、⼀夜にして失われたからである1。 
しかし、体制として⾒ればすべてが崩れたわけではない。NATO の結束は強まり、G7 も 3
つの原則を⽰した。これを「新しい抑⽌」と呼ぶ論者もいる2。 

1 抑⽌の可視化 
抑⽌は通常は⾒えない。それが⾒えたとすれば、何が変わったのかを問わねばならない。 
（1）同盟の内と外 
内と外の境界は明確になった3。それは 2022 年以来の変化である。 

2 おわりに 
結論は以上である。 
`;

test("a text out of a PDF gets its paragraphs, headings, note marks and title page back", async () => {
  const imported = await importFiles({ "essay.txt": EXTRACTED }, { language: "ja" });
  const settings = parse(String(imported.files.get("essay.yaml"))) as Record<string, unknown>;
  assert.equal(settings["title"], "同盟の変容");
  assert.equal(settings["subtitle"], "西側における抑止の可視化");
  assert.deepEqual(settings["authors"], [{ family: "山田", given: "花子", affiliation: "北方大学准教授" }]);
  const sections = sectionsOf(imported);
  assert.deepEqual(
    sections.map(({ title, paragraphs }) => [title, paragraphs.length]),
    [
      ["はじめに", 2],
      ["抑止の可視化", 1],
      ["同盟の内と外", 1],
      ["おわりに", 1],
    ],
  );
  assert.equal(
    sections[0]?.paragraphs[0],
    "2022年2月24日に始まった侵攻により、この地域の安全は根底から覆されたように見える。長い時間をかけて築かれた秩序が、一夜にして失われたからである。",
  );
  assert.deepEqual(
    sections.flatMap(({ notes }) => notes.map(({ before }) => before)),
    ["たからである", "ぶ論者もいる", "明確になった"],
  );
  assert.deepEqual(
    imported.draft.sections.map(({ depth }) => depth),
    [1, 1, 2, 1],
  );
  assert.ok(imported.findings.characters.radicals > 10);
});

test("notes at the feet of pages, running heads and page numbers leave the text", async () => {
  const page = (number: number, body: string, notes: string) => `The Quiet Border\n\n${body}\n\n${notes}\n\n${number}`;
  const text = [
    page(
      1,
      "Nobody crosses the river in winter, and nobody asks why that should be so\nin a country that has so many boats.1 The ferry lies at its pier, and the ferry-",
      "1 See the harbour's books for 1911.",
    ),
    page(
      2,
      "man has gone to his brother's house in the hills. What is left of the road is\nunder snow.2",
      "2 A letter of March tells of it.",
    ),
    page(
      3,
      "In spring the ice breaks with a noise that can be heard in the town. Then the\nboats are painted again.3",
      "3 The painter was called Holm.",
    ),
  ].join("\f");
  const imported = await importFiles({ "border.txt": text }, { language: "en" });
  const [section] = sectionsOf(imported);
  const words = section?.paragraphs.join(" ") ?? "";
  assert.match(words, /The ferry lies at its pier, and the ferryman has gone to his brother's house/u);
  assert.doesNotMatch(words, /Quiet Border/u);
  assert.deepEqual(
    section?.notes.map(({ words: note }) => note),
    ["See the harbour's books for 1911.", "A letter of March tells of it.", "The painter was called Holm."],
  );
  assert.equal(imported.findings.counts.get("page numbers left out"), 3);
});

test("a digit out of sequence is text, whatever stands beside it", async () => {
  const imported = await importFiles(
    {
      "a.txt":
        "題名の文\n\n第1回の会議は1989年に開かれ、G7の3か国が参加した1。その後の5年間は静かであった。\n\n会議は2日続き、表1のとおりに終わった2。\n\n注\n1 会議の記録による。\n2 同じ記録による。\n",
    },
    { language: "ja" },
  );
  const [section] = sectionsOf(imported);
  assert.deepEqual(section?.notes, [
    { before: "国が参加した", words: "会議の記録による。" },
    { before: "りに終わった", words: "同じ記録による。" },
  ]);
  assert.match(section?.paragraphs.join("") ?? "", /第1回の会議は1989年に開かれ、G7の3か国/u);
});

test("a guess is overruled by its key, and nothing else changes", async () => {
  const before = await importFiles({ "essay.txt": EXTRACTED }, { language: "ja" });
  const guess = before.findings.guesses.find(({ text }) => text.startsWith("（1）"));
  assert.ok(guess, "the heading （1） is told as a guess");
  const after = await importFiles(
    { "essay.txt": EXTRACTED },
    { language: "ja", decisions: new Map([[guess.key, "none"]]) },
  );
  assert.equal(after.draft.sections.length, before.draft.sections.length - 1);
  assert.deepEqual(after.files.get("ja/hajime-ni.mdx"), before.files.get("ja/hajime-ni.mdx"));
});

test("a text in another encoding is read, and a chapter's file joins another", async () => {
  const shiftJis = new Uint8Array([
    0x91, 0xe8, 0x96, 0xbc, 0x0a, 0x0a, 0x96, 0x7b, 0x95, 0xb6, 0x82, 0xc5, 0x82, 0xa0, 0x82, 0xe9, 0x81, 0x42,
  ]);
  const imported = await importFiles({ "a.txt": shiftJis, "b.md": "# 二つめ\n\nつづきである。\n" }, { language: "ja" });
  assert.match(String(imported.files.get("essay.yaml")), /^title: 題名$/mu);
  assert.deepEqual(
    sectionsOf(imported).map(({ title, paragraphs }) => [title, paragraphs]),
    [
      [undefined, ["本文である。"]],
      ["二つめ", ["つづきである。"]],
    ],
  );
});

test("numbers alone head the parts of a chapter, in Roman figures and in ideographs", async () => {
  const prose = "Nobody crosses the river in winter, and nobody asks why.\nThe boats are painted in spring.";
  const titles = async (heads: readonly string[], language: string, text: string) => {
    const body = heads.map((head) => `${head}\n\n${text}\n\n${text}`).join("\n\n");
    const { draft } = await importFiles({ "a.txt": `THE BORDER\n\n${body}\n` }, { language });
    return draft.sections.map(({ title, depth }) => [title, depth]);
  };
  assert.deepEqual(await titles(["CHAPTER I.", "I.", "II.", "CHAPTER II.", "I.", "II."], "en", prose), [
    ["CHAPTER I.", 1],
    ["I.", 2],
    ["II.", 2],
    ["CHAPTER II.", 1],
    ["I.", 2],
    ["II.", 2],
  ]);
  assert.deepEqual(await titles(["一", "二", "三"], "ja", "冬に川を渡る者はなく、誰もその訳を問わない。"), [
    ["一", 1],
    ["二", 1],
    ["三", 1],
  ]);
});

const told = (
  what: string,
): string => `The ${what} goes down to the sea between two hills that nobody has named, and the boats
that go with it carry wool and salt to the towns of the coast all summer long.

In winter nobody crosses. The ferry lies at its pier and waits for the ice to break.
`;
const outline = ({ draft }: Awaited<ReturnType<typeof importFiles>>) =>
  draft.sections.map(({ depth, title }) => [depth, title]);

test("a chapter's number and the title in the line under it are one heading", async () => {
  for (const between of ["\n", "\n\n"]) {
    const text = `On Boats\n\nCHAPTER I.${between}THE RIVER\n\n${told("river")}\nCHAPTER II.${between}THE ROAD\n\n${told("road")}`;
    const imported = await importFiles({ "boats.txt": text }, { language: "en" });
    assert.deepEqual(outline(imported), [
      [1, "THE RIVER"],
      [1, "THE ROAD"],
    ]);
    assert.deepEqual(
      sectionsOf(imported).map(({ paragraphs }) => paragraphs.length),
      [2, 2],
    );
  }
  const japanese =
    "第一章\n\n川\n\n川は二つの山のあいだを海に下り、船は羊毛と塩を夏のあいだ海沿いの町へと運ぶのである。\n\n冬は誰も渡らない。\n\n";
  const text = `船のこと\n\n${japanese}${japanese.replace("第一章\n\n川", "第二章\n\n道")}`;
  assert.deepEqual(outline(await importFiles({ "a.txt": text }, { language: "ja" })), [
    [1, "川"],
    [1, "道"],
  ]);
});

test("a list of contents whose lines all come again as headings is left out and told", async () => {
  const chapters = `I. The River\n\n${told("river")}\nII. The Road\n\n${told("road")}\nIII. The Town\n\n${told("town")}`;
  for (const list of [
    "CONTENTS\n\nI. The River\nII. The Road\nIII. The Town\n\n",
    "Contents\n\nCHAPTER     PAGE\n\nI. The River ..... 1\n\nII. The Road ..... 12\n\nIII. The Town .... 20\n\n",
  ]) {
    const imported = await importFiles({ "boats.txt": `On Boats\n\n${list}${chapters}` }, { language: "en" });
    assert.deepEqual(outline(imported), [
      [1, "The River"],
      [1, "The Road"],
      [1, "The Town"],
    ]);
    assert.ok(imported.findings.guesses.some(({ key }) => key.startsWith("contents ")));
  }
});

test("a list that does not come again as headings is text", async () => {
  const text = `On Boats\n\nContents of the boat\n\nWool\nSalt\nTar\n\n1 The River\n\n${told("river")}\n2 The Road\n\n${told("road")}`;
  const imported = await importFiles({ "boats.txt": text }, { language: "en" });
  const words = [...imported.files.values()].map(String).join("\n");
  for (const word of ["Wool", "Salt", "Tar"]) assert.ok(words.includes(word), word);
});

test("a text whose notes stand after each part, under the labels of their marks, keeps them with their marks", async () => {
  const text = `On Boats

1 The River

¶1 ${told("river").replaceAll("\n", " ").trim().replace("long.", "long.[1][E1]")}

¶2 Nobody crosses it[E2] in winter.

[1] Holm, Boats, p. 3.

[E1] The editors add that wool was dear.

[E2] In 1911 one did.

2 The Road

¶3 ${told("road").replaceAll("\n", " ").trim().replace("summer", "summer[2]")}

[2] Ibid., p. 4.
`;
  const imported = await importFiles({ "full.txt": text }, { language: "en" });
  assert.deepEqual(
    sectionsOf(imported).map(({ title, notes }) => [title, ...notes.map(({ words }) => words)]),
    [
      ["The River", "Holm, Boats, p. 3.", "The editors add that wool was dear.", "In 1911 one did."],
      ["The Road", "Ibid., p. 4."],
    ],
  );
  const words = sectionsOf(imported)
    .flatMap(({ paragraphs }) => paragraphs)
    .join("\n");
  assert.doesNotMatch(words, /¶|\[/u);
  assert.match(words, /^The river goes down/mu);
});

test("paragraphs that are numbered begin at their numbers, which are left out or kept as the author says", async () => {
  const sentence = (index: number) =>
    `第${"一二三四"[index]}の話では国境の川を冬に渡る者はなく誰もその訳を問わないまま春を待っていたとも言われている。`;
  const text = `国境の川\n\n目次 ¶1–4\n\n${[0, 1, 2, 3].map((index) => `¶${index + 1} ${sentence(index)}`).join("\n")}\n`;
  const imported = await importFiles({ "a.txt": text }, { language: "ja" });
  const words = sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs);
  for (const index of [0, 1, 2, 3]) assert.ok(words.includes(sentence(index)), words.join("|"));
  const kept = await importFiles(
    { "a.txt": text },
    { language: "ja", decisions: new Map([["numbers paragraphs", "text"]]) },
  );
  assert.match([...kept.files.values()].map(String).join("\n"), /^¶2\s*第二/mu);
});
