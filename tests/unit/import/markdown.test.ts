import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { importFiles, PIXEL } from "../../support/manuscripts.ts";

const imported = (text: string, beside?: (path: string) => Uint8Array | undefined) =>
  importFiles({ "a.md": `# T\n\n## One\n\n${text}\n` }, { language: "en", ...(beside && { beside }) });
const section = async (text: string) => String((await imported(text)).files.get("en/one.mdx"));

test("images beside a text come along, those elsewhere are told and never fetched", async () => {
  const asked: string[] = [];
  const result = await imported(
    `A.\n\n![Map](pictures/the%20map.png)\n\n![Far](https://example.org/x.png)\n\n<img src="../../secret.png">\n\n![In](data:image/png;base64,${Buffer.from(PIXEL).toString("base64")})`,
    (path) => {
      asked.push(path);
      return path === "pictures/the map.png" ? PIXEL : undefined;
    },
  );
  assert.deepEqual(asked, ["pictures/the map.png", "../../secret.png"]);
  const text = String(result.files.get("en/one.mdx"));
  const [map, inner] = [...result.files.keys()].filter((path) => path.startsWith("images/"));
  assert.ok(map && inner);
  assert.deepEqual(result.files.get(map), PIXEL);
  assert.deepEqual(
    [...text.matchAll(/!\[(.*?)\]\((.*?)\)/gu)].map((match) => match.slice(1)),
    [
      ["Map", map],
      ["In", inner],
    ],
  );
  const told = result.findings.leftOut.map((one) => one.text).join("\n");
  assert.match(told, /example\.org\/x\.png.*no address is fetched/u);
  assert.match(told, /secret\.png.*not beside the manuscript/u);
});

test("what only looks like a tag is the author's word, and what is one is an element", async () => {
  assert.match(
    await section("A List<String> and H<sub>2</sub>O, <T>."),
    /A List\\<String> and H<sub>2<\/sub>O, \\<T>\./u,
  );
  assert.match(await section("<T>"), /^\\<T>$/mu);
});

test("mathematics between dollars stays mathematics, and sums of money stay sums", async () => {
  const text = await section("Here $x^2 + y_2$ costs $5 and $6.\n\n$$\nE = mc^2\n$$");
  assert.match(text, /Here \$x\^2 \+ y_2\$ costs \\\$5 and \\\$6\./u);
  assert.match(text, /^\$\$\nE = mc\^2\n\$\$$/mu);
});

test("a note's name that chapters use again names the note that follows", async () => {
  const result = await importFiles(
    { "a.md": "# T\n\n## One\n\nA.[^1]\n\n[^1]: first\n\n## Two\n\nB.[^1]\n\n[^1]: second\n" },
    { language: "en" },
  );
  assert.match(String(result.files.get("en/one.mdx")), /^\[\^1\]: first$/mu);
  assert.match(String(result.files.get("en/two.mdx")), /^\[\^2\]: second$/mu);
});

test("what a script or a comment in a sentence says is told, and no word of the text", async () => {
  const result = await imported("One <script>go()</script>two<!-- why? --> three.");
  assert.match(String(result.files.get("en/one.mdx")), /^One two three\.$/mu);
  assert.deepEqual(
    result.findings.leftOut.map(({ place, text }) => `${place}: ${text}`),
    ["script: go()", "comment: why?"],
  );
});

test("titles of images and labels of captions are no words, or stay as what they are", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const section = async (name: string, text: string) => {
    const { files, draft } = await importFiles({ [name]: text }, { language: "en", beside: () => png });
    return String(files.get(`en/${draft.sections[0]?.id}.mdx`));
  };
  const markdown = await section(
    "a.md",
    '# T\n\n## S\n\nWords.\n\n![a boat](boat.png "Its caption")\n\nTable: boats\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nAn ![icon](i.png "tip") too.\n',
  );
  assert.match(markdown, /!\[a boat\]\(images\/boat\.png "Its caption"\)/u);
  assert.match(markdown, /^(?: {2})?Table: boats$/mu);
  const html = await section(
    "a.html",
    '<h1>T</h1><h2>S</h2><p>Words of a page.</p><p><img src="boat.png" title="A boat"></p><p>Table: boats</p><table><tr><td>a</td><td>b</td></tr></table><p>They are old.</p>',
  );
  assert.match(html, /!\[A boat\]\(images\/boat\.png\)/u);
  assert.match(html, /^(?: {2})?Table: Table: boats$/mu);
  await section("a.md", "# T\n\n## S\n\nWords.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n: boats below\n\nMore.\n");
  await section(
    "a.html",
    "<h1>T</h1><h2>S</h2><p>Words of a page.</p><table><tr><td>a</td><td>b</td></tr></table><p>表：結果</p><p>: x</p>",
  );
});

