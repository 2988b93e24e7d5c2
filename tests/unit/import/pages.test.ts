import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const imported = (html: string) => importFiles({ "page.html": html }, { id: "a" });
const FILL =
  "These are words enough that nobody takes the article for anything else than what it is, an article of some length.";

test("a title that is left out with the page's frame is the essay's, and what was left out is told by its words", async () => {
  const essay = await imported(`<html lang="en"><head><title>On Towers – A Blog</title></head><body>
<header><nav><a href="/">Home</a></nav></header><div class="post"><h1>On Towers</h1><div class="entry"><p>${FILL}</p>
<p>${FILL} Again.</p><blockquote><p>Words of someone.</p><footer>— Someone</footer></blockquote></div></div>
<div class="sidebar"><aside><p>Popular</p></aside></div><footer>© A Blog</footer></body></html>`);
  assert.match(String(essay.files.get("essay.yaml")), /^title: On Towers$/mu);
  assert.match(String(essay.files.get("en/opening.mdx")), /^> Words of someone\.\n>\n> — Someone$/mu);
  const told = essay.findings.leftOut.map(({ text }) => text);
  assert.ok(told.some((text) => text.includes("Popular")) && told.some((text) => text.includes("© A Blog")));
});

test("notes within the line are notes, and what shows and numbers them is no word", async () => {
  const essay =
    await imported(`<html lang="en"><body><h1>T</h1><p>One<label for="s" class="margin-toggle">⊕</label><input id="s" type="checkbox"><span class="sidenote">In the margin.</span> two.
Three<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>At the foot.</span></span></span>.
Four<sup class="footnote"><a href="#f" id="r">3</a></sup>.</p><ol class="footnotes"><li id="f">At the end. <a href="#r">↩</a></li></ol></body></html>`);
  const [section] = sectionsOf(essay);
  assert.deepEqual(section?.paragraphs, ["One two. Three. Four."]);
  assert.deepEqual(
    section?.notes.map(({ words }) => words),
    ["In the margin.", "At the foot.", "At the end."],
  );
});

test("what wikis print beside the text is no text, and a heading over nothing but notes goes with them", async () => {
  const essay =
    await imported(`<html lang="en"><head><title>Towers - Wiki</title></head><body><div id="mw-navigation"><a href="/">Main page</a></div>
<div role="main"><h1>Towers</h1><div id="toc"><h2>Contents</h2><ul><li><a href="#h">1 History</a></li></ul></div><p>${FILL}<sup><a href="#n" id="b">[1]</a></sup></p>
<h2><span id="h">History</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>${FILL}</p><h2>References</h2><ol class="references"><li id="n"><a href="#b">^</a> A book.</li></ol></div></body></html>`);
  assert.deepEqual(
    sectionsOf(essay).map(({ title }) => title),
    [undefined, "History"],
  );
  assert.match(String(essay.files.get("essay.yaml")), /^title: Towers$/mu);
});

test("title blocks of Quarto and Pandoc go into essay.yaml, and formulas for MathJax are formulas", async () => {
  const essay =
    await imported(`<html lang="en"><head><title>P</title></head><body><main><header id="title-block-header"><h1 class="title">Paper</h1><p class="subtitle">Of sorts</p>
<p class="author">Ann Bee</p><p class="date">February 3, 2024</p><div class="abstract"><div class="block-title">Abstract</div><p>In short.</p></div></header>
<h1>Intro</h1><p>${FILL} <span class="math inline">\\(y^2\\)</span></p><p><span class="math display">\\[x = 1\\]</span></p><h1>End</h1><p>${FILL}</p></main></body></html>`);
  const settings = String(essay.files.get("essay.yaml"));
  for (const line of [
    "title: Paper",
    "subtitle: Of sorts",
    "abstract: In short.",
    "  - family: Bee",
    "  published: 2024-02-03",
  ])
    assert.ok(settings.includes(`${line}\n`), line);
  assert.match(String(essay.files.get("en/intro.mdx")), / \$y\^2\$\n\n\$\$\nx = 1\n\$\$$/mu);
});

test("pages of one element: breaks part paragraphs, places without words are where notes begin", async () => {
  const essay = await imported(
    '<html><body><h1>題</h1>本文が続く。<br>次の行。<br><br>次の段落<a name="r1"></a><a href="#c1">(注1)</a>。<hr>(注1)<a name="c1"></a>注の文。<a href="#r1">戻る</a></body></html>',
  );
  const [section] = sectionsOf(essay);
  assert.deepEqual(section?.paragraphs, ["本文が続く。 次の行。", "次の段落。"]);
  assert.deepEqual(
    section?.notes.map(({ words }) => words),
    ["注の文。"],
  );
});

test("readings after all their bases belong to each of them, and a set of frames is named", async () => {
  const essay = await imported(
    "<html lang='ja'><body><h1>題</h1><p><ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>。</p></body></html>",
  );
  assert.match(
    String(essay.files.get("ja/opening.mdx")).replaceAll(/<rp>.<\/rp>/gu, ""),
    /<ruby>漢<rt>かん<\/rt>字<rt>じ<\/rt><\/ruby>/u,
  );
  await assert.rejects(imported('<html><frameset><frame src="a.html"></frameset></html>'), /is a set of frames/u);
});
