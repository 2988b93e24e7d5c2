import assert from "node:assert/strict";
import { test } from "node:test";
import { characterOfJis } from "../../../src/import/forms/jis-x-0213.ts";
import type { ImportedEssay } from "../../../src/import/import-manuscript.ts";
import { importFiles } from "../../support/manuscripts.ts";

/** A text of Aozora Bunko's with these lines below its head, and the first section that it becomes. */
async function sectionOf(...lines: readonly string[]): Promise<string> {
  const imported = await importFiles(
    { "a.txt": `題\n山田太郎\n\n${lines.join("\n")}\n\n底本：「全集」書店\n` },
    { language: "ja" },
  );
  return first(imported);
}

const first = (imported: ImportedEssay): string =>
  String(imported.files.get(`ja/${imported.draft.sections[0]?.id}.mdx`)).replaceAll(/<rp>.<\/rp>/gu, "");

test("Aozora's readings, emphasis, headings, described characters and marks of classical Chinese are read", async () => {
  const text = `題\n太郎 山\n\n［＃３字下げ］一　はじめ［＃「一　はじめ」は大見出し］\n\n　権利《けんり》は｜法の力《ちから》である。大切［＃「大切」に傍点］だ。\n　※［＃「てへん＋劣」、U+6318、123-4］と書く。不［＃レ］読［＃（ム）］書［＃二］。\n\n底本：「全集」書店\n`;
  const imported = await importFiles({ "a.txt": text }, { language: "ja" });
  const [section] = imported.draft.sections;
  const file = String(imported.files.get(`ja/${section?.id}.mdx`));
  assert.match(file, /<ruby>権利<rp>（<\/rp><rt>けんり<\/rt><rp>）<\/rp><\/ruby>は<ruby>法の力/u);
  assert.match(file, /\*大切\*だ。/u);
  assert.match(file, /挘と書く。不<sub>レ<\/sub>読<sup>ム<\/sup>書<sub>二<\/sub>/u);
  assert.doesNotMatch(file, /底本/u);
});

test("the edition that a file follows is a source, and its tail no text", async () => {
  const tail =
    "底本：「作者全集　第一巻」ある書房\n　　　1970（昭和45）年3月10日初版第1刷発行\n親本：「海」別の書房\n　　　1934（昭和9）年\n入力：ある人\n";
  const text = `題\n山田 太郎\n\n　権利《けんり》の左［＃「左」の左に傍点］である。\n\n\n${tail}`;
  const imported = await importFiles({ "a.txt": text }, { language: "ja" });
  const [source, ...others] = JSON.parse(String(imported.files.get("references.json"))) as Record<string, unknown>[];
  const { type, title, author, publisher, issued } = source ?? {};
  assert.deepEqual(
    [type, title, source?.["container-title"], author, publisher, issued, others.length],
    [
      "chapter",
      "題",
      "作者全集 第一巻",
      [{ family: "山田", given: "太郎" }],
      "ある書房",
      { "date-parts": [[1970]] },
      0,
    ],
  );
  assert.doesNotMatch(first(imported), /底本|入力/u);
  assert.match(first(imported), /\*左\*である。/u);
  const decisions = new Map([["source 7", "text"]]);
  assert.match(first(await importFiles({ "a.txt": text }, { language: "ja", decisions })), /入力：ある人/u);
  const nameless = text.replace("「作者全集　第一巻」", "");
  assert.match(first(await importFiles({ "a.txt": nameless }, { language: "ja" })), /底本：ある書房/u);
});

test("a reading belongs to a described character too, never to a stop, and 《《》》 stresses", async () => {
  const text =
    "題\n太郎 山\n\n　憤※［＃「りっしんべん＋曷」、第3水準1-84-60］《ふんかい》して言う。《《強い》》言葉と権利《けんり》だ。《注》は無い。\n";
  const imported = await importFiles({ "a.txt": text }, { language: "ja" });
  const file = String(imported.files.get(`ja/${imported.draft.sections[0]?.id}.mdx`)).replaceAll(/<rp>.<\/rp>/gu, "");
  assert.match(file, /<ruby>憤\uFA3E<rt>ふんかい<\/rt><\/ruby>して言う。\*強い\*言葉と/u);
  assert.match(file, /だ。《注》は無い。/u);
});

