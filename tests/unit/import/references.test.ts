import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readReference } from "../../../src/import/sources/read-reference.ts";
import { ITALIC, ITALIC_END } from "../../../src/import/sources/reference-text.ts";
import { importFiles } from "../../support/manuscripts.ts";

/** Entries as lists print them, _in italics_, and what they say: the title, who, when, and in what or by whom it was published. */
const ENTRIES: readonly (readonly [entry: string, title: string, who: string, year: number, where: string])[] = [
  ["山田太郎『北の同盟』海鳴社、2001年。", "北の同盟", "山田太郎", 2001, "海鳴社"],
  ["山田太郎（2001）『北の同盟――拡大と抑止』海鳴社。", "北の同盟――拡大と抑止", "山田太郎", 2001, "海鳴社"],
  ["山田太郎, 2001, 『北の同盟』海鳴社.", "北の同盟", "山田太郎", 2001, "海鳴社"],
  [
    "鈴木花子「加盟の政治学」『国際政治研究』第45巻第2号、2019年、33―58頁。",
    "加盟の政治学",
    "鈴木花子",
    2019,
    "国際政治研究 45 2 33-58",
  ],
  [
    "鈴木花子（2019）「加盟の政治学」『国際政治研究』45(2)、33-58頁。",
    "加盟の政治学",
    "鈴木花子",
    2019,
    "国際政治研究 45 2 33-58",
  ],
  [
    "佐藤一郎「抑止の論理」山田太郎編『安全保障論集』東西出版、2010年、10―30頁。",
    "抑止の論理",
    "佐藤一郎",
    2010,
    "安全保障論集 東西出版 10-30",
  ],
  [
    "ジョン・スミス（山田花子訳）『同盟の終わり』北方書房、1998年。",
    "同盟の終わり",
    "ジョン・スミス",
    1998,
    "北方書房",
  ],
  ["「加盟を申請へ」『朝日新聞』2022年5月13日。", "加盟を申請へ", "", 2022, "朝日新聞"],
  ["Smith, John, The Northern Alliance, London: Press, 1990.", "The Northern Alliance", "Smith", 1990, "Press"],
  [
    "Smith, J. (1999). _The northern alliance_. London: Sea Press.",
    "The northern alliance",
    "Smith",
    1999,
    "Sea Press",
  ],
  [
    "Smith, J., & Doe, A. B. (1999). The politics of accession. _Journal of Rivers_, 12(3), 1–20. https://doi.org/10.1177/00223",
    "The politics of accession",
    "Smith Doe",
    1999,
    "Journal of Rivers 12 3 1-20",
  ],
  [
    "Smith, John. “The Politics of Accession.” _International Rivers_ 12, no. 3 (1999): 1–20.",
    "The Politics of Accession",
    "Smith",
    1999,
    "International Rivers 12 3 1-20",
  ],
  [
    'Miller, Anna. "A Border." In _The North_, edited by John Smith and Ida Holm, 10–30. Oslo: Havforlaget, 2004.',
    "A Border",
    "Miller",
    2004,
    "The North Havforlaget 10-30",
  ],
  ["Müller, Hans: _Die Fähre_. Berlin: Verlag, 1999.", "Die Fähre", "Müller", 1999, "Verlag"],
  [
    "Berg, Kenneth N. 1979. Theory of Ferries. Reading, MA: Addison-Lake.",
    "Theory of Ferries",
    "Berg",
    1979,
    "Addison-Lake",
  ],
  [
    '[12] A. Holm, "On the movement of boats," Annals of Boats, vol. 17, pp. 891-921, 1905.',
    "On the movement of boats",
    "Holm",
    1905,
    "Annals of Boats 17 891-921",
  ],
  [
    "NATO. “Strategic Concept.” June 29, 2022. https://www.example.org/concept/. Accessed January 5, 2024.",
    "Strategic Concept",
    "NATO",
    2022,
    "",
  ],
];

const italics = (entry: string) => entry.replaceAll(/_([^_]+)_/gu, `${ITALIC}$1${ITALIC_END}`);

for (const [entry, title, who, year, where] of ENTRIES)
  test(`an entry is read as it says: ${entry.slice(0, 40)}`, () => {
    const { item } = readReference(italics(entry)) ?? assert.fail("it was not read");
    const names = (item["author"] ?? []) as { family?: string; literal?: string }[];
    const issued = item["issued"] as { "date-parts": number[][] };
    assert.deepEqual(
      [
        item["title"],
        names.map(({ family, literal }) => family ?? literal).join(" "),
        issued["date-parts"][0]?.[0],
        ["container-title", "publisher", "volume", "issue", "page"].flatMap((key) => item[key] ?? []).join(" "),
      ],
      [title, who, year, where],
    );
    // Nothing is invented: every field is a stretch of the entry's words.
    for (const [key, value] of Object.entries(item))
      if (typeof value === "string" && key !== "type" && key !== "page")
        assert.ok(entry.replaceAll("_", "").includes(value), `${key}: ${value}`);
  });

