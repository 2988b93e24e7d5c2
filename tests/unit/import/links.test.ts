import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";

const sectionsOf = (files: ReadonlyMap<string, string | Uint8Array>) =>
  [...files].flatMap(([path, text]) => (path.endsWith(".mdx") && typeof text === "string" ? [text] : [])).join("\n");
const FILLING =
  "<p>It was a long river, and nobody in the village had ever been at its other end, or knew one who had.</p>";
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>River</title></head><body><h1>River</h1>${body}</body></html>`;

test("a link within a page leads to the section in which its target stands", async () => {
  const { files } = await importFiles(
    {
      "a.html": page(
        [
          '<p><a href="#boats">Boats</a>, <a href="#page_9">page 9</a>, <a href="#top">the top</a>, <a href="#%E6%B0%B7">ice</a></p>',
          `<h2 id="boats">Boats</h2>${FILLING}`,
          `<a id="page_9"></a><h2>Banks</h2>${FILLING}`,
          `<h2>Ice</h2>${FILLING}<p>It breaks <span id="氷">in</span> April.</p>`,
        ].join(""),
      ).replace("<h1>", '<h1 id="top">'),
    },
    { language: "en" },
  );
  const text = sectionsOf(files);
  assert.match(text, /\[Boats\]\(#boats\)/u);
  assert.match(text, /\[page 9\]\(#banks\)/u);
  assert.match(text, /\[the top\]\(#opening\)/u);
  assert.match(text, /\[ice\]\(#ice\)/u);
});

test("a link to a heading within a section leads to it, and Markdown's links by the heading's words", async () => {
  const { files } = await importFiles(
    {
      "a.md": [
        "# River",
        "",
        "See [the old ones](#2-the-old-boats) and [the deep](#sec:deep), [all](#river).",
        "",
        "## 1 Banks",
        "",
        "They are steep.",
        "",
        "## 2 The Old Boats",
        "",
        "They are painted.",
        "",
        "### Hulls",
        "",
        "#### Deep hulls {#sec:deep}",
        "",
        "##### Nails",
        "",
        "They rust.",
      ].join("\n"),
    },
    { language: "en" },
  );
  const text = sectionsOf(files);
  assert.match(text, /\[the old ones\]\(#old-boats\)/u);
  const deep = /\[the deep\]\(#(?<id>[a-z-]+)\)/u.exec(text)?.groups?.["id"];
  assert.ok(deep && (text.includes(`[#${deep}]`) || files.has(`en/${deep}.mdx`)), deep);
});

test("a link to what the essay does not have is taken off its words, and told", async () => {
  const { files, findings } = await importFiles(
    {
      "a.html": page(
        `<p>See <a href="#nowhere">there</a>, <a href="chapter2.html">the next</a>, <a href="javascript:alert(1)">this</a> and <a href="https://example.org/">that</a>.</p>${FILLING}`,
      ),
    },
    { language: "en" },
  );
  const text = sectionsOf(files);
  assert.match(text, /See there, the next, this and \[that\]\(https:\/\/example\.org\/\)\./u);
  assert.deepEqual(
    findings.leftOut.filter(({ place }) => place === "links").map((one) => one.text.split(",")[0]),
    ["“there” led to #nowhere", "“the next” led to chapter2.html", "“this” led to javascript:alert(1)"],
  );
});

test("the page numbers of a printed edition are no words, but places", async () => {
  const { files, findings } = await importFiles(
    {
      "a.html": page(
        [
          `<p><a href="#Page_9">9</a>, <a href="#p10">10</a></p>${FILLING}`,
          '<p><span class="pagenum"><a id="Page_9">[Pg 9]</a></span></p><h2>Boats</h2>',
          `<p>They are pain<span role="doc-pagebreak" id="p10">10</span>ted, and <span class="page">not a number</span>.</p>`,
        ].join(""),
      ),
    },
    { language: "en" },
  );
  const text = sectionsOf(files);
  assert.match(text, /\[9\]\(#boats\), \[10\]\(#boats\)/u);
  assert.match(text, /\nThey are painted, and not a number\.\n/u);
  assert.doesNotMatch(text, /Pg|&#x20;/u);
  assert.equal(findings.counts.get("page numbers left out"), 2);
});

test("a note begins with its first word", async () => {
  const { files } = await importFiles(
    {
      "a.html": page(
        `<p>They are painted.<a id="r1" href="#n1">[1]</a></p>${FILLING}<p><a id="n1" href="#r1">[1]</a> <i>By</i> Holm.</p>`,
      ),
    },
    { language: "en" },
  );
  assert.match(sectionsOf(files), /\n\[\^1\]: \*By\* Holm\.\n/u);
});