test("characters of JIS X 0213 are known by their places, those of JIS X 0208 too", () => {
  assert.deepEqual(
    [
      [1, 84, 34],
      [1, 2, 22],
      [2, 79, 5],
      [1, 13, 22],
      [1, 94, 94],
      [1, 16, 1],
      [1, 4, 87],
      [1, 1, 95],
      [2, 2, 1],
      [3, 1, 1],
    ].map(([plane = 0, row = 0, cell = 0]) => characterOfJis(plane, row, cell)),
    ["徧", "〻", "滃", "Ⅱ", "繫", "亜", "か\u309A", undefined, undefined, undefined],
  );
});

test("what a line of JIS X 0208 cannot write is written: characters, repetition, accents", async () => {
  const text = await sectionOf(
    "　渾※［＃二の字点、1-2-22］として※［＃「さんずい＋鶲のへん」、第4水準2-79-5］《おう》然、いよ／＼、とき／″＼。",
    "　〔Ville de Lie`ge〕の〔mo:chte〕と〔補注〕と〔das&〕。頁39-4の※［＃「口＋畧」、39-4］。",
  );
  assert.match(text, /渾〻として<ruby>滃<rt>おう<\/rt><\/ruby>然、いよ〳〵、とき〴〵。/u);
  assert.match(text, /^Ville de Liègeのmöchteと〔補注〕とdaß。頁39-4の※［＃「口＋畧」、39-4］。$/mu);
});

test("notes beside words are readings, wherever they stand and whatever reading is there already", async () => {
  const text = await sectionOf(
    "　人間の性［＃「性」に「〔ママ〕」の注記］命は。お辞義《じぎ》［＃「義」に「ママ」の注記］をして、行［＃「行」の左に「ギヤウ」のルビ］く。",
    "　［＃注記付き］名［＃「銘」の注記付き終わり］と、大切な話である［＃「話」にママの注記］。",
  );
  assert.match(
    text,
    /人間の<ruby>性<rt>〔ママ〕<\/rt><\/ruby>命は。お<ruby>辞<ruby>義<rt>ママ<\/rt><\/ruby><rt>じぎ</u,
  );
  assert.match(text, /<ruby>行<rt>ギヤウ<\/rt><\/ruby>く。/u);
  assert.match(text, /<ruby>名<rt>銘<\/rt><\/ruby>と、大切な<ruby>話<rt>ママ<\/rt><\/ruby>である。/u);
});

test("runs are set as their notes say", async () => {
  const text = await sectionOf(
    "　太い［＃「太い」は太字］字と線［＃「線」に傍線］、H2［＃「2」は下付き小文字］O、x2［＃「2」は上付き小文字］、［＃傍点］点々［＃傍点終わり］、白丸［＃「白丸」に白丸傍点］。",
    "　これは［＃割り注］二行に割る注［＃割り注終わり］である。20［＃「20」は縦中横］日。",
  );
  assert.match(text, /\*\*太い\*\*字と<u>線<\/u>、H<sub>2<\/sub>O、x<sup>2<\/sup>、\*点々\*、\*白丸\*。/u);
  assert.match(text, /これは<small>二行に割る注<\/small>である。20日。/u);
});

test("a heading that its paragraph follows in the same line is parted from it", async () => {
  const imported = await importFiles(
    {
      "a.txt":
        "題\n山田太郎\n\n［＃３字下げ］前編［＃「前編」は大見出し］\n\n　本文である。\n\n第一［＃「第一」は同行中見出し］　ここから本文が続く。\n［＃窓小見出し］窓［＃窓小見出し終わり］窓の本文である。\n",
    },
    { language: "ja" },
  );
  assert.deepEqual(
    imported.draft.sections.map(({ title, depth }) => [title, depth]),
    [
      ["前編", 1],
      ["第一", 2],
      ["窓", 3],
    ],
  );
  assert.match(String(imported.files.get(`ja/${imported.draft.sections[1]?.id}.mdx`)), /^ここから本文が続く。$/mu);
});

