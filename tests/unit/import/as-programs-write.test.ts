import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { parse } from "yaml";
import { wordsOfPackage } from "../../../src/import/forms/docx-source.ts";
import { append, greatest, least } from "../../../src/import/lists.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

// Manuscripts as the programs write them in which authors have them.

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgYPiPB41K48QA5cFjneB9qUwAAAAASUVORK5CYII=",
  "base64",
);
const beside = (path: string) => (path === "a.png" ? new Uint8Array(PNG) : undefined);

type Imported = Awaited<ReturnType<typeof importFiles>>;
const settings = ({ files }: Imported) => parse(String(files.get("essay.yaml"))) as Record<string, unknown>;
const texts = ({ files, draft, language }: Imported): string =>
  draft.sections.map(({ id }) => String(files.get(`${language}/${id}.mdx`))).join("\n");
const told = ({ findings }: Imported): string =>
  [...findings.leftOut, ...findings.open].map(({ text }) => text).join("\n");

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="urn:wp" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, style = "") =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${inner}</w:p>`;
const PICTURE =
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="b" descr="Eine Brücke"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

function word(body: string, styles: Readonly<Record<string, string>>): Uint8Array {
  const list = Object.entries(styles)
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join("");
  const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync(
    {
      "[Content_Types].xml": strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>',
      ),
      "_rels/.rels": strToU8(
        `<Relationships><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      "word/_rels/document.xml.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${rels}/styles" Target="styles.xml"/><Relationship Id="r9" Type="${rels}/image" Target="a.png"/></Relationships>`,
      ),
      "word/a.png": PNG,
      "word/styles.xml": strToU8(`<w:styles ${NAMES}>${list}</w:styles>`),
      "word/document.xml": strToU8(`<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
    },
    { level: 0 },
  );
}

test("Word in German: its styles by any name, a list of contents after a subtitle, a picture with its caption", async () => {
  const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run("1 Anfang 1"))}</w:sdtContent></w:sdt>`;
  const body = [
    paragraph(run("Über die Flüsse"), "Titel"),
    paragraph(run("Eine Skizze"), "Untertitel"),
    contents,
    paragraph(run("Anfang"), "Überschrift1"),
    paragraph(PICTURE),
    paragraph(run("Abbildung 1: Die alte Brücke"), "Beschriftung"),
    paragraph(run("Ohne Bild kein Zitat.") + PICTURE),
    paragraph(PICTURE),
    paragraph(run("Der Fluss kennt kein Ufer."), "Zitat"),
  ].join("");
  for (const styles of [
    { Titel: "Title", Untertitel: "Subtitle", Überschrift1: "heading 1", Beschriftung: "caption", Zitat: "Quote" },
    {
      Titel: "Titel",
      Untertitel: "Untertitel",
      Überschrift1: "Überschrift 1",
      Beschriftung: "Beschriftung",
      Zitat: "Zitat",
    },
  ]) {
    const imported = await importFiles({ "a.docx": word(body, styles) }, { language: "de" });
    const { title, subtitle } = settings(imported);
    assert.deepEqual([title, subtitle], ["Über die Flüsse", "Eine Skizze"]);
    assert.equal(sectionsOf(imported)[0]?.title, "Anfang");
    const text = texts(imported);
    assert.match(
      text,
      /<Picture src="images\/figure-1\.png" alt="Eine Brücke">\n {2}Abbildung 1: Die alte Brücke\n<\/Picture>/u,
    );
    // A picture leads to no quotation.
    assert.match(text, /^!\[Eine Brücke\]\(images\/figure-1\.png\)\n\n> Der Fluss kennt kein Ufer\.$/mu);
    assert.doesNotMatch(told(imported), /stands in the file/u);
  }
});

test("a long Word file holds more words than a call takes parameters", () => {
  const body = run("a ").repeat(160_000);
  assert.equal(wordsOfPackage([], () => body, "word/document.xml").length, 160_000);
  const list: number[] = [];
  append(list, new Uint8Array(300_000));
  assert.equal(list.length, 300_000);
  assert.deepEqual([least(list), greatest(list)], [0, 0]);
});

test("a page that Google's documents give: title, italics, lists in lists, notes, no remarks", async () => {
  const note = (id: string, words: string) =>
    `<div><p><a href="#${id.replace(/\d/u, "_ref$&")}" id="${id}">[${id.at(-1)}]</a><span>${words}</span></p></div>`;
  const imported = await importFiles(
    {
      "a.html": `<html><head><style>.c1{color:#000}.c5{font-style:italic}.c7{font-weight:700}</style></head><body class="doc-content"><p class="c2 title"><span>The Lighthouse and Its Keepers</span></p><p class="c2 subtitle"><span>A history</span></p><h1><span>The lamp</span></h1><p><span class="c1">It was lit </span><span class="c5">early</span><span>; see </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D">here</a><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><ul class="lst-kix_x1-0 start"><li><span class="c7">Holm</span></li></ul><ul class="lst-kix_x1-1 start"><li><span>his sister</span></li></ul><ul class="lst-kix_x1-0"><li><span>Carver</span></li></ul><hr>${note("ftnt1", "Minutes.")}<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this true?</span></p></div></body></html>`,
    },
    { language: "en" },
  );
  const { title, subtitle, authors } = settings(imported);
  assert.deepEqual([title, subtitle, authors], ["The Lighthouse and Its Keepers", "A history", undefined]);
  const text = texts(imported);
  assert.match(
    text,
    /^title: The lamp\n---\n\nIt was lit \*early\*; see \[here\]\(https:\/\/example\.org\/a\?b=1\)\.\[\^1\]$/mu,
  );
  assert.match(text, /^- \*\*Holm\*\*\n {2}- his sister\n- Carver$/mu);
  assert.equal(sectionsOf(imported)[0]?.notes.length, 1);
  assert.match(told(imported), /Is this true\?/u);
});

