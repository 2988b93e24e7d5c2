import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { annotationsByParagraph } from "../../../src/essay/annotations.ts";
import type { Essay } from "../../../src/essay/model.ts";
import { ContentError, type Problem } from "../../../src/essay/problem.ts";
import { termFinder } from "../../../src/essay/term-uses.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

const GLOSSARY = `- id: bridge
  term: { ja: 橋, en: bridge }
  reading: はし
  definition: { ja: 川を渡るもの。, en: What crosses a river. }
  forms: { ja: ["橋"], en: ["bridge", "Bridge"] }
- id: boat
  term: { ja: 舟, en: boat }
  reading: ふね
  definition: { ja: 川を渡るもの。, en: What crosses a river. }
  forms: { ja: ["舟"], en: ["boat"] }
`;
const TIMELINE = `- id: built
  date: "2020-05"
  text: { ja: 橋が架かる, en: The bridge is built }
  paragraphs: [p3]
  notes: [ed-flood]
  sources: [kawabata-2020]
- id: flood
  date: "2021-06-30"
  end: "2021-07-02"
  text: { ja: 水が出る, en: The river floods }
  paragraphs: [p3, p5]
  sources: [marsh-2019]
`;
const NOTE = { ja: "水は三日引かなかった。", en: "The water stood for three days." };

/** Adds annotations that are right in everything. */
function annotate(essay: EssayFolder): void {
  essay.write("glossary.yaml", GLOSSARY);
  essay.write("timeline.yaml", TIMELINE);
  essay.replace("ja/opening.mdx", "待った[^boat]", "待った[^boat][^ed-flood]");
  essay.replace("en/opening.mdx", "waited.[^boat]", "waited.[^boat][^ed-flood]");
  for (const language of ["ja", "en"] as const)
    essay.replace(
      `${language}/opening.mdx`,
      "\n[^boat]: ",
      `\n[^ed-flood]: ${NOTE[language]}[@marsh-2019]<time datetime="2021-07-02" />\n\n[^boat]: `,
    );
}

describe("annotations that are right in everything", () => {
  const folder = new EssayFolder();
  let essay: Essay;
  before(async () => {
    annotate(folder);
    essay = await readEssay(folder.path, folder.path);
  });
  after(() => folder.delete());

  it("leave the essay's own notes their numbers, and have their own", () => {
    const notes = essay.texts["ja"]?.sections.flatMap((section) => section.notes) ?? [];
    assert.deepEqual(
      notes.map(({ label, origin, number, asOf }) => [label, origin, number, asOf]),
      [
        ["boat", "essay", 1, undefined],
        ["ed-flood", "editor", 1, "2021-07-02"],
        ["report", "essay", 2, undefined],
      ],
    );
    assert.match(notes[1]?.text ?? "", /（2021年7月2日確認）$/u);
  });

  it("find the paragraphs that use a term, in each language", () => {
    const uses = Object.fromEntries(essay.annotations.glossary.map((term) => [term.id, term.uses]));
    assert.deepEqual(uses["boat"]?.["ja"], ["p2"]);
    assert.deepEqual(uses["bridge"]?.["ja"], ["p1", "p3", "p5"]);
    assert.ok(uses["bridge"]?.["en"]?.includes("p1"));
  });

  it("are linked back from every paragraph that they link to", () => {
    const index = annotationsByParagraph(essay.annotations, "ja");
    assert.deepEqual(
      index.get("p3")?.events.map(({ id }) => id),
      ["built", "flood"],
    );
    assert.deepEqual(
      index.get("p5")?.events.map(({ id }) => id),
      ["flood"],
    );
    assert.deepEqual(
      index.get("p2")?.terms.map(({ id }) => id),
      ["boat"],
    );
    const links = [...index.values()].flatMap(({ terms, events }) => [...terms, ...events]).length;
    const linked = essay.annotations.glossary.flatMap(({ uses }) => uses["ja"] ?? []).length;
    assert.equal(links, linked + essay.annotations.timeline.flatMap(({ paragraphs }) => paragraphs).length);
  });
});