test("notes hang on the titles that they are about, of the essay and of its parts", async () => {
  const { draft, files } = await importFiles(
    {
      "a.md":
        "# Rivers[^*]\n\n## Boats[^b]\n\nThey are painted.[^1]\n\n### Paint[^p] and tar\n\nIt is red.\n\n[^*]: A talk.\n\n[^1]: By Holm.\n\n[^b]: Of wood.\n\n[^p]: Red.\n",
    },
    { language: "en" },
  );
  assert.match(String(files.get("essay.yaml")), /^title: Rivers\[\^1\]$/mu);
  assert.match(String(files.get("en/boats.mdx")), /^title: Boats\[\^b\]\n---\n\nThey are painted\.\[\^3\]\n/mu);
  assert.match(String(files.get("en/boats.mdx")), /^\[\^1\]: A talk\.$/mu);
  assert.match(String(files.get("en/paint-tar.mdx")), /^title: Paint and tar\[\^p\]$/mu);
  assert.deepEqual(draft.titleNotes, ["1"]);
});

test("a table after a sentence that leads to it keeps the caption beneath it", async () => {
  const text = await section("As the table shows:\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nTable: Two boats\n\nIt ends.");
  assert.match(
    text,
    /As the table shows:\n\n(?:\|[^\n]*\n)+\nTable: Two boats\n|As the table shows:\n\nTable: Two boats\n\n\|/u,
  );
});

const markdownOf = async (text: string, language = "ja") => {
  const imported = await importFiles({ "a.md": text }, { language, id: "a" });
  return { imported, written: String(imported.files.get(`${language}/opening.mdx`)).replaceAll(/<rp>.<\/rp>/gu, "") };
};

test("readings that are typed as signs are readings, and braces that say something else are words", async () => {
  const { written, imported } = await markdownOf(
    "{漢字|かんじ}と｜条約機構《きこう》と青空《あおぞら》と[東京]{とうきょう}と{東京|とう|きょう}。《《強調》》、雑誌《世界》、[語]{知らない 言葉}。\n",
  );
  const ruby = (base: string, reading: string) => `<ruby>${base}<rt>${reading}</rt></ruby>`;
  for (const one of [
    ruby("漢字", "かんじ"),
    ruby("条約機構", "きこう"),
    ruby("青空", "あおぞら"),
    ruby("東京", "とうきょう"),
    ruby("東", "とう") + ruby("京", "きょう"),
    "*強調*",
    "雑誌《世界》",
    "{知らない 言葉}",
  ])
    assert.ok(written.includes(one), one);
  assert.equal(imported.findings.counts.get("readings (ruby)"), 4);
});

test("tables are read that are ruled, drawn, or without a head, in columns of ideographs too", async () => {
  const { written } = await markdownOf(`---------------------------
 国        額
           億円
--------   ----------------
 日本      五兆円を
           超える

 ドイツ    三兆円
---------------------------

Table: 国防費

-----  -----
甲     1
乙     2
-----  -----

+--------+-----------+
| 果物   | 長所      |
+========+===========+
| 梨     | - 甘い    |
|        | - 軽い    |
+--------+-----------+
`);
  const cells = written.split("\n").map((line) => line.replaceAll(/\s*\|\s*/gu, "|"));
  for (const row of [
    "|国|額 億円|",
    "|日本|五兆円を 超える|",
    "|ドイツ|三兆円|",
    "|甲|1|",
    "|乙|2|",
    "|果物|長所|",
    "|梨|甘い<br />軽い|",
  ])
    assert.ok(cells.includes(row), row);
  assert.match(written, /^Table: 国防費$/mu);
});

test("formulas in lines of their own are set apart, whoever writes them", async () => {
  const { written } = await markdownOf("前。\n\n$$x = 1$$\n\n\\begin{align}\na &= b\n\\end{align}\n\n後。\n");
  assert.match(written, /^\$\$\nx = 1\n\$\$$/mu);
  assert.match(written, /^\$\$\n\\begin\{align\}\na &= b\n\\end\{align\}\n\$\$$/mu);
});

test("lines that an ideograph's space begins are paragraphs; titles of blocks, boxes and kinds of alerts are not lost", async () => {
  const { written, imported } = await markdownOf(
    `　一段落目。
　二段落目。

> [!NOTE]
> 注意の文。

- [ ] 未了
- [x] 完了

::: {.callout-note title="囲みの題"}
囲みの文。
:::

a. 甲
b. 乙
`,
  );
  assert.match(written, /^一段落目。\n\n二段落目。\n\n> 注意の文。$/mu);
  assert.match(written, /^- ☐ 未了\n- ☑ 完了$/mu);
  assert.match(written, /^囲みの題\n\n囲みの文。\n\na\. 甲\\\nb\. 乙$/mu);
  assert.ok(imported.findings.leftOut.some(({ text }) => text.startsWith("[!NOTE]")));
});

test("a licence that the manuscript names is the essay's", async () => {
  for (const [given, name, url] of [
    ["CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"],
    [
      "https://creativecommons.org/licenses/by/2.1/jp/",
      "CC BY 2.1 JP",
      "https://creativecommons.org/licenses/by/2.1/jp/",
    ],
    ["CC0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
    ["© 2024 Jane Doe", "© 2024 Jane Doe", undefined],
  ] as const) {
    const { imported } = await markdownOf(`---\nlicense: "${given}"\n---\n\n文である。\n`);
    const settings = parse(String(imported.files.get("essay.yaml"))) as { licence?: unknown };
    assert.deepEqual(settings.licence, { text: { name, ...(url && { url }) } });
    assert.ok(!imported.findings.open.some(({ text }) => /licence is the author's/u.test(text)));
  }
});