test("a page that was saved: links to itself by its whole address, lines that say again who wrote it, buttons", async () => {
  const page = "https://example.org/p/salt";
  const call = (n: number) => `<a id="footnote-anchor-${n}" href="${page}#footnote-${n}">${n}</a>`;
  const text = (n: number) =>
    `<div class="footnote"><a id="footnote-${n}" href="${page}#footnote-anchor-${n}" class="footnote-number">${n}</a><div class="footnote-content"><p>Note ${n}.</p></div></div>`;
  const imported = await importFiles(
    {
      "a.html": `<html lang="en"><head><title>On Salt</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"On Salt","datePublished":"2024-03-05","author":[{"name":"Ada Holm"}]}]</script></head><body><div id="page-header-wrap"><a href="/">The Salt Letter</a></div><article><div class="post-header"><h1>On Salt</h1><h3 class="subtitle">Why it matters</h3><div><a href="/ada">Ada Holm</a></div><div>Mar 05, 2024</div></div><p>Salt is older than money, and whoever had a pan by the sea had a purse, so they say.${call(1)}</p><figure><a href="https://cdn.example.org/x.png"><div><picture><source srcset="x 1x"><img src="a.png" alt="A pan" title="A pan"></picture><div><svg></svg></div></div></a><figcaption>A <em>pan</em> in March.</figcaption></figure><figure><blockquote><p>Salt keeps.</p></blockquote><figcaption>Carver, <cite>Salt</cite></figcaption></figure><p>So it was for centuries, in every town with a pan and a fire.${call(2)}</p><div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe.</p></div><p class="button-wrapper"><a href="/share">Share</a></p>${text(1)}${text(2)}</article><div id="footer"><p>© Ada Holm</p></div></body></html>`,
    },
    { beside, language: "en" },
  );
  const { title, subtitle, authors, dates } = settings(imported);
  assert.deepEqual(
    [title, subtitle, authors, dates],
    ["On Salt", "Why it matters", [{ family: "Holm", given: "Ada" }], { published: "2024-03-05" }],
  );
  const [section, ...others] = sectionsOf(imported);
  assert.deepEqual(others, []);
  assert.deepEqual(
    section?.notes.map(({ words }) => words),
    ["Note 1.", "Note 2."],
  );
  const written = texts(imported);
  assert.match(written, /<Picture src="images\/a\.png" alt="A pan">\n {2}A \*pan\* in March\.\n<\/Picture>/u);
  assert.match(written, /^> Salt keeps\.\n>\n> Carver, <cite>Salt<\/cite>$/mu);
  assert.doesNotMatch(written, /Subscribe|Share|Mar 05|Ada Holm|Salt Letter|©/u);
  for (const words of ["Subscribe", "Share", "Mar 05"]) assert.ok(told(imported).includes(words), words);
});

