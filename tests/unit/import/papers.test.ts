import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nodes } from "mdast";
import { wordsOf } from "../../../src/import/plain-words.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

/** What a paper is printed with: how its notes are marked, where they stand, and what else is on a page. */
interface Print {
  readonly mark: (number: number) => string;
  /** With what a note's text begins. */
  readonly start: (number: number) => string;
  readonly heads?: readonly [string, string];
  readonly sign?: string;
  /** Whether form feeds part the pages. */
  readonly hasFeeds?: boolean;
}

const NOTES = [
  "山田太郎『北の同盟』（海鳴社、2001年）、10頁。",
  "同上、15頁。",
  "Smith, J., The Northern Alliance (London: Press, 1990), pp. 43-49.",
  "山田、前掲書、120頁。なお、この点については別の解釈もあるが、ここでは立ち入ら\nない。",
];

/** A paper of three pages as it is copied out of its PDF: heads, page numbers, notes at the feet of pages. */
function paper({
  mark,
  start,
  heads = ["1．加盟の経緯", "2．加盟の帰結"],
  sign = "・",
  hasFeeds = true,
}: Print): string {
  const note = (number: number) => `${start(number)}${NOTES[number - 1]}`;
  const pages = [
    `国際安全保障　第50巻第3号
北の政治学
―中立の終わりと抑止―

佐藤　一郎
（北方大学教授）

はじめに
　議会では8時間に及ぶ討論が行われ、188名の議員が賛成した。そこで問われた
のは、中立か同盟かという単純な選択ではなかった。その点は既に指摘されて
いる${mark(1)}。
　むしろ、抑止の信頼性をどのように高めるかが争点となったのである。これは
「新しい抑止」${mark(2)}と呼ばれる。表1に示すとおり、国防費は1.5％から2.4％へと
上昇した。
${heads[0]}
　ところが、同年3月の調査ではそれが6割を超えた。スウェーデンの加盟はそれ
より1年ほど遅れたが、その過程では幾つもの条件が示された。外相は次のよう

${note(1)}
${note(2)}
41`,
    `北の政治学
に述べた。
　　われわれは、いかなる国の主権も、その国自身の選択によってのみ定
　　められるべきものと考える。隣国の同意を要するという主張は、秩序
　　そのものを否定するものである。${mark(3)}
　論点は次の三つである。
　${sign}抑止の信頼性
　${sign}部隊の前方展開
　${sign}核の傘をめぐる議論
　これらは互いに結び付いている。第5条の意味については、G7やEUの議論とも併
せて検討する必要がある。
${heads[1]}
　フィンランドは2022年5月に加盟を申請し、2023年4月4日に31番目の加盟国とな
った。この決定の背後には、長い時間をかけて育まれた実務協力の蓄積がある。

${note(3)}
42`,
    `国際安全保障　第50巻第3号
　ただし、それを必然と見るのは誤りである。それが本稿の見方である。${mark(4)}
おわりに
　冷戦が終わってから三十年余りが過ぎ、北の安全保障をめぐる環境は大きく変わ
った。結論は以上である。
参考文献
山田太郎『北の同盟』海鳴社、2001年。
鈴木花子「加盟の政治学」『国際政治研究』第45巻第2号、2019年、33―58頁。
Smith, John, The Northern Alliance, London: Press, 1990.
外務省「北の情勢」https://www.example.org/nordic/2023.html（2024年1月5日
閲覧）。

${note(4)}
43`,
  ];
  return pages.join(hasFeeds ? "\f" : "\n");
}

const wide = (text: string) => text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
const PRINTS: Readonly<Record<string, Print>> = {
  "(1)": { mark: (n) => `(${n})`, start: (n) => `(${n}) ` },
  "*1": { mark: (n) => `*${n}`, start: (n) => `*${n} `, sign: "● " },
  "（注1）": { mark: (n) => `（注${n}）`, start: (n) => `（注${n}）`, hasFeeds: false },
  注1: { mark: (n) => `注${n}`, start: (n) => `注${n}　`, sign: "- " },
  "1": { mark: String, start: (n) => `${n} `, heads: ["第1章　加盟の経緯", "第2章　加盟の帰結"] },
  "（１）": {
    mark: (n) => wide(`（${n}）`),
    start: (n) => wide(`（${n}）`),
    heads: ["一　加盟の経緯", "二　加盟の帰結"],
  },
  "〔1〕": { mark: (n) => `〔${n}〕`, start: (n) => `〔${n}〕`, heads: ["Ⅰ　加盟の経緯", "Ⅱ　加盟の帰結"] },
  "1)": { mark: (n) => `${n})`, start: (n) => `${n})` },
  "（一）": { mark: (n) => `（${"一二三四"[n - 1]}）`, start: (n) => `（${"一二三四"[n - 1]}）` },
  "①": { mark: (n) => "①②③④"[n - 1] ?? "", start: (n) => `${"①②③④"[n - 1]} ` },
  "¹": { mark: (n) => "¹²³⁴"[n - 1] ?? "", start: (n) => `${"¹²³⁴"[n - 1]} `, hasFeeds: false },
};

function leaves(node: Nodes): string[] {
  if (node.type === "footnoteDefinition") return [];
  if (node.type === "paragraph") return [wordsOf(node).replaceAll(/\s+/gu, "")];
  return "children" in node ? node.children.flatMap((child) => leaves(child as Nodes)) : [];
}

