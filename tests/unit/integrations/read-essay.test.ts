import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Essay, EssayText } from "../../../src/essay/model.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { MINIMAL_ESSAY } from "../../support/essay-folder.ts";

describe("an essay that is right in everything", () => {
  let essay: Essay;
  let ja: EssayText;
  let en: EssayText;
  before(async () => {
    essay = await readEssay(MINIMAL_ESSAY, MINIMAL_ESSAY);
    assert.ok(essay.texts["ja"] && essay.texts["en"]);
    ja = essay.texts["ja"];
    en = essay.texts["en"];
  });

  it("has its sections in the order of essay.yaml, the same in every language", () => {
    for (const text of [ja, en])
      assert.deepEqual(
        text.sections.map(({ id, depth, number, parent }) => [id, depth, number, parent]),
        [
          ["opening", 1, undefined, undefined],
          ["bridge", 1, "1", undefined],
          ["river", 2, "1", "bridge"],
        ],
      );
  });

  it("has its paragraphs numbered through all sections, alike in every language", () => {
    for (const text of [ja, en])
      assert.deepEqual(
        text.sections.map(({ paragraphs }) =>
          paragraphs.map(({ anchor, number, line }) => `${anchor} ${number} ${line}`),
        ),
        [["p1 1 6", "p2 2 8"], ["p3 3 6"], ["p4 4 8", "p5 5 20"]],
      );
  });

  it("has the words of each paragraph without marks, readings and markup", () => {
    assert.deepEqual(
      ja.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
      [
        "川の両岸に村があった。橋はまだない。",
        "人々は舟で渡り、雨の日には待った。",
        "橋は三年で架かった。詳しくは次の節と最初の段落に記す。",
        "報告は次のように述べる。\n川筋は西へ移った。",
        "橋は残り、川は去った。",
      ],
    );
  });

  it("has its notes numbered through all sections, each with its marks and sources", () => {
    assert.deepEqual(
      ja.sections.flatMap(({ notes }) => notes.map(({ html: _html, text: _text, ...note }) => note)),
      [
        {
          label: "boat",
          anchor: "note-boat",
          origin: "essay",
          number: 1,
          section: "opening",
          marks: [{ anchor: "mark-boat", paragraph: "p2" }],
          references: ["川端一『橋』水辺書房、2020年5月、12頁。"],
          sources: ["kawabata-2020"],
        },
        {
          label: "report",
          anchor: "note-report",
          origin: "essay",
          number: 2,
          section: "river",
          marks: [{ anchor: "mark-report", paragraph: "p4" }],
          references: ["Ann Marsh, Bridges of the Delta, Delta Office, 2019年、example.org。"],
          sources: ["marsh-2019"],
        },
      ],
    );
  });

  it("has the citations in its notes formatted, with the locator, and marked with the work's language", () => {
    const [boat, report] = ja.sections.flatMap(({ notes }) => notes);
    assert.match(
      boat?.html ?? "",
      /<cite>川端一『橋』水辺書房、[^。]*、<span class="tcy">12<\/span>頁。<\/cite><wbr>舟は/u,
    );
    assert.match(report?.html ?? "", /<cite><span lang="en">Ann Marsh, <i>Bridges of the Delta<\/i>/u);
    assert.match(
      report?.html ?? "",
      /<a class="address" href="https:\/\/example\.org\/bridges"><span>example\.org<\/span>/u,
    );
    assert.doesNotMatch(boat?.text ?? "", /[<[@]/u);
  });

  it("lists the cited sources in the order of the alphabet, with every place that cites them", () => {
    assert.deepEqual(
      en.bibliography.map(({ html: _html, listed, ...source }) => ({
        ...source,
        listed: listed.replaceAll(/<[^>]+>/gu, ""),
      })),
      [
        {
          id: "marsh-2019",
          language: "en",
          citedBy: [{ note: "note-report", paragraph: "p4" }],
          listed: "Marsh, Ann. “Bridges of the Delta”. Delta Office, 2019. example.org.",
        },
        {
          id: "kawabata-2020",
          language: "ja",
          citedBy: [{ note: "note-boat", paragraph: "p2" }],
          listed: "川端一. 橋. 水辺書房, 2020.",
        },
      ],
    );
  });

  it("is plain data that can be handed on as JSON", () => {
    assert.deepEqual(JSON.parse(JSON.stringify(essay)), essay);
  });
});
