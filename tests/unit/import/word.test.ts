import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { linkedPlaces, preparePart } from "../../../src/import/forms/docx-xml.ts";
import { parseXml } from "../../../src/import/forms/xml.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const run = (text: string, properties = "") =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const ruby = (base: string, reading: string) =>
  `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/></w:rubyPr><w:rt>${run(reading)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`;
const paragraph = (inner: string, properties = "") =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${inner}</w:p>`;
const call = (kind: "footnote" | "endnote", id: number) =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const notes = (kind: "footnote" | "endnote", texts: readonly string[]) =>
  `<w:${kind}s ${NAMES}>${texts.map((text, index) => `<w:${kind} w:id="${index + 1}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`).join("")}</w:${kind}s>`;

/** A Word file as Word writes it, of its parts. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const types = Object.keys(parts)
    .map(
      (name) =>
        `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
    )
    .join("");
  const relations = Object.keys(parts)
    .map(
      (name, index) =>
        `<Relationship Id="r${index + 2}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`,
    )
    .join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types}</Types>`,
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ),
    "word/document.xml": strToU8(`<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [`word/${name}.xml`, strToU8(text)])),
  });
}

const HEADING = (text: string) => paragraph(run(text), '<w:outlineLvl w:val="0"/>');

async function sectionText(bytes: Uint8Array) {
  const imported = await importFiles({ "a.docx": bytes }, { language: "ja", id: "a" });
  const [section] = imported.draft.sections;
  return { imported, text: String(imported.files.get(`ja/${section?.id}.mdx`)) };
}

test("Word's readings keep their base, and its emphasis marks stress", async () => {
  const { imported, text } = await sectionText(
    word(
      HEADING("権利") +
        paragraph(
          run("この") +
            ruby("権利", "けんり") +
            run("は") +
            run("大切", '<w:em w:val="comma"/>') +
            run("であり、") +
            ruby("北大西洋条約機構", "ナトー") +
            run("も") +
            run("そう言う。"),
        ),
    ),
  );
  const words = text.replaceAll(/<rp>.<\/rp>/gu, "");
  assert.match(
    words,
    /^この<ruby>権利<rt>けんり<\/rt><\/ruby>は\*大切\*であり、<ruby>北大西洋条約機構<rt>ナトー<\/rt><\/ruby>もそう言う。$/mu,
  );
  assert.equal(imported.findings.counts.get("readings (ruby)"), 2);
  assert.equal(imported.findings.counts.get("runs with emphasis marks"), 1);
});

test("readings stand in notes and tables too, and beside a note's mark", async () => {
  const { text } = await sectionText(
    word(
      HEADING("権利") +
        paragraph(ruby("権利", "けんり") + call("footnote", 1) + run("の話。")) +
        `<w:tbl><w:tr><w:tc>${paragraph(ruby("年", "とし"))}</w:tc><w:tc>${paragraph(run("額"))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run("2014"))}</w:tc><w:tc>${paragraph(run("一"))}</w:tc></w:tr></w:tbl>`,
      {
        footnotes: notes("footnote", ["出典を見よ。"]).replace(
          "出典",
          `</w:t></w:r>${ruby("出典", "しゅってん")}<w:r><w:t>`,
        ),
      },
    ),
  );
  const words = text.replaceAll(/<rp>.<\/rp>/gu, "");
  assert.match(words, /<ruby>権利<rt>けんり<\/rt><\/ruby>\[\^1\]の話。/u);
  assert.match(words, /\| <ruby>年<rt>とし<\/rt><\/ruby> +\| 額/u);
  assert.match(words, /^\[\^1\]: <ruby>出典<rt>しゅってん<\/rt><\/ruby>を見よ。$/mu);
});