for (const entry of [
  "This essay draws on many books, among them Smith's.",
  "Ibid., p. 4.",
  "Smith, John. _The Northern Alliance_, which nobody has read to its end. London: Press, 1990.",
  "山田太郎『北の同盟』は海鳴社から出た本であり、2001年に読まれた。",
  "本書は、『北の同盟』と『南の同盟』を比べる。",
])
  test(`an entry of which a word has no place is not read: ${entry.slice(0, 40)}`, () => {
    assert.equal(readReference(italics(entry)), undefined);
  });

test("a list of sources becomes references, what is not certain is open, and every word stays", async () => {
  const text =
    "# Boats\n\n## Piers\n\nThey are old.\n\n## References\n\n- Holm, Ida. *The Pier*. Oslo: Havforlaget, 2001.\n- ———. *The Boat*. Oslo: Havforlaget, 2004.\n- A letter that Holm keeps at home.\n- Lowe, Agnes. *A Survey of Towers*. Kiel: Press, 1931.\n";
  const imported = await importFiles(
    { "a.md": text, "a.bib": "@book{lowe, author={Lowe, Agnes}, title={A Survey of Towers}, year={1931}}" },
    { language: "en" },
  );
  const items = JSON.parse(String(imported.files.get("references.json"))) as { id: string; title: string }[];
  assert.deepEqual(
    items.map(({ id, title }) => [id, title]),
    [
      ["lowe", "A Survey of Towers"],
      ["holm-2001", "The Pier"],
      ["holm-2004", "The Boat"],
    ],
  );
  const open = imported.findings.open.filter(({ place }) => place === "References").map(({ text: said }) => said);
  assert.match(open[0] ?? "", /^of 4 sources 1 could not be read/u);
  assert.match(open[1] ?? "", /^3\. A letter that Holm keeps/u);
  assert.match(String(imported.files.get("en/references.mdx")), /Holm, Ida\. \*The Pier\*[\s\S]*A letter[\s\S]*Lowe/u);
  const overruled = await importFiles(
    { "a.md": text },
    { language: "en", decisions: new Map([["source 2", "words"]]) },
  );
  assert.equal((JSON.parse(String(overruled.files.get("references.json"))) as unknown[]).length, 2);
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A Word file whose one paragraph holds a field, in runs as Word breaks it, and a custom part. */
function wordFile(code: string, shown: string, custom?: string): Uint8Array {
  const half = Math.floor(code.length / 2);
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const body = [
    run("<w:t>It is old </w:t>"),
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText>${escapeXml(code.slice(0, half))}</w:instrText>`),
    run(`<w:instrText>${escapeXml(code.slice(half))}</w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t>${shown}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
    run("<w:t>.</w:t>"),
  ].join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(`<w:document ${W}><w:body><w:p>${body}</w:p></w:body></w:document>`),
    ...(custom && { "customXml/item1.xml": strToU8(custom) }),
  });
}

const ITEM = {
  id: 42,
  type: "book",
  title: "北の同盟",
  author: [{ family: "山田", given: "太郎" }],
  issued: { "date-parts": [["2001"]] },
  publisher: "海鳴社",
};
const CODES: Readonly<Record<string, string>> = {
  Zotero: `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({
    citationID: "x",
    citationItems: [
      { id: 42, itemData: ITEM },
      { id: 42, itemData: ITEM },
    ],
  })}`,
  Mendeley: `ADDIN CSL_CITATION ${JSON.stringify({ citationItems: [{ id: "ITEM-1", itemData: ITEM }] })}`,
  EndNote:
    'ADDIN EN.CITE <EndNote><Cite><Author>山田</Author><record><ref-type name="Book">6</ref-type><contributors><authors><author>山田, 太郎</author></authors></contributors><titles><title>北の同盟</title></titles><dates><year>2001</year></dates><publisher>海鳴社</publisher></record></Cite></EndNote>',
};

for (const [program, code] of Object.entries(CODES))
  test(`the sources that ${program} has left in a Word file are taken, its words stay`, async () => {
    const imported = await importFiles({ "a.docx": wordFile(code, "(山田 2001)") }, { language: "ja" });
    const [item, ...others] = JSON.parse(String(imported.files.get("references.json"))) as Record<string, unknown>[];
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...item, language: undefined },
      {
        id: "yamada-2001",
        type: "book",
        title: "北の同盟",
        author: [{ family: "山田", given: "太郎" }],
        issued: { "date-parts": [[2001]] },
        publisher: "海鳴社",
        language: undefined,
      },
    );
    assert.match(String(imported.files.get("ja/opening.mdx")), /It is old \(山田 2001\)\./u);
  });

