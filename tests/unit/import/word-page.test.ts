import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, PIXEL } from "../../support/manuscripts.ts";

const imported = (body: string, head = "") =>
  importFiles({
    "page.html": `<!doctype html><html lang="${body.includes("。") ? "ja" : "en"}"><head>${head}</head>${body}</html>`,
  });
const texts = (files: ReadonlyMap<string, string | Uint8Array>) =>
  [...files].flatMap(([path, text]) => (path.endsWith(".mdx") ? [String(text)] : [])).join("\n");

test("a page that Word wrote gives its lists, quotations, captions and languages, and no line's end in a word", async () => {
  const { files, findings } = await imported(
    `<body lang=JA><p class=MsoTitle>水を分ける</p>
<p class=MsoNormal align=right>（北陸農業大学）</p>
<p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>
<h1><span lang=EN-US>1</span>　用水の歴史</h1>
<p class=MsoNormal>番水とは、水を時間で
分ける<span lang=EN-US>20</span><span lang=JA>分の</span>仕組みで、<span lang=EN-US>water
right</span>とは別である。</p>
<p class=MsoQuote><i>「水は公のもの」</i></p>
<p class=MsoListParagraphCxSpFirst><span lang=EN-US style='font-family:Wingdings'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>上流の田</p>
<p class=MsoListParagraphCxSpLast><span lang=EN-US style='font-family:Wingdings'>l<span>&nbsp;&nbsp; </span></span>下流の田</p>
<p class=MsoListParagraph><span lang=EN-US>1.<span>&nbsp;&nbsp; </span></span>朝に開く</p>
<p class=MsoListParagraph><span lang=EN-US>2.<span>&nbsp;&nbsp; </span></span>夕に閉じる</p>
<table><tr><td><p class=MsoNormal>水</p></td><td><p class=MsoNormal>田</p></td></tr></table>
<p class=MsoCaption>表<span lang=EN-US> 1</span>　対訳</p>
<p class=MsoNormal>終わりの一文である。</p></body>`,
    "<title>水を分ける</title>",
  );
  assert.deepEqual(
    [...files.keys()].filter((path) => path.endsWith(".mdx")),
    ["ja/yousui-rekishi.mdx"],
  );
  const text = texts(files);
  assert.match(text, /水を時間で分ける20分の仕組みで、<span lang="en-US">water right<\/span>とは別/u);
  assert.match(text, /^> 「水は公のもの」$/mu);
  assert.match(text, /^- 上流の田\n- 下流の田$/mu);
  assert.match(text, /^1\. 朝に開く\n2\. 夕に閉じる$/mu);
  assert.match(text, /^Table: 表 1　対訳\n\n\|/mu);
  assert.deepEqual(findings.slips, []);
});

test("Google's documents keep what is struck out, and have no rule where a printed page ends nor its head", async () => {
  const { files, findings } = await imported(
    `<body><div><p>draft of March 2024</p></div><p class="c1 title"><span>The Price of Silence</span></p>
<h1><span>Noise</span></h1><p><span>This stays. </span><span class="c8">This goes.</span></p>
<hr style="page-break-before:always;display:none;"><h1>End</h1><p>It ends here, in one sentence.</p></body>`,
    "<style>.c8{text-decoration:line-through}.c9{vertical-align:super}</style>",
  );
  assert.match(String(files.get("en/noise.mdx")), /This stays\. ~~This goes\.~~\n$/u);
  assert.match(String(files.get("essay.yaml")), /^title: The Price of Silence$/mu);
  assert.ok(findings.leftOut.some(({ text }) => text === "the head of printed pages: “draft of March 2024”"));
  assert.ok(!findings.leftOut.some(({ text }) => text.startsWith("essay.yaml says it: “draft")));
});

test("a site's own parts about an article are none of it, and a table's caption is the table's", async () => {
  const { files, findings } = await imported(
    `<body><main><article><h1>自転車は誰のものか</h1>
<div class="o-tableOfContents"><ol><li><a href="#a">駅前の風景</a></li></ol></div>
<table class="ambox"><tr><td>この記事は出典が不足しています。</td></tr></table>
<div class="mw-heading"><h2 id="a">駅前の風景</h2></div><p>置いてあるのだと私は思う<sup><a href="#n1" id="r1">[1]</a></sup>。町の朝には自転車が並び、夜にはまた消えていく。並ぶというより積もるのであって、誰もそれを数えたことはない。</p>
<table><caption>台数</caption><tr><th>朝</th><th>夜</th></tr><tr><td>120</td><td>3</td></tr></table>
<div class="mw-heading"><h2>出典</h2></div><ol class="references"><li id="n1"><a href="#r1">^</a> 国語辞典による。</li></ol>
<div class="m-tagList"><a href="/h/1">#自転車</a></div></article>
<section class="p-recommend"><h2>この記事が気に入ったら</h2><p>ほかの記事も読む。</p></section></main></body>`,
  );
  const text = texts(files);
  assert.deepEqual(
    [...files.keys()].filter((path) => path.endsWith(".mdx")),
    ["ja/ekimae-fuukei.mdx"],
  );
  assert.match(text, /^Table: 台数\n\n\| 朝/mu);
  for (const words of ["この記事は出典が不足しています。", "#自転車"])
    assert.ok(
      findings.leftOut.some(({ text: said }) => said.includes(words)),
      words,
    );
});

test("who wrote an article is said in its fields, and a letter before a note is its mark", async () => {
  const { files, findings } = await importFiles(
    {
      "page.html": `<!doctype html><html lang="en"><head><meta name="citation_title" content="Counting"><meta name="citation_author" content="Hallam, Ewa"></head><body><article><h1>Counting</h1><div class="contrib-group"><span>Ewa Hallam<sup>1</sup></span></div><div class="aff"><sup>1</sup>University of Tromsdal</div>
<h2>Method</h2><p>The word is his<sup><a href="#f" id="r">a</a></sup>, and it stands here. <img src="a.png" alt="x"></p><section><h2>Footnotes</h2><div id="f"><p><sup>a</sup> Of course. <a href="#r">↩</a></p></div></section></article></body></html>`,
    },
    { beside: () => PIXEL },
  );
  assert.match(String(files.get("en/method.mdx")), /^\[\^1\]: Of course\.$/mu);
  assert.equal(files.has("en/opening.mdx"), false);
  assert.ok(findings.leftOut.some(({ text }) => text === "who wrote it: “1University of Tromsdal”"));
});

test("what an author says of those who wrote, and whom a text is for, is no frame of a page", async () => {
  const { files, findings } = await importFiles({
    "page.html": `<!doctype html><html lang="en"><head><title>Roads</title><meta name="citation_author" content="Hallam, Ewa"></head><body>
<p><em>for my mother</em></p><p class="title">On Roads</p><h2>Method</h2><p>Here stands one sentence.</p>
<div class="contributors"><p>Ewa Hallam met the other contributors in 1931; they never spoke again.</p></div>
<h2>End</h2><p>It ends here, in one sentence.</p></body></html>`,
  });
  for (const words of ["for my mother", "they never spoke again"]) assert.ok(texts(files).includes(words), words);
  assert.deepEqual(findings.leftOut, []);
});