test("chapters before the first part stand beside one another, and those of a part in it", async () => {
  const heading = (words: string, kind: string) =>
    `［＃５字下げ］${words}［＃「${words}」は${kind}見出し］\n\n　本文である。\n\n`;
  const imported = await importFiles(
    {
      "a.txt": `題\n山田太郎\n\n${heading("一", "中")}${heading("二", "中")}${heading("後編", "大")}${heading("三", "中")}`,
    },
    { language: "ja" },
  );
  assert.deepEqual(
    imported.draft.sections.map(({ depth }) => depth),
    [1, 1, 1, 2],
  );
});

test("a passage that is set in is a quotation, a list of speakers is none, short lines are verse", async () => {
  const text = await sectionOf(
    "　手紙にはこうある。",
    "［＃ここから２字下げ］",
    "　拝啓、北の国は寒い。",
    "",
    "　敬具。",
    "［＃ここで字下げ終わり］",
    "［＃ここから改行天付き、折り返して１字下げ］",
    "太郎　寒いね。",
    "次郎　本当に。",
    "［＃ここで字下げ終わり］",
    "",
    "海は青く",
    "空は高く",
    "船は遠い",
    "",
  );
  assert.match(text, /> 拝啓、北の国は寒い。\n>\n> 敬具。/u);
  assert.match(text, /^太郎　寒いね。\n\n次郎　本当に。$/mu);
  assert.match(text, /^海は青く\\?\n空は高く\\?\n船は遠い$/mu);
});

test("an image beside the text comes along, and a translator is one", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const imported = await importFiles(
    {
      "a.txt":
        "舟\nTHE BOAT\nアグネス・ロウ Agnes Lowe\n山田花子訳\n\n　舟がある。\n［＃挿絵1（fig1.png、横10×縦10）入る］\n　もうない。［＃挿絵2（fig2.png）入る］\n",
    },
    { language: "ja", beside: (path) => (path === "fig1.png" ? png : undefined) },
  );
  assert.match(first(imported), /舟がある。\n\n!\[挿絵1\]\((?<path>[^)]*fig1\.png)\)\n\nもうない。/u);
  assert.ok(imported.findings.leftOut.some(({ text }) => text.includes("fig2.png")));
  const settings = String(imported.files.get("essay.yaml"));
  assert.match(settings, /^title: 舟$/mu);
  assert.doesNotMatch(settings, /subtitle/u);
  assert.match(settings, /^translators:\n {2}- family: 山田\n {4}given: 花子$/mu);
});

test("how the file's pages are set, and what its head says besides, is told with its line", async () => {
  const { findings } = await importFiles(
    {
      "a.txt":
        "題\nA Title\n山田太郎\n\n------------------------------\n《》：ルビ\n------------------------------\n\n［＃３字下げ］一\n　20［＃「20」は縦中横］日と［＃縦中横］!!［＃縦中横終わり］。［＃ここから横組み］A［＃ここで横組み終わり］\n",
    },
    { language: "ja" },
  );
  const told = findings.leftOut.map(({ place, text }) => `${place}: ${text}`);
  assert.deepEqual(
    told.map((one) => one.replace(/which the site does in its own way: /u, "")),
    [
      "line 2: a line of the head that has no place: “A Title”",
      "lines 5 to 7: the explanation of the file's notation, which the essay does not use",
      "line 9: how a page is set, ［＃３字下げ］",
      "line 10: how a page is set, ［＃「20」は縦中横］ (2 of its kind)",
      "line 10: how a page is set, ［＃ここから横組み］",
    ],
  );
  assert.equal(findings.counts.get("runs set upright in vertical lines"), 2);
});

test("a note on words that do not stand before it is told, and so is one that opens and never closes", async () => {
  const source = `川の話
山田花子

　川は深い［＃「浅い」に傍点］。
　岸は［＃ここから太字］近い［＃ここで太字終わり］。
［＃ここから２字下げ］
　国境の川を渡る者はない。
　［＃割り注］誰もその訳を問わない。

底本：「川」架空社
`;
  const { findings } = await importFiles({ "a.txt": source }, { language: "ja" });
  assert.ok(findings.leftOut.some(({ place, text }) => place === "line 4" && text.includes("［＃「浅い」に傍点］")));
  assert.deepEqual(
    findings.slips
      .filter(({ text }) => text.includes("is not closed"))
      .map(({ place, text }) => [place, text.split(" ")[0]]),
    [
      ["line 6", "［＃ここから２字下げ］"],
      ["line 8", "［＃割り注］"],
    ],
  );
});