test("footnotes and endnotes are told apart, and tracked changes are taken as they would be accepted, and told", async () => {
  const { imported } = await sectionText(
    word(
      HEADING("題") +
        paragraph(
          run("脚注") +
            call("footnote", 1) +
            run("と後注") +
            call("endnote", 1) +
            run("がある。") +
            `<w:ins w:id="1" w:author="A">${run("加えた文。")}</w:ins>` +
            '<w:del w:id="2" w:author="A"><w:r><w:delText>消した文。</w:delText></w:r></w:del>',
          '<w:rPr><w:ins w:id="3" w:author="A"/></w:rPr>',
        ),
      { footnotes: notes("footnote", ["下の注。"]), endnotes: notes("endnote", ["後の注。"]) },
    ),
  );
  const [section] = sectionsOf(imported);
  assert.deepEqual(section?.paragraphs, ["脚注と後注がある。加えた文。"]);
  assert.deepEqual(
    section?.notes.map(({ before, words }) => [before, words]),
    [
      ["脚注", "下の注。"],
      ["脚注と後注", "後の注。"],
    ],
  );
  const told = imported.findings.leftOut.map(({ place, text }) => `${place}: ${text}`).join("\n");
  assert.match(told, /tracked deletion: A: “消した文。”/u);
  assert.match(told, /tracked insertion, taken as text: A: “加えた文。”/u);
  assert.match(told, /tracked changes: 1 ends of paragraphs were inserted or deleted/u);
});

test("what character styles set is kept, as an author would write it", async () => {
  const styles = `<w:styles ${NAMES}><w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style><w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:basedOn w:val="Emphasis"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="TitleChar"><w:name w:val="Title Char"/><w:link w:val="Title"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`;
  const named = (style: string) => `<w:rStyle w:val="${style}"/>`;
  const imported = await importFiles(
    {
      "a.docx": word(
        paragraph(
          [
            run("It is ", named("Emphasis")),
            run("old ", named("Emphasis")),
            run("and ", `${named("Emphasis")}<w:i w:val="0"/>`),
            run("very", named("Loud")),
            run(" long", named("TitleChar")),
            run(".", ""),
          ].join(""),
        ),
        { styles },
      ),
    },
    { language: "en" },
  );
  assert.equal(String(imported.files.get("en/opening.mdx")).trim(), "*It is old* and **_very_** long.");
});

test("symbols are the characters that they show, and a form's box stays the sign that it is", async () => {
  const symbols = [
    ["Symbol", "F0DA"],
    ["Symbol", "0061"],
    ["Wingdings", "F0E0"],
  ]
    .map(([font, char]) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`)
    .join("");
  const box = `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run("☒")}</w:sdtContent></w:sdt>`;
  const imported = await importFiles(
    { "a.docx": word(paragraph(`${run("so ")}${symbols}${run(" done ")}${box}`)) },
    { language: "en" },
  );
  assert.equal(String(imported.files.get("en/opening.mdx")).trim(), "so ∨α→ done ☒");
});

test("terms and their definitions are a list, and what Word draws is told", async () => {
  const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Definition Term"/></w:style><w:style w:type="paragraph" w:styleId="D"><w:name w:val="Definition"/></w:style></w:styles>`;
  const body =
    paragraph(run("Pier"), '<w:pStyle w:val="T"/>') + paragraph(run("Where boats lie."), '<w:pStyle w:val="D"/>');
  const imported = await importFiles(
    {
      "a.docx": word(body, {
        styles,
        "diagrams/data1": '<a:x xmlns:a="urn:a"><a:t>First step</a:t></a:x>',
      }),
    },
    { language: "en" },
  );
  assert.match(
    String(imported.files.get("en/opening.mdx")),
    /<dt>\s*Pier\s*<\/dt>\s*<dd>\s*Where boats lie\.\s*<\/dd>/u,
  );
  assert.ok(imported.findings.leftOut.some(({ place, text }) => place === "diagram" && text.includes("First step")));
});

