import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { parse } from "yaml";
import type { ImportedEssay } from "../../../src/import/import-manuscript.ts";
import { importFiles, PIXEL, sectionsOf } from "../../support/manuscripts.ts";

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

test("headings over nothing but notes go with the notes; a book's own pages are told, links to its chapters lead there", async () => {
  const page = (body: string, type = "") =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body${type && ` epub:type="${type}"`}>${body}</body></html>`;
  const note = (id: number, words: string) =>
    `<p id="f${id}"><a href="c${id < 3 ? 1 : 2}.xhtml#r${id}">${id}.</a> ${words}</p>`;
  const call = (id: number) => `<a id="r${id}" href="n.xhtml#f${id}">[${id}]</a>`;
  const chapters: Readonly<Record<string, string>> = {
    cover: page("<div><img src='c.png' alt=''/></div>", "cover"),
    tp: page("<h1>Weathers</h1><h2>Essays</h2><p>Jon Reed</p>"),
    nav: page("<nav epub:type='toc'><ol><li><a href='c1.xhtml'>On Rain</a></li></ol></nav>"),
    c1: page(`<h2>On Rain</h2><p>Rain falls.${call(1)} And falls.${call(2)}</p>`),
    c2: page(`<h2>On Snow</h2><p>Snow falls, as in <a href="c1.xhtml">the first chapter</a>.${call(3)}</p>`),
    n: page(
      `<h2>Notes</h2><div><h3>Chapter One</h3>${note(1, "Of rain.")}${note(2, "Of falling.")}</div><h3>Chapter Two</h3>${note(3, "Of snow.")}<h3>A remark</h3><p>It has words.</p>`,
    ),
    about: page("<h2>About the Author</h2><p>He lives.</p>"),
  };
  const names = Object.keys(chapters);
  const bytes = zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>',
    ),
    "O/c.opf": strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Weathers</dc:title><dc:language>en</dc:language></metadata><manifest>${names.map((name) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${name === "nav" ? ' properties="nav"' : ""}/>`).join("")}<item id="i" href="c.png" media-type="image/png"/></manifest><spine>${names.map((name) => `<itemref idref="${name}"/>`).join("")}</spine><guide><reference type="title-page" href="tp.xhtml"/></guide></package>`,
    ),
    ...Object.fromEntries(names.map((name) => [`O/${name}.xhtml`, strToU8(chapters[name] ?? "")])),
    "O/c.png": PIXEL,
  });
  const imported = await importFiles({ "a.epub": bytes });
  assert.deepEqual(
    imported.draft.sections.map(({ title }) => title),
    ["On Rain", "On Snow", "A remark", "About the Author"],
  );
  assert.equal(imported.draft.labels.size, 3);
  assert.match(String(imported.files.get("en/on-snow.mdx")), /\[the first chapter\]\(#on-rain\)/u);
  const told = imported.findings.leftOut.map(({ place, text }) => `${place}: ${text}`).join("\n");
  assert.match(told, /O\/cover\.xhtml: .*an image alone/u);
  assert.match(told, /O\/tp\.xhtml: .*\(Weathers Essays Jon Reed\)/u);
  assert.match(told, /O\/nav\.xhtml: .*“On Rain”/u);
});

const DUBLIN = "<dc:title>Songs</dc:title><dc:language>en</dc:language>";
const firstText = ({ files, draft }: ImportedEssay): string =>
  String(files.get(`en/${draft.sections[0]?.id}.mdx`)).replace(/^---\n[\s\S]*?\n---\n+/u, "");

test("the lines of a stanza are one paragraph, and the numbers of its lines are counted and left out", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        song: `<h1>A Song</h1><div class="linegroup"><div>The tide goes out,<span class="lnum">5</span></div><div>the boats lie still,</div><blockquote><div>and wait,</div><div>and wait.</div></blockquote></div><p>It has two kinds<span class="r">10</span> of line<span class="r">15</span> and more<span class="r">20</span>.</p><div><div>Prose in blocks.</div><div>It stays in blocks.</div></div>`,
      },
      DUBLIN,
    ),
  });
  assert.equal(
    firstText(imported),
    "<Paragraph>\n  The tide goes out,\\\n  the boats lie still,\n\n  > and wait,\\\n  > and wait.\n</Paragraph>\n\nIt has two kinds of line and more.\n\nProse in blocks.\n\nIt stays in blocks.\n",
  );
  assert.equal(imported.findings.counts.get("line numbers left out"), 4);
});

test("numbers of one class that follow no sequence of lines are words", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        a: '<h1>Years</h1><p>Of <span class="y">1990</span>, <span class="y">1985</span> and <span class="y">2000</span>; <span class="n">3</span> and <span class="n">4</span> and <span class="n">5</span>.</p>',
      },
      DUBLIN,
    ),
  });
  assert.match(firstText(imported), /Of 1990, 1985 and 2000; 3 and 4 and 5\./u);
});

test("a page that is an image is one, and what stands for a file that no page is is read in its place", async () => {
  const { mimetype, container, page } = {
    mimetype: strToU8("application/epub+zip"),
    container: strToU8('<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'),
    page: (body: string) => strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`),
  };
  const item = (id: string, href: string, type: string, more = "") =>
    `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;
  const imported = await importFiles({
    "a.epub": zipSync({
      mimetype,
      "META-INF/container.xml": container,
      "p.opf": strToU8(
        `<package version="3.0"><metadata>${DUBLIN}</metadata><manifest>${[
          item("cover", "cover.xhtml", "application/xhtml+xml"),
          item("plate", "plate.png", "image/png"),
          item("data", "data.bin", "application/octet-stream", 'fallback="other"'),
          item("other", "other.xhtml", "application/xhtml+xml"),
        ].join(
          "",
        )}</manifest><spine><itemref idref="cover"/><itemref idref="plate"/><itemref idref="data"/></spine></package>`,
      ),
      "cover.xhtml": page('<img src="plate.png" alt="A child at a wall"/>'),
      "plate.png": PIXEL,
      "data.bin": new Uint8Array([0, 1, 2, 3]),
      "other.xhtml": page("<p>The words that stand for it.</p>"),
    }),
  });
  assert.match(firstText(imported), /!\[\]\(images\/plate\.png\)\n\nThe words that stand for it\./u);
  assert.match(imported.findings.leftOut.map(({ text }) => text).join("\n"), /described as “A child at a wall”/u);
});

test("a formula's brackets come through, and so does an accent that is an element of its own", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        a: '<h1>Sets</h1><p>Take <math><mfenced open="{" close="}" separators=";"><mi>a</mi><mi>b</mi></mfenced></math> and <math><mover><mi>A</mi><mo>\u0302</mo></mover></math>, and an empty one:<br/><math><mspace/></math></p>',
      },
      DUBLIN,
    ),
  });
  const text = firstText(imported);
  assert.equal(text.replaceAll(/<[^>]+>|\s|[{}"'\\]/gu, "").normalize("NFC"), "Takea;bandÂ,andanemptyone:");
  assert.match(text, /<mo>[^<]*\{[^<]*<\/mo>/u);
});

test("the lists of a book's contents are told with their entries apart", async () => {
  const imported = await importFiles({
    "a.epub": book(
      { a: "<nav><ol><li>One<ol><li>Two</li></ol></li></ol></nav><h1>One</h1><p>The text of it.</p>" },
      DUBLIN,
    ),
  });
  assert.deepEqual(
    imported.findings.leftOut.map(({ words }) => words),
    ["One Two"],
  );
});

test("the number of a verse is a word apart, in whatever digits, and chapters without blocks are apart too", async () => {
  const verse = (number: string, words: string) => `<span class="num">${number}</span><span>${words}</span><br/>`;
  const imported = await importFiles({
    "a.epub": book(
      {
        one: `<h1>Sea</h1>${verse("१", "nāva")}${verse("२", "jala")}${verse("३", "tīra")}`,
        two: `${verse("१", "vāta")}${verse("२", "megha")}<span>ambu</span>`,
      },
      DUBLIN,
    ),
  });
  assert.equal(firstText(imported), "१ nāva\\\n२ jala\\\n३ tīra\n\n१ vāta\\\n२ megha\\\nambu\n");
});

test("what stands for an object is read where it is a text, and an object that is an image is one", async () => {
  const imported = await importFiles({
    "a.epub": book(
      {
        a: `<h1>Tides</h1><object data="phases.xml" type="application/x-gallery"><p>${"The tide comes in by night. ".repeat(8)}</p></object><p>A plate: <object data="no.png">A quay</object></p><object data="game.swf"><p>It cannot be shown.</p></object>`,
      },
      DUBLIN,
    ),
  });
  assert.match(firstText(imported), /^The tide comes in by night\./u);
  const told = imported.findings.leftOut.map(({ text }) => text).join("\n");
  assert.match(told, /image no\.png is not in the book/u);
  assert.match(told, /“It cannot be shown” stands in the file/u);
});