test("a page of a journal: title and name in boxes, a figure in boxes, links to another's places stay", async () => {
  const imported = await importFiles(
    {
      "a.html": `<html lang="ja"><head><meta name="citation_title" content="製塩の歴史"><meta name="citation_author" content="山田 花子"></head><body><div class="global-article-title">製塩の歴史</div><div><a href="#">山田 花子</a></div><h2>1. はじめに</h2><p>製塩の歴史は長い。<a href="https://example.jp/x#a">甲</a>と<a href="https://example.jp/x#b">乙</a>。</p><div id="a" class="fig"><a href="a.png"><img src="a.png" alt=""></a><div class="fig-caption"><span>図1</span> 塩田の図</div></div></body></html>`,
    },
    { beside, language: "ja" },
  );
  assert.equal(settings(imported)["title"], "製塩の歴史");
  const text = texts(imported);
  assert.match(text, /<Picture src="images\/a\.png">\n {2}図1 塩田の図\n<\/Picture>/u);
  assert.match(text, /\[甲\]\(https:\/\/example\.jp\/x#a\)/u);
  assert.doesNotMatch(text, /山田 花子/u);
});

test("a book set in vertical lines: notes in boxes leave no empty list, a list of contents is told, pictures are kept", async () => {
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" class="vrtl"><body>${body}</body></html>`;
  const imported = await importFiles({
    "a.epub": zipSync({
      mimetype: strToU8("application/epub+zip"),
      "META-INF/container.xml": strToU8(
        '<container><rootfiles><rootfile full-path="E/p.opf"/></rootfiles></container>',
      ),
      "E/p.opf": strToU8(
        '<package version="3.0"><metadata><dc:title>水車</dc:title><dc:language>ja</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine page-progression-direction="rtl"><itemref idref="a"/></spine></package>',
      ),
      "E/a.png": PNG,
      "E/a.xhtml": strToU8(
        page(
          '<div class="main"><h1>一　川</h1><nav><ol><li><a href="#x">この章の内容</a></li></ol></nav><p id="x">　<ruby>水車<rt>すいしゃ</rt></ruby>は川に立つ<a id="fnref_1" href="#fn_1" rel="footnote" class="noteref" epub:type="noteref">1</a>。</p><p><img src="a.png" alt="水車" /></p><p>図1　村の水車</p><p><img src="no.png" alt="無い絵" /></p><div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"><image width="1" height="1" xlink:href="a.png"/></svg></div><hr class="docbreak" /><div class="footnotes" epub:type="footnotes"><hr /><ol><li><div id="fn_1" class="footnote" epub:type="footnote"><p>山田『水車』。<a href="#fnref_1">⏎</a></p></div></li></ol></div></div>',
        ),
      ),
    }),
  });
  const text = texts(imported);
  assert.equal(
    text
      .replaceAll(/<rp>.<\/rp>/gu, "")
      .replace(/^---[\s\S]*?---\n/u, "")
      .trim(),
    '<ruby>水車<rt>すいしゃ</rt></ruby>は川に立つ[^1]。\n\n<Picture src="images/a.png" alt="水車">\n  図1　村の水車\n</Picture>\n\n![](images/a.png)\n\n[^1]: 山田『水車』。',
  );
  assert.match(told(imported), /a list of contents.*この章の内容/u);
  assert.match(told(imported), /no\.png is not in the book/u);
});

test("a file of Quarto's and one of a vault: boxes head no section, references to figures are told, names are names", async () => {
  const quarto = await importFiles({
    "a.qmd": `---
title: Ice
lang: en
author:
  - name: Ada Holm
    affiliations:
      - name: University of Somewhere
---

## Price

Ice was dear, see @fig-ice.

::: {.callout-note}
## Mind
Ice melts.
:::

| Year | Price |
|------|-------|
| 1850 | 3     |

: Prices of ice {#tbl-price}
`,
  });
  assert.deepEqual(settings(quarto)["authors"], [
    { family: "Holm", given: "Ada", affiliation: "University of Somewhere" },
  ]);
  assert.equal(sectionsOf(quarto).length, 1);
  assert.match(texts(quarto), /^\*\*Mind\*\*\n\nIce melts\.$/mu);
  assert.match(texts(quarto), /Prices of ice$/mu);
  assert.match(told(quarto), /“@fig-ice” stands for a number/u);
  const vault = await importFiles(
    { "a.md": '---\ntitle: Wells\nauthor: "[[People/Ada|Ada Holm]]"\n---\n\nA well is a memory of rain.\n' },
    { language: "en" },
  );
  assert.deepEqual(settings(vault)["authors"], [{ family: "Holm", given: "Ada" }]);
});

test("what was read into essay.yaml from a typed title page is not told as lost", async () => {
  const imported = await importFiles(
    { "a.md": "**The River and the Law**\n\nJane Holm\n\n**Introduction**\n\nRivers are older than laws.\n" },
    { language: "en" },
  );
  assert.equal(settings(imported)["title"], "The River and the Law");
  assert.doesNotMatch(told(imported), /stands in the file/u);
});

test("a text of Aozora's brings the images out of its archive", async () => {
  const imported = await importFiles(
    {
      "a.zip": zipSync({
        "t/a.txt": strToU8(
          "水車\n山田花子\n\n-------------------------------------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n-------------------------------------------------------\n\n　水車《すいしゃ》は川に立つ。\n［＃村の水車の図（fig1_01.png、横200×縦120）入る］\n　風は安い。\n\n底本：「水車」架空社\n",
        ),
        "t/fig1_01.png": PNG,
      }),
    },
    { language: "ja" },
  );
  assert.match(texts(imported), /^!\[村の水車の図\]\(images\/fig1-01\.png\)$/mu);
  assert.deepEqual(imported.files.get("images/fig1-01.png"), new Uint8Array(PNG));
});

test("a source of RIS whose kind the library does not know keeps its authors and its publisher", async () => {
  const imported = await importFiles(
    {
      "a.md": "# Salt\n\n## One\n\nSalt is old [@salt].\n",
      "a.ris":
        "TY  - PODCAST\nID  - salt\nAU  - Holm, Ada\nAU  - Carver, John\nTI  - Salt\nPY  - 2004\nPB  - Press\nER  - \n",
    },
    { language: "en" },
  );
  const [item] = JSON.parse(String(imported.files.get("references.json"))) as Record<string, unknown>[];
  assert.deepEqual(
    [item?.["id"], item?.["author"], item?.["publisher"]],
    [
      "salt",
      [
        { family: "Holm", given: "Ada" },
        { family: "Carver", given: "John" },
      ],
      "Press",
    ],
  );
});