test("a note on the title of a Word file hangs on the essay's title", async () => {
  const { imported, text } = await sectionText(
    word(
      paragraph(run("川と舟") + call("footnote", 1), '<w:pStyle w:val="Title"/>') +
        HEADING("岸") +
        paragraph(run("岸を歩く。")),
      {
        footnotes: notes("footnote", ["講演による。"]),
        styles: `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
      },
    ),
  );
  assert.match(String(imported.files.get("essay.yaml")), /^title: 川と舟\[\^1\]$/mu);
  assert.match(text, /^title: 岸\n---\n\n岸を歩く。\n\n\[\^1\]: 講演による。$/mu);
});

const field = (code: string, ...result: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code
    .split("|")
    .map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`)
    .join("")}${
    result.length > 0
      ? `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result.map((words) => run(words)).join("")}`
      : ""
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test("readings that older files write as formulas keep their base, and signs of classical Chinese their place", async () => {
  const { imported, text } = await sectionText(
    word(
      HEADING("漢文") +
        paragraph(
          run("人は") +
            field(' EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(|けんり|),権利) ') +
            run("を得、勿") +
            run("レ", '<w:sz w:val="10"/><w:position w:val="-6"/>') +
            run("憚") +
            field(" EQ \\s\\do 4(一)") +
            run("改") +
            run("二", '<w:vertAlign w:val="subscript"/>') +
            run("12", '<w:eastAsianLayout w:id="1" w:vert="1"/>') +
            run("月") +
            run("!?", '<w:eastAsianLayout w:id="2" w:vert="true"/>') +
            field(" EQ \\o(○,1)") +
            run("。"),
        ),
    ),
  );
  assert.match(
    text,
    /人は<ruby>権利<rp>（<\/rp><rt>けんり<\/rt><rp>）<\/rp><\/ruby>を得、勿<sub>レ<\/sub>憚<sub>一<\/sub>改<sub>二<\/sub>12月!\?○1。/u,
  );
  assert.equal(imported.findings.counts.get("readings (ruby)"), 1);
  assert.equal(imported.findings.counts.get("runs set upright in vertical lines"), 2);
  assert.ok(
    imported.findings.leftOut.some(
      ({ text: said }) => said.startsWith("1 run set in one square") && said.includes("!?"),
    ),
  );
});

test("references to a place of the text lead there, whichever way the field is written", async () => {
  const place = `<w:bookmarkStart w:id="1" w:name="_Ref7"/>${run("岸")}<w:bookmarkEnd w:id="1"/>`;
  const { imported } = await sectionText(
    word(
      HEADING("舟") +
        paragraph(
          run("詳しくは「") +
            field(" REF |_Ref7 \\h ", "岸") +
            run("」（") +
            field("PAGEREF _Ref7 \\h", "12") +
            run("頁）を見よ。"),
        ) +
        paragraph(`<w:fldSimple w:instr=" REF _Ref7 \\h ">${run("岸")}</w:fldSimple>${run("を歩く。")}`) +
        paragraph(place, '<w:outlineLvl w:val="0"/>') +
        paragraph(run("砂がある。")),
    ),
  );
  const [first] = imported.draft.sections;
  const text = String(imported.files.get(`ja/${first?.id}.mdx`));
  const target = imported.draft.sections[1]?.id;
  assert.match(text, new RegExp(`「\\[岸\\]\\(#${target}\\)」（\\[12\\]\\(#${target}\\)頁）を見よ。`, "u"));
  assert.match(text, new RegExp(`^\\[岸\\]\\(#${target}\\)を歩く。$`, "mu"));
});

test("a manuscript without a style is read by how it is typed: title page, headings in bold, notes by number", async () => {
  const bold = (text: string) => paragraph(run(text, "<w:b/>"));
  const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>');
  const imported = await importFiles(
    {
      "原稿.docx": word(
        [
          paragraph(run("抑止の研究"), '<w:jc w:val="center"/>'),
          paragraph(run("――試論――"), '<w:jc w:val="center"/>'),
          paragraph(run("山田　太郎（架空大学）"), '<w:jc w:val="right"/>'),
          bold("１．はじめに"),
          paragraph(run("　抑止とは何か") + raised("（１）") + run("。続く文である") + raised("（２）") + run("。")),
          bold("（１）背景"),
          paragraph(run("　背景の文である（注３）。")),
          bold("２．本論"),
          paragraph(run("　本論の文である。")),
          paragraph(run("①一つ目の条である。")),
          paragraph(run("注")),
          paragraph(run("（１）　第一の注。")),
          paragraph(run("（２）　第二の注。")),
          paragraph(run("その続き。")),
          paragraph(run("（３）　第三の注。")),
        ].join(""),
      ),
    },
    { language: "ja", id: "a" },
  );
  const settings = String(imported.files.get("essay.yaml"));
  assert.match(settings, /^title: 抑止の研究\nsubtitle: ――試論――$/mu);
  assert.match(settings, /family: 山田\n +given: 太郎\n +affiliation: 架空大学/u);
  assert.deepEqual(
    sectionsOf(imported).map(({ title, paragraphs, notes: own }) => [title, paragraphs, own.map(({ words }) => words)]),
    [
      ["はじめに", ["抑止とは何か。続く文である。"], ["第一の注。", "第二の注。\nその続き。"]],
      ["背景", ["背景の文である。"], ["第三の注。"]],
      ["本論", ["本論の文である。", "①一つ目の条である。"], []],
    ],
  );
  const { guesses } = imported.findings;
  assert.ok(["front 1", "heading 4", "notes 11"].every((key) => guesses.some((guess) => guess.key === key)));
});

test("numbers that an author typed before his notes, and marks of his own, are no words", async () => {
  const { text } = await sectionText(
    word(
      HEADING("題") +
        paragraph(
          run("甲") +
            call("footnote", 1) +
            run("乙") +
            '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>†</w:t></w:r>' +
            run("丙。"),
        ),
      { footnotes: notes("footnote", ["1. 手で番号を打った注。", "† 印の注。"]) },
    ),
  );
  assert.match(text, /^甲\[\^1\]乙\[\^2\]丙。$/mu);
  assert.match(text, /^\[\^1\]: 手で番号を打った注。$/mu);
  assert.match(text, /^\[\^2\]: 印の注。$/mu);
});

test("hidden text is told, and an indent of a program that writes that nothing hangs is a quotation", async () => {
  const { imported, text } = await sectionText(
    word(
      HEADING("題") +
        paragraph(run("見える。") + run("隠した。", "<w:vanish/>")) +
        paragraph(run("引いた文である。"), '<w:ind w:left="1134" w:hanging="0"/>'),
    ),
  );
  assert.match(text, /^> 引いた文である。$/mu);
  assert.ok(imported.findings.open.some(({ text: said }) => /hidden in Word.*隠した。/u.test(said)));
});

test("a mark whose note is not in the file is told, and the rest comes through", async () => {
  const { imported, text } = await sectionText(
    word(HEADING("題") + paragraph(run("文がある。") + call("footnote", 7)), {
      footnotes: notes("footnote", ["注。"]),
    }),
  );
  assert.match(text, /^文がある。$/mu);
  assert.ok(imported.findings.open.some(({ text: said }) => said.startsWith("a mark leads to footnote 7")));
});

const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const formula = (inner: string) => `<m:oMath ${MATH}>${inner}</m:oMath>`;

test("Word's formulas are formulas, in the line and set apart, with all their parts", async () => {
  const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${t("i=1")}</m:sub><m:sup>${t("n")}</m:sup><m:e><m:sSup><m:e>${t("x")}</m:e><m:sup>${t("2")}</m:sup></m:sSup></m:e></m:nary>`;
  const half = `<m:f><m:num>${t("1")}</m:num><m:den>${t("2")}</m:den></m:f>`;
  const root = `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${t("a&lt;b")}</m:e></m:rad>`;
  const matrix = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:m><m:mr><m:e>${t("a")}</m:e><m:e>${t("b")}</m:e></m:mr><m:mr><m:e>${t("c")}</m:e><m:e>${t("d")}</m:e></m:mr></m:m></m:e></m:d>`;
  const named = `<m:func><m:fName>${t("sin")}</m:fName><m:e>${t("θ")}</m:e></m:func><m:r><m:rPr><m:nor/></m:rPr><m:t> の値</m:t></m:r>`;
  const { text, imported } = await sectionText(
    word(
      HEADING("式") +
        paragraph(run("額は") + formula(half) + run("である。")) +
        paragraph(`<m:oMathPara ${MATH}>${formula(sum)}</m:oMathPara>`) +
        paragraph(run("次に") + formula(root) + run("と") + formula(matrix) + run("と") + formula(named) + run("。")),
    ),
  );
  assert.match(text, /額は\$\\frac\{1\}\{2\}\$である。/u);
  assert.match(text, /^\$\$\n∑_\{i=1\}\^\{n\} \{x\}\^\{2\}\n\$\$$/mu);
  assert.match(text, /\$\\sqrt\{a\\lt b\}\$/u);
  assert.match(text, /\$\\left\[ ?\\begin\{matrix\} a & b \\\\ c & d \\end\{matrix\} \\right\]\$/u);
  assert.match(text, /\$\\sin θ \\text\{ の値\}\$/u);
  assert.equal(imported.findings.counts.get("formulas"), 5);
  assert.deepEqual(
    imported.findings.open.filter(({ place }) => place.startsWith("formula")),
    [],
  );
});

test("a formula that cannot be set stands as it is written, so that the essay builds", async () => {
  const { text, imported } = await sectionText(
    word(HEADING("式") + paragraph(run("額は") + formula(`<m:e>${t("x")}</m:e>`) + run("である。"))),
  );
  assert.match(text, /額は\$x\$である。/u);
  assert.equal(imported.findings.open.filter(({ place }) => place.startsWith("formula")).length, 0);
  const markdown = await importFiles({ "a.md": "# T\n\n## S\n\nIt is $\\frac{1$ and so.\n" }, { language: "en" });
  const [section] = markdown.draft.sections;
  assert.match(String(markdown.files.get(`en/${section?.id}.mdx`)), /It is `\\frac\{1` and so\./u);
  assert.ok(markdown.findings.open.some(({ text: what }) => what.startsWith("it cannot be set")));
});

test("nothing that a Word file can hold is left out without a word", async () => {
  const box = (name: "wps:txbx" | "v:textbox", text: string) =>
    `<${name} xmlns:wps="w" xmlns:v="v"><w:txbxContent>${paragraph(run(text))}</w:txbxContent></${name}>`;
  const body =
    HEADING("本文") +
    paragraph(
      `${run("始まる。")}<w:del w:author="甲"><w:r><w:delText>消した語</w:delText></w:r></w:del><w:ins w:author="乙">${run("足した語")}</w:ins>`,
    ) +
    paragraph(
      `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="p"><wp:docPr id="1" name="Box" descr="箱の説明"/>${box("wps:txbx", "箱の中の文。")}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`,
    ) +
    paragraph(`<w:r><w:pict>${box("v:textbox", "古い箱の文。")}</w:pict></w:r>`) +
    paragraph(
      `<w:sdt><w:sdtPr><w:alias w:val="欄"/></w:sdtPr><w:sdtContent>${run("欄の語。")}</w:sdtContent></w:sdt>${run("隠した語。", "<w:vanish/>")}`,
    ) +
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("欄の結果。")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
  const header = `<w:hdr ${NAMES}>${paragraph(run("柱の語"))}</w:hdr>`;
  const bytes = word(body, {
    header1: header,
    header2: header,
    comments: `<w:comments ${NAMES}><w:comment w:id="1" w:author="丙">${paragraph(run(`評の語${"。".repeat(3)}${"長い評".repeat(60)}`))}</w:comment></w:comments>`,
    footnotes: notes("footnote", ["誰も呼ばない注。"]),
  });
  const { imported, text } = await sectionText(bytes);
  for (const kept of ["始まる。足した語", "箱の中の文。", "古い箱の文。", "欄の語。", "隠した語。", "欄の結果。"])
    assert.ok(text.includes(kept), kept);
  const told = [...imported.findings.leftOut, ...imported.findings.open].map(({ text: what }) => what);
  for (const one of ["消した語", "箱の説明", "柱の語", "評の語", "誰も呼ばない注", "隠した語"])
    assert.equal(told.filter((what) => what.includes(one)).length, 1, one);
  assert.deepEqual(
    told.filter((what) => what.includes("stands in the file")),
    ["“箱の説明” stands in the file and not in the essay"],
  );
});

test("paragraphs and lists in a table's cell stand one under the other, and numbers that are lost are told", async () => {
  const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
  const { text, imported } = await sectionText(
    word(
      HEADING("表") +
        paragraph(run("次の表。")) +
        `<w:tbl><w:tr>${cell(paragraph(run("一段落。")) + paragraph(run("二段落。")))}${cell(paragraph(run("甲"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + paragraph(run("乙"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))}</w:tr></w:tbl>`,
      {
        numbering: `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      },
    ),
  );
  assert.match(text, /一段落。<br \/>二段落。/u);
  assert.match(text, /甲<br \/>乙/u);
  assert.ok(imported.findings.leftOut.some(({ text: what }) => what.startsWith("1 numbered lists in cells")));
});

test("numbers that Word makes for headings, cells over several others and files within the text are told", async () => {
  const cell = (words: string, properties = "") =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(words))}</w:tc>`;
  const bytes = word(
    `${paragraph(run("橋"), '<w:pStyle w:val="H"/>')}${paragraph(run("本文である。"))}<w:tbl><w:tr>${cell("甲", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("乙")}${cell("丙", '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell("丁")}${cell("", "<w:vMerge/>")}</w:tr></w:tbl><w:altChunk r:id="rX"/>${paragraph(run("終わり。"))}`,
    {
      styles: `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`,
      numbering: `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
    },
  );
  const entries = unzipSync(bytes);
  const relations = strFromU8(entries["word/_rels/document.xml.rels"] ?? new Uint8Array());
  const { findings } = await importFiles(
    {
      "a.docx": zipSync({
        ...entries,
        "word/_rels/document.xml.rels": strToU8(
          relations.replace(
            "</Relationships>",
            '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/></Relationships>',
          ),
        ),
        "word/chunk.html": strToU8("<html><body><p>中の文章。</p></body></html>"),
      }),
    },
    { language: "ja" },
  );
  const told = findings.leftOut.map(({ text }) => text).join("\n");
  assert.match(told, /^chunk\.html is shown there by Word and was not read \(“中の文章。”\)/mu);
  assert.match(told, /^2 cells of tables that reach over/mu);
  assert.doesNotMatch(told, /altChunk/u);
  assert.ok(findings.open.some(({ text }) => text.includes("level 1 by itself (“第1章”)")));
});

test("a formula's field whose result is empty shows its code's words", async () => {
  const field = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { text } = await sectionText(
    word(
      paragraph(
        run("囲みは") +
          field("EQ \\o\\ac(○,秘)") +
          run("と") +
          field("EQ \\* jc2 \\o\\ad(\\s\\up 9(ひがし),東)") +
          run("である。"),
      ),
    ),
  );
  assert.match(text, /囲みは○秘と<ruby>東<rp>（<\/rp><rt>ひがし<\/rt>/u);
});

const core = (creator: string): Uint8Array =>
  strToU8(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
  );
const withCreator = (body: string, creator: string): Uint8Array =>
  zipSync({ ...unzipSync(word(body)), "docProps/core.xml": core(creator) });

test("who wrote it is said under the title before the file's properties, with where he works; nobody is invented", async () => {
  const page = (...lines: string[]) =>
    paragraph(run("橋を渡る人々", "<w:b/>")) +
    lines.map((line) => paragraph(run(line))).join("") +
    HEADING("はじめに") +
    paragraph(run("本文である。"));
  const authorsOf = async (bytes: Uint8Array) => {
    const { files, findings, draft } = await importFiles({ "a.docx": bytes }, { language: "ja" });
    const settings = String(files.get("essay.yaml"));
    return { settings, findings, titles: draft.sections.map(({ title }) => title) };
  };
  const login = await authorsOf(withCreator(page("小田切 史子", "（東都大学法学部准教授）"), "odagiri"));
  assert.match(login.settings, /family: 小田切\n +given: 史子\n +affiliation: 東都大学法学部准教授/u);
  assert.deepEqual(login.titles, ["はじめに"]);
  assert.match(login.findings.leftOut.map(({ text }) => text).join("\n"), /they name “odagiri”/u);

  const same = await authorsOf(withCreator(page("小田切 史子", "東都大学"), "小田切史子"));
  assert.match(same.settings, /affiliation: 東都大学/u);
  assert.deepEqual(same.titles, ["はじめに"]);

  const alone = await authorsOf(withCreator(page(), "odagiri"));
  assert.match(alone.settings, /literal: odagiri/u);
  assert.match(alone.findings.open.map(({ text }) => text).join("\n"), /“odagiri” is named .* properties alone/u);

  const german = await importFiles(
    {
      "a.docx": withCreator(
        paragraph(run("Vom Schweigen", "<w:b/>")) +
          paragraph(run("Von Dr. Käthe Brandl, Universität Grünfeld")) +
          HEADING("Anfang") +
          paragraph(run("Es schweigt.")),
        "Käthe Brandl",
      ),
    },
    { language: "de" },
  );
  assert.match(
    String(german.files.get("essay.yaml")),
    /family: Brandl\n +given: Käthe\n +affiliation: Universität Grünfeld/u,
  );
  assert.equal(german.draft.sections.length, 1);
});

test("Hebrew and Arabic keep their stress; notes in two small lines and colours are told", async () => {
  const { imported, text } = await sectionText(
    word(
      HEADING("א") +
        paragraph(
          run("זה ", "<w:rtl/>") +
            run("חשוב", "<w:rtl/><w:bCs/>") +
            run(" וזה ", "<w:rtl/>") +
            run("נטוי", "<w:rtl/><w:iCs/>") +
            run("plain", "<w:bCs/>"),
        ) +
        paragraph(run("本文") + run("割注", '<w:eastAsianLayout w:id="1" w:combine="1"/>')) +
        paragraph(run("色", '<w:highlight w:val="yellow"/>')),
    ),
  );
  assert.match(text, /זה \*\*חשוב\*\* וזה \*נטוי\*plain/u);
  const told = imported.findings.leftOut.map(({ text: said }) => said).join("\n");
  assert.match(told, /1 note within the line.*“割注”/u);
  assert.match(told, /1 run marked with a colour.*“色”/u);
});

test("what an author adds after his notes is part of none of them", async () => {
  const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>');
  const { imported } = await sectionText(
    word(
      HEADING("一　検討") +
        paragraph(run("検討する") + raised("（1）") + run("。")) +
        HEADING("注") +
        paragraph(run("（1）　別稿を予定する。")) +
        paragraph(run("　この注は続く。")) +
        paragraph(run("〔付記〕本研究は助成を受けた。")),
    ),
  );
  const [section] = sectionsOf(imported);
  assert.deepEqual(
    section?.notes.map(({ words }) => words.replaceAll(/\s+/gu, "")),
    ["別稿を予定する。この注は続く。"],
  );
  assert.ok(section?.paragraphs.some((words) => words.startsWith("〔付記〕")));
});

test("a title page ends where one of its kinds comes again, and its date is the essay's", async () => {
  const styled = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
  const styles = ["Title", "Author", "Date"].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
  );
  const { imported, text } = await sectionText(
    word(
      styled("Title", "A Harbour") +
        styled("Author", "Ada Moor") +
        styled("Author", "Ben Quay") +
        styled("Date", "July 28, 2014") +
        paragraph(run("The text of it.")) +
        styled("Title", "Another Harbour") +
        styled("Author", "Cy Pier") +
        styled("Date", "May 2, 2015"),
      { styles: `<w:styles ${NAMES}>${styles.join("")}</w:styles>` },
    ),
  );
  const settings = String(imported.files.get("essay.yaml"));
  assert.match(settings, /published: 2014-07-28/u);
  assert.match(settings, /family: Quay/u);
  assert.doesNotMatch(settings, /Pier/u);
  assert.match(text, /Another Harbour\n\nCy Pier\n\nMay 2, 2015/u);
});

test("a list of contents is told by its words, and a header's words stay apart at tabs and paragraphs", async () => {
  const contents = (text: string) => paragraph(run(text), '<w:pStyle w:val="TOC1"/>');
  const { imported } = await sectionText(
    word(contents("序 1") + contents("本論 5") + HEADING("序") + paragraph(run("文である。")), {
      header1: `<w:hdr ${NAMES}>${paragraph(`${run("Harbour")}<w:r><w:tab/></w:r>${run("Page")}`)}${paragraph(run("Draft"))}</w:hdr>`,
    }),
  );
  const told = imported.findings.leftOut.map(({ text }) => text);
  assert.ok(told.includes("“Harbour Page Draft”"), told.join("\n"));
  assert.ok(told.includes("left out as “table of contents”: “序 1 本論 5”"), told.join("\n"));
});

test("lists go on and begin anew as Word counts them, and signs that are no plain numbers are told", async () => {
  const level = (depth: number, format: string, pattern: string, start = 1) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const lists = [
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
    level(0, "aiueoFullWidth", "（%1）"),
    level(0, "bullet", "•"),
  ];
  const numbering = `<w:numbering ${NAMES}>${lists.map((levels, index) => `<w:abstractNum w:abstractNumId="${index}">${levels}</w:abstractNum>`).join("")}${[
    [1, 0, ""],
    [2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'],
    [3, 1, ""],
    [4, 2, ""],
  ]
    .map(([id, list, override]) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${override}</w:num>`)
    .join("")}</w:numbering>`;
  const item = (list: number, depth: number, text: string) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  const { imported, text } = await sectionText(
    word(
      [
        item(1, 0, "甲"),
        item(1, 1, "子"),
        item(1, 1, "丑"),
        item(1, 0, "乙"),
        item(1, 1, "再"),
        item(2, 0, "新"),
        item(2, 0, "古"),
        paragraph(run("間の文。")),
        item(2, 0, "続き"),
        item(3, 0, "ア項"),
        item(4, 0, "点"),
      ].join(""),
      { numbering },
    ),
  );
  assert.deepEqual(
    text.split("\n").filter((line) => /^\s*(?:\d+[.)]|-)/u.test(line)),
    ["1. 甲", "   1. 子", "   2. 丑", "2. 乙", "   1. 再", "1) 新", "2) 古", "3. 続き", "1) ア項", "- 点"],
  );
  assert.match(
    imported.findings.leftOut.map(({ text: said }) => said).join("\n"),
    /^3 are counted otherwise .*: “a\) b\)”, “a\)”, “（ア）”$/mu,
  );
});

test("a second reference to a note is one, and a note's number in a sentence is a word", async () => {
  const field = (code: string, shown: string, properties = "") =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown, properties)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { imported, text } = await sectionText(
    word(
      HEADING("題") +
        paragraph(
          run("初め") +
            `<w:bookmarkStart w:id="5" w:name="_Ref1"/>${call("footnote", 1)}<w:bookmarkEnd w:id="5"/>` +
            run("、次") +
            call("footnote", 2) +
            run("、また") +
            field("NOTEREF _Ref1 \\f \\h", "1") +
            run("、更に") +
            field("NOTEREF _Ref1 \\h", "1", '<w:vertAlign w:val="superscript"/>') +
            run("。注") +
            field("NOTEREF _Ref1 \\h", "1") +
            run("を見よ。"),
        ),
      { footnotes: notes("footnote", ["下の注。", "次の注。"]) },
    ),
  );
  assert.match(text, /^初め\[\^1\]、次\[\^2\]、また\[\^1\]、更に\[\^1\]。注1を見よ。$/mu);
  assert.equal([...text.matchAll(/下の注。/gu)].length, 1);
  assert.deepEqual(imported.findings.leftOut, []);
  assert.match(
    imported.findings.open.map(({ text: said }) => said).join("\n"),
    /1 sentences call a note by its number/u,
  );
});

test("of the places that a Word file names those alone are kept that a link leads to", () => {
  const place = (name: string) => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
  const document = parseXml(
    `<w:document ${NAMES}><w:body>${paragraph(
      `${["one", "two", "three"].map(place).join("")}<w:hyperlink w:anchor="one">${run("a")}</w:hyperlink><w:r><w:instrText> HYPERLINK \\l "two" </w:instrText></w:r>`,
    )}</w:body></w:document>`,
  );
  const { xml } = preparePart(document, new Map(), undefined, new Set(linkedPlaces(document.documentElement)));
  assert.deepEqual(
    [...xml.matchAll(/<w:bookmark\w+[^>]*>/gu)].map(([mark]) => /w:name="(?<name>\w+)"/u.exec(mark)?.groups?.["name"]),
    ["one", "two"],
  );
});

test("a reading in a title is no part of the essay's id", async () => {
  const title = paragraph(run("港の") + ruby("波", "なみ"), '<w:pStyle w:val="Title"/>');
  const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;
  const imported = await importFiles(
    { "a.docx": word(title + paragraph(run("文である。")), { styles }) },
    { language: "ja" },
  );
  const settings = String(imported.files.get("essay.yaml"));
  assert.match(settings, /^title: 港の波（なみ）$/mu);
  assert.match(settings, /^id: minato-nami$/mu);
});
