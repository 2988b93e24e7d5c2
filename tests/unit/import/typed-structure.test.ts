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