test("Word's own list of sources is taken", async () => {
  const custom =
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Low31</b:Tag><b:SourceType>Book</b:SourceType><b:Title>A Survey of Towers</b:Title><b:Year>1931</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Lowe</b:Last><b:First>Agnes</b:First></b:Person></b:NameList></b:Author></b:Author><b:City>Kiel</b:City><b:Publisher>Press</b:Publisher></b:Source></b:Sources>';
  const imported = await importFiles({ "a.docx": wordFile("CITATION Low31", "(Lowe)", custom) }, { language: "en" });
  const [item] = JSON.parse(String(imported.files.get("references.json"))) as Record<string, unknown>[];
  assert.deepEqual(item, {
    id: "low31",
    type: "book",
    title: "A Survey of Towers",
    author: [{ family: "Lowe", given: "Agnes" }],
    issued: { "date-parts": [[1931]] },
    publisher: "Press",
    "publisher-place": "Kiel",
    language: "en",
  });
});

const sourcesOf = async (name: string, text: string) => {
  const { files, findings } = await importFiles({ "a.md": "# T\n\nWords of it.\n", [name]: text }, { language: "en" });
  const items = JSON.parse(String(files.get("references.json") ?? "[]")) as Record<string, unknown>[];
  return { items: new Map(items.map((item) => [item["id"], item])), findings };
};

test("BibTeX's strings, cross-references and commands for letters are read as TeX would set them", async () => {
  const { items, findings } = await sourcesOf(
    "a.bib",
    String.raw`@string{cup = "Cambridge University Press"}
@book{parent, editor = {Fran\c{c}ois M{\"u}ller and \O{}yvind {\AA}s}, title = {The {\'E}tat and the Na\"{\i}ve}, publisher = cup, year = 1999}
@incollection{child, author = {Dvo{\v r}{\'a}k, Anton{\'\i}n and others}, title = {A chapter}, pages = {1--20}, crossref = {parent}}
@inproceedings{talk, author = {Stra{\ss}e, J. and {\L}ukasz, K. and Lind\aa, S.}, title = {Talk}, year = 2010}
`,
  );
  const names = (id: string, role: string) =>
    ((items.get(id)?.[role] ?? []) as { family: string; given?: string }[]).map(
      ({ family, given }) => `${given} ${family}`,
    );
  assert.equal(items.get("parent")?.["title"], "The État and the Naïve");
  assert.deepEqual(names("parent", "editor"), ["François Müller", "Øyvind Ås"]);
  assert.deepEqual(names("child", "author"), ["Antonín Dvořák"]);
  assert.deepEqual(names("talk", "author"), ["J. Straße", "K. Łukasz", "S. Lindå"]);
  for (const [key, value] of [
    ["publisher", "Cambridge University Press"],
    ["page", "1-20"],
    ["issued", { "date-parts": [[1999]] }],
  ] as const)
    assert.deepEqual(items.get("child")?.[key], value);
  assert.ok(findings.leftOut.some(({ text }) => text.startsWith("“and others” in 1 lists")));
});

test("BibLaTeX's own kinds and fields are read", async () => {
  const { items } = await sourcesOf(
    "a.bib",
    "@online{web, author={{The World Bank}}, title={Data}, url={https://example.org/a}, urldate={2020-01-02}, date={2019-05}}\n",
  );
  const web = items.get("web");
  assert.equal(web?.["type"], "webpage");
  assert.deepEqual(web?.["issued"], { "date-parts": [[2019, 5]] });
  assert.deepEqual(web?.["accessed"], { "date-parts": [[2020, 1, 2]] });
  assert.deepEqual(web?.["author"], [{ literal: "The World Bank" }]);
});

test("a source that cannot be read is told, and does not take the others with it", async () => {
  const { items, findings } = await sourcesOf(
    "a.bib",
    "@book{one, title={A}, year=2000}\n@book{bad, title={B, year=2001}\n@book{two, title={C}, year=2002}\n",
  );
  assert.deepEqual([...items.keys()].sort(), ["one", "two"]);
  assert.ok(findings.open.some(({ text }) => text.startsWith("a source that could not be read: “@book{bad")));
});

test("sources of every kind of RIS keep their title and their date", async () => {
  const kinds =
    "JOUR BOOK CHAP CONF CPAPER THES RPRT NEWS MGZN ELEC WEB BLOG GEN ENCYC DICT LEGAL CASE STAT COMPUTER MULTI";
  const { items } = await sourcesOf(
    "a.ris",
    kinds
      .split(" ")
      .map((kind) => `TY  - ${kind}\nID  - ${kind}\nAU  - Holm, Jane\nTI  - On ${kind}\nPY  - 2001/03/04/\nER  - \n`)
      .join("\n"),
  );
  assert.equal(items.size, kinds.split(" ").length);
  for (const [id, { title, issued }] of items) {
    assert.equal(String(title).toLowerCase(), `on ${id}`);
    assert.deepEqual(issued, { "date-parts": [[2001, 3, 4]] }, String(id));
  }
});
