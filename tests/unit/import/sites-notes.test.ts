import assert from "node:assert/strict";
import { test } from "node:test";
import { siteLanguage } from "../../../src/import/language.ts";
import { isoDate } from "../../../src/import/lines/dates.ts";
import { importFiles, PIXEL, sectionsOf } from "../../support/manuscripts.ts";

async function imported(body: string, { language = "en", head = "" } = {}) {
  const page = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">${head}</head><body><main><article><h1>Quays</h1>${body}</article></main></body></html>`;
  const result = await importFiles({ "a.html": page }, { beside: () => PIXEL });
  const { files, findings, draft } = result;
  return {
    result,
    notes: sectionsOf(result).flatMap(({ notes }) => notes.map(({ before, words }) => `${before.slice(-4)}: ${words}`)),
    text: [...files].flatMap(([path, content]) => (path.endsWith(".mdx") ? [String(content)] : [])).join("\n"),
    titles: draft.sections.map(({ title }) => title),
    told: findings.leftOut.map(({ text }) => text).join("\n"),
    open: findings.open.map(({ text }) => text).join("\n"),
  };
}

const LONG = "<p>Another paragraph stands here, with as many words as an article has, so that it is one.</p>";

for (const [site, body] of [
  [
    "Hatena",
    `<p>It is old<span class="footnote"><a href="#f-1" name="fn-1" title="The first.">*1</a></span>.</p>${LONG}<div class="footnote"><p class="footnote"><a href="#fn-1" id="f-1" name="f-1" class="footnote-number">*1</a><span class="footnote-delimiter">:</span><span class="footnote-text">The first.</span></p></div>`,
  ],
  [
    "Modern Footnotes",
    `<p>It is old<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)">1</a></sup><span class="modern-footnotes-footnote__note" data-mfn="1">The first.</span>.</p>${LONG}`,
  ],
  [
    "Easy Footnotes",
    `<p>It is old<span id="e-1" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#e-bottom-1" title="The first."><sup>1</sup></a></span>.</p>${LONG}<ol class="easy-footnotes-wrapper"><li><span id="e-bottom-1"></span>The first.<a class="easy-footnote-to-top" href="#e-1"></a></li></ol>`,
  ],
  [
    "MediaWiki, in a group",
    `<p>It is old<sup id="ref-3" class="reference"><a href="#note-3">[A 1]</a></sup>.</p>${LONG}<ol class="references"><li id="note-3"><a href="#ref-3">↑</a> <span>The first.</span></li></ol>`,
  ],
  [
    "a journal, by a star",
    `<p>It is old<a href="#fn1"><sup>*1</sup></a>.</p>${LONG}<div class="fn-group"><div id="fn1"><p>*1 The first.</p></div></div>`,
  ],
  [
    "PubMed",
    `<p>It is old<sup><a href="#FN1">a</a></sup>.</p>${LONG}<section><h2>Footnotes</h2><div class="fn" id="FN1"><sup>a</sup><p>The first.</p></div></section>`,
  ],
] as const)
  test(`notes of ${site} hang on their marks, and nothing else is told of them`, async () => {
    const { notes, told, text } = await imported(body);
    assert.deepEqual(notes, [" old: The first."]);
    assert.doesNotMatch(told, /stands in the file/u);
    assert.doesNotMatch(text, /\*1|\[A|<sup>|Footnotes/u);
  });

test("a link to a figure, a table or a section calls no note", async () => {
  const { notes } = await imported(
    `<p>See <a href="#f">Fig. 1</a>, <a href="#s">Sect. 2</a>.</p>${LONG}<div id="f"><img src="a.png" alt="A quay"></div><section id="s"><h2>Two</h2>${LONG}</section>`,
  );
  assert.deepEqual(notes, []);
});

test("what heads a figure or a table in its box heads no section, and a formula's table is a line", async () => {
  const { titles, text } = await imported(
    `<h2>One</h2><figure><h3>Figure 1.</h3><img src="a.png" alt=""><figcaption>A quay.</figcaption></figure><section class="tw"><h3>Table 1.</h3><table><tr><td>a</td></tr></table></section><table class="ltx_equation"><tr><td></td><td><math display="block"><mi>E</mi></math></td><td>(1)</td></tr></table>${LONG}`,
  );
  assert.deepEqual(titles, ["One"]);
  assert.match(text, /^<math display="block"><mi>E<\/mi><\/math>\(1\)$/mu);
});

test("boxes that a script fills, bylines and lists of names are told and are no text", async () => {
  const head = '<meta name="author" content="Ann Lund"><meta name="date" content="2021 May 2">';
  const byline = await imported(`<div class="entry-meta">2 May 2021 by Ann Lund</div>${LONG}`, { head });
  assert.doesNotMatch(byline.text, /Lund/u);
  assert.match(byline.told, /2 May 2021 by Ann Lund/u);
  const { text, titles, told } = await imported(
    `<div class="cg"><a>Ann Lund</a> <sup>1,</sup><sup>✉</sup></div>${LONG}<div id="jp-relatedposts"><h3>Related</h3></div><div class="toc"><h2>Contents</h2></div>`,
    { head },
  );
  assert.deepEqual(titles, [undefined]);
  assert.doesNotMatch(text, /Lund|Related|Contents|✉/u);
  assert.match(told, /Related/u);
});

test("of several headings of the first level the page's own title names the article before the site", async () => {
  const { result } = await importFiles({
    "a.html": `<html lang="en"><head><title>Quays - Ann's days</title></head><body><header><h1>Ann's days</h1></header><div><h1>Quays</h1>${LONG.repeat(3)}</div></body></html>`,
  }).then((one) => ({ result: one }));
  assert.match(String(result.files.get("essay.yaml")), /^title: Quays$/mu);
});

test("a language of the site's own is taken without its country, and one that the words cannot be in is not", async () => {
  assert.deepEqual(["ko-KR", "de-AT", "zh-CN", "zh-TW", "pt-BR", "ja", "ar-EG"].map(siteLanguage), [
    "ko",
    "de",
    "zh-Hans",
    "zh-TW",
    "pt-BR",
    "ja",
    "ar",
  ]);
  assert.equal((await imported(LONG, { language: "en-US" })).result.language, "en");
  const japanese = await imported(`<p>${"橋は古いものであり、人はそれを渡る。".repeat(12)}</p>`, { language: "en-US" });
  assert.equal(japanese.result.language, "ja");
  assert.match(japanese.open, /says that it is in “en-US”, and its words are in “ja”/u);
});

test("a date whose year comes first is read with the month in words", () => {
  assert.deepEqual(["2021 Mar 12", "2021 March", "1999, October 3"].map(isoDate), [
    "2021-03-12",
    "2021-03",
    "1999-10-03",
  ]);
});

test("entities that a page defines itself leave nothing of their list", async () => {
  const { files } = await importFiles({
    "a.html": `<!DOCTYPE html [<!ENTITY q "quay"><!ENTITY r "&q;&q;">]><html lang="en"><body><h1>Quays</h1>${LONG}</body></html>`,
  });
  assert.doesNotMatch(String(files.get("en/opening.mdx")), /\]|ENTITY/u);
});

