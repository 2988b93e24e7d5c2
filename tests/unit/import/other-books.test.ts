import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const page = (body: string) =>
  strToU8(
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html>`,
  );

/** A book of EPUB 2 with its chapters and the entries of its list of contents. */
const book = (chapters: Readonly<Record<string, string>>, contents: string) =>
  zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
    ),
    "OEBPS/a.opf": strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Quays</dc:title><dc:language>en</dc:language></metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>${Object.keys(
        chapters,
      )
        .map((name) => `<item id="${name}" href="${name}.html" media-type="application/xhtml+xml"/>`)
        .join("")}</manifest><spine toc="ncx">${Object.keys(chapters)
        .map((name) => `<itemref idref="${name}"/>`)
        .join("")}</spine></package>`,
    ),
    "OEBPS/toc.ncx": strToU8(
      `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>${contents}</navMap></ncx>`,
    ),
    ...Object.fromEntries(Object.entries(chapters).map(([name, body]) => [`OEBPS/${name}.html`, page(body)])),
  });
const entry = (words: string, to: string, inner = "") =>
  `<navPoint><navLabel><text>${words}</text></navLabel><content src="${to}"/>${inner}</navPoint>`;

test("lines that a book's contents name head its chapters, where these have no headings", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        one: '<div><p class="n">CHAPTER ONE</p><p class="t">The River</p><p>The river is old.</p><p id="x">Its bed</p><p>It is deep.</p></div>',
        two: "<h1>The Law</h1><p>It is new.</p><p>Its end</p><p>It has none.</p>",
        three: "<p>No line says it.</p><p>It goes on.</p>",
      },
      entry("Chapter One: The River", "one.html", entry("Its bed", "one.html#x")) +
        entry("The Law", "two.html") +
        entry("Its end", "two.html") +
        entry("Afterword", "three.html"),
    ),
  });
  assert.deepEqual(
    imported.draft.sections.map(({ title, depth }) => [title, depth]),
    [
      ["CHAPTER ONE The River", 1],
      ["Its bed", 2],
      ["The Law", 1],
    ],
  );
  assert.equal(imported.findings.counts.get("headings of a book's contents"), 2);
  assert.deepEqual(
    sectionsOf(imported).map(({ paragraphs }) => paragraphs.length),
    [1, 1, 5],
  );
});

test("a number that only a space of an ideograph parts from its note is no word of it", async () => {
  const imported = await importFiles({
    "a.html": `<html lang="ja"><body><h1>題</h1><p>橋は古い<a href="#a" id="ra">1</a>。川は新しい<a href="#b" id="rb">＊</a>。</p><p>　二つの注がある。</p><ol class="footnotes"><li id="a"><p>1　最初の注。<a href="#ra">↑</a></p></li><li id="b"><p>＊　次の注。<a href="#rb">↑</a></p></li></ol></body></html>`,
  });
  assert.deepEqual(
    sectionsOf(imported).flatMap(({ notes }) => notes.map(({ words }) => words)),
    ["最初の注。", "次の注。"],
  );
});
