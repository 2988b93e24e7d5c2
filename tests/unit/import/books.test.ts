import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { parse } from "yaml";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

/** An EPUB of chapters by their names, with what its package says. */
function book(chapters: Readonly<Record<string, string>>, metadata: string, links = ""): Uint8Array {
  const names = Object.keys(chapters);
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head><body>${body}</body></html>`;
  return zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="E/p.opf"/></rootfiles></container>'),
    "E/p.opf": strToU8(
      `<package version="3.0"><metadata>${metadata}${links}</metadata><manifest>${names.map((name, index) => `<item id="i${index}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`).join("")}</manifest><spine>${names.map((_, index) => `<itemref idref="i${index}"/>`).join("")}</spine></package>`,
    ),
    ...Object.fromEntries(names.map((name) => [`E/${name}.xhtml`, strToU8(page(chapters[name] ?? ""))])),
  });
}

test("a book's own pages are told and left out, and its package says who did what", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        cover: "<p>表紙</p>",
        "chapter-1": "<h1>第一章　始まり</h1><p>文である。</p>",
        colophon: '<section epub:type="colophon"><p>奥付</p></section>',
      },
      '<dc:title id="t">書</dc:title><meta refines="#t" property="title-type">main</meta><dc:title id="s">副題</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:creator id="a">山田 太郎</dc:creator><dc:creator id="b">Jane Doe</dc:creator><meta refines="#b" property="role">trl</meta><dc:language>ja</dc:language><dc:identifier>https://doi.org/10.1234/abc</dc:identifier><dc:rights>CC BY 4.0</dc:rights>',
    ),
  });
  const settings = parse(String(imported.files.get("essay.yaml"))) as Record<string, unknown>;
  assert.deepEqual(
    ["title", "subtitle", "authors", "translators", "identifiers"].map((key) => settings[key]),
    ["書", "副題", [{ family: "山田", given: "太郎" }], [{ family: "Doe", given: "Jane" }], { doi: "10.1234/abc" }],
  );
  assert.deepEqual(
    sectionsOf(imported).map(({ title }) => title),
    ["始まり"],
  );
  assert.deepEqual(
    imported.findings.leftOut.map(({ place }) => place),
    ["E/cover.xhtml", "E/colophon.xhtml"],
  );
});

test("a book that this program made gives its essay alone", async () => {
  const list = "<h1>用語</h1><dl><dt>語</dt><dd>意味。</dd></dl>";
  const chapters = { "section-a": "<h1>題</h1><p>文である。</p>", glossary: list, timeline: list, sources: list };
  const language = "<dc:language>ja</dc:language>";
  const own = await importFiles({
    "a.epub": book(chapters, language, '<link rel="record" href="citation.csl.json"/>'),
  });
  assert.deepEqual(
    sectionsOf(own).map(({ title }) => title),
    [undefined],
  );
  const foreign = await importFiles({ "a.epub": book(chapters, language) });
  assert.equal(sectionsOf(foreign).length, 4);
});

test("headings of one depth that count in several ways stand in each other", async () => {
  const imported = await importFiles(
    {
      "a.md": `# 題

## はじめに

文である。

## 1 前半

文である。

## （1） 甲

文である。

## （2） 乙

文である。

## 2 後半

文である。

## おわりに

文である。
`,
    },
    { language: "ja", id: "a" },
  );
  const { sections } = parse(String(imported.files.get("essay.yaml"))) as { sections: unknown[] };
  assert.deepEqual(
    sections.map((entry) =>
      typeof entry === "string" ? entry : ((entry as { sections?: string[] }).sections ?? []).length,
    ),
    [0, 2, "kouhan", 0],
  );
  assert.equal(imported.findings.counts.get("headings' numbers that the site gives by itself"), 4);
});