test("microformats say who wrote a page, when, and what stands under its title; a list of buttons leaves none", async () => {
  const { files, draft } = await importFiles({
    "a.html": `<html lang="en"><head><title>Quays</title></head><body><article class="h-entry"><header><h1 class="p-name">Quays</h1></header><section class="p-summary">An inquiry</section><section><h3>Quays</h3><h4>An inquiry</h4><ul><li><button>Share</button></li></ul>${LONG.repeat(2)}</section><footer>By <a class="p-author h-card">Ann Lund</a> on <time class="dt-published" datetime="2021-03-12T10:00:00.000Z">March 12</time></footer></article></body></html>`,
  });
  const settings = String(files.get("essay.yaml"));
  assert.match(settings, /^subtitle: An inquiry$/mu);
  assert.match(settings, /family: Lund\n {4}given: Ann/u);
  assert.match(settings, /published: 2021-03-12/u);
  assert.deepEqual(
    draft.sections.map(({ title }) => title),
    [undefined],
  );
  assert.doesNotMatch(String(files.get("en/opening.mdx")), /inquiry|^-/mu);
  const other = await importFiles({
    "a.html": `<html lang="en"><head><title>Quays</title></head><body><h1>Quays</h1><p>${LONG.repeat(2)}</p><p class="p-author">Cy Pier</p></body></html>`,
  });
  assert.doesNotMatch(String(other.files.get("essay.yaml")), /Pier/u);
});