for (const [style, print] of Object.entries(PRINTS))
  test(`a paper whose notes are marked ${style} comes out of its pages as it was written`, async () => {
    const imported = await importFiles({ "a.txt": paper(print) }, { language: "ja" });
    const settings = String(imported.files.get("essay.yaml"));
    assert.match(settings, /^title: 北の政治学$/mu);
    assert.match(settings, /^subtitle: 中立の終わりと抑止$/mu);
    assert.match(settings, /affiliation: 北方大学教授/u);
    assert.deepEqual(
      imported.draft.sections.map(({ title }) => title),
      ["はじめに", "加盟の経緯", "加盟の帰結", "おわりに", "参考文献"],
    );
    const sections = sectionsOf(imported);
    assert.deepEqual(
      sections.flatMap(({ notes }) => notes.map(({ before, words }) => [before, words.replaceAll("\n", "")])),
      [
        ["摘されている", NOTES[0]],
        ["新しい抑止」", NOTES[1]],
        ["るものである", NOTES[2]],
        ["の見方である", NOTES[3]?.replaceAll("\n", "")],
      ],
    );
    assert.deepEqual(
      (JSON.parse(String(imported.files.get("references.json"))) as { id: string; title: string }[]).map(
        ({ id, title }) => [id, title],
      ),
      [
        ["yamada-2001", "北の同盟"],
        ["suzuki-2019", "加盟の政治学"],
        ["smith-1990", "The Northern Alliance"],
        ["gaimushou", "北の情勢"],
      ],
    );
    const blocks = imported.draft.sections.map(({ id }) =>
      leaves(parseSection(String(imported.files.get(`ja/${id}.mdx`)))),
    );
    assert.deepEqual(
      blocks.map((section) => section.map((words) => words.slice(0, 6))),
      [
        ["議会では8時", "むしろ、抑止"],
        [
          "ところが、同",
          "われわれは、",
          "論点は次の三",
          "抑止の信頼性",
          "部隊の前方展",
          "核の傘をめぐ",
          "これらは互い",
        ],
        ["フィンランド", "ただし、それ"],
        ["冷戦が終わっ"],
        ["山田太郎『北", "鈴木花子「加", "Smith,", "外務省「北の"],
      ],
    );
    assert.match(String(imported.files.get(`ja/${imported.draft.sections[1]?.id}.mdx`)), /^ {2}> われわれは/mu);
    assert.match(String(imported.files.get(`ja/${imported.draft.sections[1]?.id}.mdx`)), /^ *- 部隊の前方展開$/mu);
  });

test("an English paper keeps its decimals and abbreviations, and its marks after stops and years are found", async () => {
  const text = `The Alliance in Practice

Anna Miller
University of Oslo

I. Introduction

Expenditure had risen to 2.1 percent of GDP, up from 1.4 percent in 1939.1 The
formula, as Mr. Jones wrote in vol. 3 of his memoirs, concealed more than it
resolved.2 What mattered was not the text (see Table 2) but the practice.
  Three features stand out:
  • the habit of consultation, which officials learnt from each other over many
    years
  • the sharing of expenditure
  Critics have argued that the formula was never meant to be understood in such a
way by those who wrote it.3

II. Conclusion

It stands.

Notes

1 Ibid., p. 45.
2 Smith, Alliance, p. 78.
3 Ibid.
`;
  const imported = await importFiles({ "a.txt": text }, { language: "en" });
  assert.match(
    String(imported.files.get("essay.yaml")),
    /family: Miller\n +given: Anna\n +affiliation: University of Oslo/u,
  );
  assert.deepEqual(
    sectionsOf(imported).map(({ title, notes }) => [title, notes.map(({ before }) => before)]),
    [
      ["Introduction", ["n 1939", "solved", "ote it"]],
      ["Conclusion", []],
    ],
  );
  assert.match(
    String(imported.files.get(`en/${imported.draft.sections[0]?.id}.mdx`)),
    /- the habit of consultation, which officials learnt from each other over many years\n *- the sharing of expenditure\n/u,
  );
});

test("a line that goes on with a number and ends as a sentence, with a mark, is no heading", async () => {
  const text = `On Boats

1 The Pier

Here the visible tag of the boats and of all the ferries is no.
1. it stands.[1]

Nobody asks.

2 The Hills

Snow.

Notes

[1] By Holm.
`;
  const imported = await importFiles({ "a.txt": text }, { language: "en" });
  assert.deepEqual(
    imported.draft.sections.map(({ title }) => title),
    ["The Pier", "The Hills"],
  );
});

test("a head that only one page has is known by its number, and a note that pages share is none", async () => {
  const body = (from: string) =>
    `${from} ferry lies at its pier and the ferryman has gone to his brother's house in the\nhills, where the snow lies until the end of April and nobody asks for him. The`;
  const text = [
    `The Quiet Border\n\n${body("The")}\nboats are old.1\n\n1 Ibid., p. 4.`,
    `Miller   212\n\n${body("The")}\npier is old.2\n\n2 Ibid., p. 5.`,
    `213   Journal of Rivers\n\n${body("The")}\nroad is old.3\n\n3 Ibid., p. 6.`,
  ].join("\f");
  const imported = await importFiles({ "a.txt": text }, { language: "en" });
  const [section] = sectionsOf(imported);
  assert.doesNotMatch(section?.paragraphs.join(" ") ?? "", /Miller|Journal/u);
  assert.deepEqual(
    section?.notes.map(({ words }) => words),
    ["Ibid., p. 4.", "Ibid., p. 5.", "Ibid., p. 6."],
  );
});
