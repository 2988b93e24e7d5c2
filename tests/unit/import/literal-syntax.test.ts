import assert from "node:assert/strict";
import { test } from "node:test";
import { hasLiteralMarkup } from "../../../src/checks/html/literal-markup.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

test("signs of Markdown that an author's words hold stop no build", async () => {
  const words = ["# not a heading", "two stars ** here", "a [bracket](no link", "a mark [^ alone"];
  const imported = await importFiles(
    { "a.html": `<h1>T</h1><h2>A</h2>${words.map((one) => `<p>${one}</p>`).join("")}<h2>B</h2><p>End.</p>` },
    { language: "en" },
  );
  const [first] = sectionsOf(imported);
  assert.deepEqual(first?.paragraphs, words);
  const text = String(imported.files.get("en/a.mdx"));
  const nodes = text.replaceAll("\\", "").split(/<\/?span>|\n/u);
  assert.deepEqual(nodes.filter(hasLiteralMarkup), []);
});