test("a list of sources is cited and is no list of notes, though each leads to the other", async () => {
  const item = (id: number, words: string) =>
    `<li id="bib.bib${id}" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[${id}]</span><span class="ltx_bibblock">${words}</span><span class="ltx_bibblock ltx_bib_cited">Cited by: <a href="#S1.p1">§1</a>.</span></li>`;
  const imported = await importFiles(
    {
      "a.html": `<html lang="en"><body><article class="ltx_document"><h1 class="ltx_title ltx_title_document">Folding</h1><div class="ltx_authors"><span class="ltx_creator"><span class="ltx_personname">Iris Fold<span class="ltx_ERROR undefined">\\XX</span></span><span class="ltx_contact ltx_role_affiliation">Map Institute</span></span></div><div class="ltx_dates">(May 2021)</div>
<section class="ltx_section"><h2>1 Introduction</h2><div id="S1.p1"><p>Maps fold <cite>[<a href="#bib.bib1">1</a>]</cite>, as Crease (<a href="#bib.bib2">2010</a>) said.</p></div><div class="ltx_theorem"><h6 class="ltx_title ltx_runin">Theorem 1</h6><p>Every map folds.</p></div></section>
<section class="ltx_bibliography"><h2>References</h2><ul class="ltx_biblist">${item(1, "A. Paper, Of Paper.")}${item(2, "B. Crease, Creases.")}</ul></section></article></body></html>`,
    },
    { language: "en" },
  );
  const { draft, files, findings } = imported;
  assert.equal(draft.labels.size, 0);
  assert.deepEqual(
    draft.sections.map(({ title }) => title),
    ["Introduction", "References"],
  );
  assert.match(String(files.get("en/introduction.mdx")), /\*\*Theorem 1\*\*\n\nEvery map folds\./u);
  assert.match(
    String(files.get("en/references.mdx")),
    /- \\\[1\] A\. Paper, Of Paper\.\n- \\\[2\] B\. Crease, Creases\./u,
  );
  assert.match(
    String(files.get("essay.yaml")),
    /family: Fold\n +given: Iris\n +affiliation: Map Institute\ndates:\n +published: 2021-05/u,
  );
  const told = findings.leftOut.map(({ place, text }) => `${place}: ${text}`).join("\n");
  assert.match(told, /not understood: “\\XX”/u);
  assert.match(told, /“Cited by: §1\.”/u);

  const other = await importFiles(
    {
      "a.html": `<html lang="en"><body><article><h1>Folding</h1><p>Maps fold <a id="c1" href="#b1">1</a>.</p><section role="doc-bibliography"><h2>References</h2><ol><li id="b1" role="doc-biblioentry">A. Paper, Of Paper. <a href="#c1">↩</a></li></ol></section></article></body></html>`,
    },
    { language: "en" },
  );
  assert.equal(other.draft.labels.size, 0);
});

test("the boxes of a wiki are told and are no text, and what it writes for machines is none either", async () => {
  const { files, findings } = await importFiles(
    {
      "a.html": `<html lang="en"><head><title>Farm</title></head><body><article><h1 id="firstHeading">Farm</h1><table class="infobox"><caption>Farm</caption><tbody><tr><th>Founded</th><td>1901</td></tr></tbody></table><p>A farm is a place where something grows, and it has been so for long.<sup class="reference"><a href="#n1" id="r1">[1]</a></sup></p><p>So <span class="mwe-math-element"><math><mi>x</mi></math><img class="mwe-math-fallback-image-inline" src="https://example.org/x.svg" alt="x"></span> grows.</p><ol class="references"><li id="n1"><a href="#r1">^</a> <cite>Fisher, Sea.</cite><span class="Z3988" title="rft.btitle=Sea"></span></li></ol></article></body></html>`,
    },
    { language: "en" },
  );
  const text = String(files.get("en/opening.mdx"));
  assert.doesNotMatch(text, /Founded|rft|x\.svg/u);
  assert.match(text, /\[\^1\]: <cite>Fisher, Sea\.<\/cite>$/mu);
  const told = findings.leftOut.map(({ text: said }) => said).join("\n");
  assert.match(told, /Founded 1901/u);
  assert.doesNotMatch(told, /x\.svg/u);
});

test("notes that are articles of their own under a rule, with their numbers' links in brackets, are told apart", async () => {
  const note = (number: number, words: string) =>
    `<article id="fn-${number}"><hr><p class="footnotes">[<a href="#call-${number}" id="note-${number}">${number}</a>] ${words}</p></article>`;
  const call = (number: number) => `<sup><a id="call-${number}" href="#note-${number}">${number}</a></sup>`;
  for (const target of ["note", "fn"]) {
    const { notes, text } = await imported(
      `<p>It is old${call(1)}, and it is long${call(2)}.</p>${LONG}<aside id="footnotes">${note(1, "The first.")}${note(2, "The second.")}</aside>`.replaceAll(
        'href="#note-',
        `href="#${target}-`,
      ),
    );
    assert.deepEqual(notes, [" old: The first.", "long: The second."]);
    assert.match(text, /^\[\^1\]: The first\.$/mu);
  }
});

test("a number at the beginning of a note that is not the mark's is a word", async () => {
  const imported = await importFiles({
    "a.html":
      '<!doctype html><html lang="de"><body><h1>Kais</h1><p id="z74">Der Kai<a href="#a" epub:type="noteref" role="doc-noteref">*</a> ist alt<a href="#b" role="doc-noteref">[2]</a>, sehr alt<a href="#c" role="doc-noteref">3</a>, und steht<a href="#d" role="doc-noteref">4</a>.</p><section role="doc-endnotes"><p id="a"><a href="#z74">74.</a> Zur Zeile.</p><p id="b">12. Jahrhundert, spät.</p><p id="c">3. Siehe oben.</p><p id="d"><a href="#z74">4.8</a> Das Element.</p></section></body></html>',
  });
  const [section] = sectionsOf(imported);
  assert.deepEqual(
    section?.notes.map(({ words }) => words),
    ["74. Zur Zeile.", "12. Jahrhundert, spät.", "Siehe oben.", "4.8 Das Element."],
  );
});