describe("an annotation that leads nowhere, or is not the editors' to publish", () => {
  let essay: EssayFolder;
  beforeEach(() => {
    essay = new EssayFolder();
    annotate(essay);
  });

  const told = async (): Promise<readonly Problem[]> => {
    try {
      await readEssay(essay.path, essay.path);
    } catch (error) {
      if (error instanceof ContentError) return error.problems;
      throw error;
    } finally {
      essay.delete();
    }
    return [];
  };
  const cases: readonly (readonly [
    title: string,
    file: string,
    old: string,
    text: string,
    told: readonly (readonly [place: string, what: RegExp])[],
  ])[] = [
    [
      "a paragraph that there is not",
      "timeline.yaml",
      "[p3, p5]",
      "[p3, p9]",
      [["timeline.yaml:11", /^there is no paragraph “p9”$/u]],
    ],
    [
      "a note that there is not",
      "timeline.yaml",
      "ed-flood",
      "ed-fire",
      [["timeline.yaml:5", /no editors’ note “ed-f/u]],
    ],
    [
      "the essay's own note as an editors' one",
      "timeline.yaml",
      "ed-flood",
      "boat",
      [["timeline.yaml:5", /no editors’ note “boat”/u]],
    ],
    [
      "a source that there is not",
      "timeline.yaml",
      "[marsh-2019]",
      "[marsh-1919]",
      [["timeline.yaml:12", /^the source “marsh-1919” is not in/u]],
    ],
    [
      "a term that neither a paragraph nor a note uses",
      "glossary.yaml",
      'ja: ["舟"]',
      'ja: ["船"]',
      [["glossary.yaml:10", /^neither a paragraph nor a note uses the term “boat” in the language “ja”$/u]],
    ],
    [
      "a term without its definition in a language",
      "glossary.yaml",
      'definition: { ja: 川を渡るもの。, en: What crosses a river. }\n  forms: { ja: ["舟"]',
      'definition: { ja: 川を渡るもの。 }\n  forms: { ja: ["舟"]',
      [["glossary.yaml:9", /^“definition” has no text for the language “en”$/u]],
    ],
    ["a reading that is not kana", "glossary.yaml", "ふね", "舟", [["glossary.yaml:8", /is not written in hiragana/u]]],
    [
      "the same id twice",
      "timeline.yaml",
      "id: flood",
      "id: built",
      [["timeline.yaml:7", /is the id of an earlier entry/u]],
    ],
    [
      "events out of order",
      "timeline.yaml",
      '"2020-05"',
      '"2022"',
      [["timeline.yaml:8", /is earlier than 2022 before it/u]],
    ],
    [
      "an end before the beginning",
      "timeline.yaml",
      "2021-07-02",
      "2021-06-01",
      [["timeline.yaml:9", /is not later than/u]],
    ],
    [
      "a figure that no file describes",
      "ja/bridge.mdx",
      "に記す。\n",
      'に記す。\n\n<Figure id="arch" />\n',
      [["en/bridge.mdx:6", /1 paragraph here, and 1 paragraph and 1 other block/u]],
    ],
    [
      "an editors' note without a date",
      "ja/opening.mdx",
      '<time datetime="2021-07-02" />',
      "",
      [["ja/opening.mdx:10", /does not say on which day/u]],
    ],
    [
      "an editors' note with a date that is no day",
      "ja/opening.mdx",
      "2021-07-02",
      "2021-07",
      [["ja/opening.mdx:10", /does not say on which day/u]],
    ],
    [
      "an editors' note without a source",
      "ja/opening.mdx",
      "[@marsh-2019]",
      "",
      [["ja/opening.mdx:10", /has no source$/u]],
    ],
    [
      "a note of the essay with a date",
      "ja/opening.mdx",
      "四度出た。",
      '四度出た。<time datetime="2021-07-02" />',
      [["ja/opening.mdx:12", /is the essay's own and says up to when/u]],
    ],
    [
      "a note that was checked up to another day in another language",
      "en/opening.mdx",
      "2021-07-02",
      "2021-07-03",
      [["en/opening.mdx:10", /was checked up to 2021-07-03; at ja\/opening.mdx:10 2021-07-02/u]],
    ],
    [
      "a note that cites another source in another language",
      "en/opening.mdx",
      "[@marsh-2019]",
      "[@kawabata-2020]",
      [["en/opening.mdx:10", /cites kawabata-2020; at ja\/opening.mdx:10 marsh-2019/u]],
    ],
  ];
  for (const [title, file, old, text, expected] of cases)
    it(`is told with its line: ${title}`, async () => {
      essay.replace(file, old, text);
      const problems = await told();
      assert.deepEqual(
        problems.map((problem) => `${problem.file}:${problem.line}`),
        expected.map(([at]) => at),
        problems.map(({ what }) => what).join("\n"),
      );
      for (const [index, [, what]] of expected.entries()) assert.match(problems[index]?.what ?? "", what);
    });
});

describe("the uses of terms in a text", () => {
  const find = termFinder([
    { id: "deterrence", forms: ["抑止"] },
    { id: "extended", forms: ["拡大抑止"] },
    { id: "nac", forms: ["NAC", "北大西洋理事会"] },
    { id: "article", forms: ["Article 5"] },
    { id: "bracket", forms: ["NAC (council)"] },
  ]);
  const cases: readonly (readonly [text: string, uses: readonly string[]])[] = [
    ["抑止と拡大抑止", ["deterrence 0–2", "extended 3–7"]],
    ["NACは", ["nac 0–3"]],
    ["SNAC NACs NAC", ["nac 10–13"]],
    ["Article 5 and Article 50", ["article 0–9"]],
    ["NAC (council)", ["bracket 0–13"]],
    ["何もない", []],
  ];
  for (const [text, uses] of cases)
    it(`are found, each once: ${text}`, () => {
      assert.deepEqual(
        find(text).map(({ id, start, end }) => `${id} ${start}–${end}`),
        uses,
      );
    });
  it("are none where there are no terms", () => {
    assert.deepEqual(termFinder([])("抑止"), []);
  });
});
