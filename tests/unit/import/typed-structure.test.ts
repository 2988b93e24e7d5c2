import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

test("a page without headings gets those that are typed, a title over them, and its typed notes", async () => {
  const imported = await importFiles({
    "paper.html": `<html lang="en"><body><p><b>A Typed Paper</b></p><p>Jane Doe</p><p><b>1. Introduction</b></p>
<p>A claim that someone made<sup>1</sup>. Another one that was made<sup>2</sup>.</p><p><b>1.1 Background</b></p>
<p><b>Bold words</b> at the beginning of a paragraph are no heading.</p><hr>
<p>1. The first note.</p><p>2. The second note.</p></body></html>`,
  });
  assert.match(
    String(imported.files.get("essay.yaml")),
    /title: A Typed Paper\nauthors:\n +- family: Doe\n +given: Jane/u,
  );
  assert.deepEqual(
    sectionsOf(imported).map(({ title, notes }) => [title, notes.map(({ words }) => words)]),
    [
      ["Introduction", ["The first note.", "The second note."]],
      ["Background", []],
    ],
  );
});

test("marks that lack one of the notes, lists and short sentences stay the text that they are", async () => {
  const text = `最初の段落である。

1 りんご

2 みかん

途中の文である（注１）。

注

（１）　第一の注。

（２）　呼ばれない注。
`;
  const imported = await importFiles({ "a.md": text }, { language: "ja" });
  const [section] = sectionsOf(imported);
  assert.deepEqual(section?.notes, []);
  assert.ok(String(imported.files.get("ja/opening.mdx")).includes("途中の文である（注１）。"));
  assert.ok(
    !imported.findings.guesses.some(({ text: said, taken }) => /りんご|みかん/u.test(said) && taken !== "none"),
  );
});

test("a guess about typed structure can be overruled, and the rest stays as it was", async () => {
  const page = "<p><b>強い文句</b></p><p>本文である。長い。</p><p><b>別の文句</b></p><p>本文の続きである。</p>";
  const decisions = new Map([
    ["heading 3", "none"],
    ["front 1", "text"],
  ]);
  const imported = await importFiles({ "a.html": `<body>${page}</body>` }, { language: "ja", decisions });
  assert.deepEqual(
    sectionsOf(imported).map(({ title }) => title),
    [undefined],
  );
});

test("numbers in brackets of ideographs stand over plain ones, these over those in brackets of digits", async () => {
  const heads = [
    "一　問題",
    "（一）　学説",
    "１　通説",
    "（1）　内容",
    "（2）　批判",
    "２　他の説",
    "（二）　判例",
    "二　検討",
  ];
  const page = heads.map((head) => `<p><b>${head}</b></p><p>ここに本文がある。</p>`).join("");
  const imported = await importFiles({ "a.html": `<body>${page}</body>` }, { language: "ja" });
  assert.deepEqual(
    imported.findings.guesses.filter(({ key }) => key.startsWith("heading")).map(({ taken }) => taken),
    ["1", "2", "3", "4", "4", "3", "2", "1"],
  );
  assert.deepEqual(
    imported.draft.sections.map(({ title, number, depth }) => [number, title, depth]),
    [
      ["一　", "問題", 1],
      ["（一）　", "学説", 2],
      ["１　", "通説", 3],
      ["２　", "他の説", 3],
      ["（二）　", "判例", 2],
      ["二　", "検討", 1],
    ],
  );
});

test("readings in titles stand in brackets behind their words, whatever the form, and make no id", async () => {
  const forms: Record<string, string> = {
    "a.html":
      "<html lang='ja'><head><title>声の在処</title></head><body><h1><ruby>声<rt>こえ</rt></ruby>の在処</h1><p>前の文である。</p><h2>１　<ruby>耳<rt>みみ</rt></ruby>のこと</h2><p>耳は聴く。</p><h2>２　目のこと</h2><p>目は見る。</p></body></html>",
    "a.md":
      "# 声《こえ》の在処\n\n前の文である。\n\n## １　耳《みみ》のこと\n\n耳は聴く。\n\n## ２　目のこと\n\n目は見る。\n",
    "a.txt":
      "声《こえ》の在処\n山本　波子\n\n前の文である。\n\n［＃中見出し］１　耳《みみ》のこと［＃中見出し終わり］\n\n耳は聴く。\n\n［＃中見出し］２　目のこと［＃中見出し終わり］\n\n目は見る。\n",
  };
  for (const [name, text] of Object.entries(forms)) {
    const imported = await importFiles({ [name]: text }, { language: "ja" });
    assert.match(String(imported.files.get("essay.yaml")), /^title: 声（こえ）の在処$/mu, name);
    const [, ear] = imported.draft.sections;
    assert.deepEqual([ear?.number?.trim(), ear?.title, ear?.id], ["１", "耳（みみ）のこと", "mimi-koto"], name);
    assert.ok(
      [...imported.findings.counts.keys()].some((what) => what.startsWith("readings in titles")),
      name,
    );
  }
});
