import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";

const TEXT = "The ferry lies at its pier, and the ferryman has gone to his brother's house in the hills. ".repeat(6);

test("buttons and links that a site puts into an article are left out, and what is only called so stays", async () => {
  const imported = await importFiles(
    {
      "a.html": `<!doctype html><html lang="en"><body><nav><a href="/">Home</a></nav><article><h1>Boats</h1><p>${TEXT}</p><div class="share-buttons"><a href="#">Tweet this</a></div><p>${TEXT}</p><div class="related-work"><p>${TEXT}Related work is discussed by <a href="https://example.org/">Holm</a>.</p></div><ul class="related"><li><a href="/1">Read on: Piers</a></li></ul></article></body></html>`,
    },
    { language: "en" },
  );
  const words = [...imported.files.values()].filter((file) => typeof file === "string").join("\n");
  assert.doesNotMatch(words, /Tweet this|Read on|Home/u);
  assert.match(words, /Related work is discussed by/u);
  assert.match(
    imported.findings.leftOut.map(({ text }) => text).join("\n"),
    /characters of the page around the article/u,
  );
});

test("anchors of lines of code that are hidden from screen readers make no page of an article", async () => {
  const code =
    '<pre class="sourceCode"><code><span id="cb1-1"><a href="#cb1-1" aria-hidden="true" tabindex="-1"></a>row = 1</span></code></pre>';
  const { files } = await importFiles({ "a.html": `<h1>Boats</h1><p>They row so:</p>${code}` }, { language: "en" });
  assert.match([...files.values()].join("\n"), /row = 1/u);
});

test("a heading in the place of a book's notes is theirs, whatever it says", async () => {
  const note = (section: string) =>
    `<section epub:type="footnotes"><h2>${section}</h2><aside id="n1" epub:type="footnote" role="doc-footnote"><a href="#m1" role="doc-backlink">1</a><p>By Holm.</p></aside></section>`;
  const { draft } = await importFiles(
    {
      "a.html": `<h1>Rivers</h1><h2>Boats</h2><p>They are painted.<sup><a id="m1" href="#n1" epub:type="noteref" role="doc-noteref">1</a></sup></p>${note("What the editors say")}`,
    },
    { language: "en" },
  );
  assert.deepEqual(
    draft.sections.map(({ title }) => title),
    ["Boats"],
  );
  assert.equal(draft.labels.size, 1);
});

test("numbers that a page prints beside its paragraphs are no words of the text", async () => {
  const paragraph = (number: number, words: string) =>
    `<div class="paragraph"><span class="paragraph-number">¶${number}</span><p>${words}</p></div>`;
  const imported = await importFiles(
    {
      "a.html": `<h1>Boats</h1>${paragraph(1, "They are painted in spring.")}${paragraph(2, "Nobody knows by whom.")}`,
    },
    { language: "en" },
  );
  const [section] = [...imported.files].filter(([path]) => path.endsWith(".mdx")).map(([, text]) => String(text));
  assert.doesNotMatch(section ?? "", /¶/u);
  assert.equal(imported.paragraphs, 2);
});
