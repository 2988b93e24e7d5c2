import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { Essay } from "../../../src/essay/model.ts";
import { ContentError } from "../../../src/essay/problem.ts";
import { parseCsv } from "../../../src/figures/parse-csv.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { nameColumn } from "../../../src/schemas/figures.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

const WORDS = `  paragraphs: [p3]
  sources: [marsh-2019]
  title: { ja: 題, en: Title }
  caption: { ja: 説明, en: Caption }
  source: { ja: 出所, en: Source }
  description: { ja: 図, en: Drawing }
`;
const NAMED = "name: { ja: 名, en: Name }\n    year: { ja: 年, en: Year }";
const FIGURES = `- id: bridges
  kind: steps
${WORDS}  words:
    ${NAMED}
    count: { ja: 数, en: Count }
- id: floods
  kind: series
${WORDS}  words:
    ${NAMED}
    value: { ja: 高さ, en: Height }
    estimate: { ja: 推計, en: est. }
    missing: { ja: なし, en: none }
- id: rivers
  kind: map
${WORDS}  years: [2000]
  classes: [1990]
  view: { west: -9.5, south: 37.2, east: -1, north: 41.6 }
  border: ["620", "724"]
  labels: { "620": [-8, 39.5] }
  words:
    ${NAMED}
    none: { ja: なし, en: none }
`;
const BRIDGES = "name_ja,name_en,year\n新橋,New bridge,1999\n古橋,Old bridge,1950\n";
const FLOODS = `name_ja,name_en,year,value,estimate,source
川,River,2001,2.50,no,marsh-2019
川,River,2000,1,no,marsh-2019
川,River,2002,,yes,marsh-2019
`;
const RIVERS = "code,name_ja,name_en,year\n620,ポルトガル,Portugal,1995\n724,スペイン,Spain,\n";

/** Adds figures that are right in everything. */
function addFigures(essay: EssayFolder): void {
  essay.write("figures.yaml", FIGURES);
  essay.write("data/bridges.csv", BRIDGES);
  essay.write("data/floods.csv", FLOODS);
  essay.write("data/rivers.csv", RIVERS);
  for (const language of ["ja", "en"]) {
    const last = language === "ja" ? "に記す。\n" : "first paragraph](#p1).\n";
    const marks = ["bridges", "floods", "rivers"].map((id) => `\n<Figure id="${id}" />\n`).join("");
    essay.replace(`${language}/bridge.mdx`, last, `${last}${marks}`);
  }
}

describe("figures", () => {
  let essay: EssayFolder;
  beforeEach(() => {
    essay = new EssayFolder();
    addFigures(essay);
  });
  const read = async (): Promise<Essay> => {
    try {
      return await readEssay(essay.path, essay.path);
    } finally {
      essay.delete();
    }
  };
  const told = async (): Promise<string[]> => {
    try {
      await read();
      return [];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      return error.problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
    }
  };

  it("have their data in order of time, and nothing where nothing is given", async () => {
    const { annotations } = await read();
    const [bridges, floods, rivers] = annotations.figures;
    assert.deepEqual(
      annotations.figures.map(({ number, anchor, section }) => [number, anchor, section]),
      [
        [1, "figure-bridges", "bridge"],
        [2, "figure-floods", "bridge"],
        [3, "figure-rivers", "bridge"],
      ],
    );
    assert.ok(bridges?.data.kind === "steps" && floods?.data.kind === "series" && rivers?.data.kind === "map");
    assert.deepEqual(
      bridges.data.members.map(({ year, name }) => [year, name["en"]]),
      [
        [1950, "Old bridge"],
        [1999, "New bridge"],
      ],
    );
    assert.deepEqual(floods.data.series, [
      {
        name: { ja: "川", en: "River" },
        values: [
          { year: 2000, value: 1, isEstimate: false },
          { year: 2001, value: 2.5, isEstimate: false },
          { year: 2002, value: undefined, isEstimate: true },
        ],
        sources: ["marsh-2019"],
        isEmphasised: false,
      },
    ]);
    assert.equal(rivers.data.countries[1]?.year, undefined);
    assert.deepEqual(bridges.table.columns, ["name_ja", "name_en", "year"]);
  });

  it("have a column for the names in any language", () => {
    const columns = ["ja", "zh-Hans", "pt-BR", "de-CH-1996"].map(nameColumn);
    assert.deepEqual(columns, ["name_ja", "name_zh_hans", "name_pt_br", "name_de_ch_1996"]);
    assert.ok("table" in parseCsv(`${columns.join()}\n`, "names.csv"));
  });

  it("bring their sources into the bibliography, once", async () => {
    const { texts } = await read();
    const sources = texts["en"]?.bibliography.filter(({ id }) => id === "marsh-2019");
    assert.equal(sources?.length, 1);
  });

  const cases: readonly (readonly [title: string, file: string, old: string, text: string, told: RegExp])[] = [
    ["a year that is none", "data/bridges.csv", "1999", "99", /^data\/bridges\.csv:2 “99” .* not a year$/u],
    ["a year that is missing", "data/bridges.csv", "1999", "", /^data\/bridges\.csv:2 “year” is empty$/u],
    ["a name that is missing", "data/bridges.csv", "古橋", "", /^data\/bridges\.csv:3 “name_ja” is empty$/u],
    [
      "a column that is missing",
      "data/bridges.csv",
      ",year\n",
      ",date\n",
      /^data\/bridges\.csv:1 .*no column “year”$/u,
    ],
    ["a field too many", "data/bridges.csv", "1999", "1999,2000", /^data\/bridges\.csv:2 the row has 4 fields/u],
    [
      "no data",
      "data/bridges.csv",
      "新橋,New bridge,1999\n古橋,Old bridge,1950\n",
      "",
      /^data\/bridges\.csv:1 .*no data$/u,
    ],
    [
      "a value that is no number",
      "data/floods.csv",
      "2.50",
      "2,50".replace(",", "·"),
      /floods\.csv:2 .*not a number$/u,
    ],
    ["a value twice", "data/floods.csv", "2002,,yes", "2001,,yes", /floods\.csv:4 2001 has a value already$/u],
    ["an estimate that is neither", "data/floods.csv", "yes", "perhaps", /floods\.csv:4 “perhaps” in/u],
    [
      "a source that the figure has not",
      "data/floods.csv",
      "2.50,no,marsh-2019",
      "2.50,no,x",
      /floods\.csv:2 “x” is not among/u,
    ],
    ["a country that there is not", "data/rivers.csv", "620", "999", /rivers\.csv:2 “999” is the code of no country$/u],
    ["a country twice", "data/rivers.csv", "724", "620", /rivers\.csv:3 “620” has a row already$/u],
    ["a year before all classes", "data/rivers.csv", "1995", "1985", /rivers\.csv:2 1985 is before the first class/u],
    [
      "a country that is on the map only",
      "data/rivers.csv",
      "724,スペイン,Spain,\n",
      "",
      /figures\.yaml:37 Spain \(724\) would be on the map/u,
    ],
    [
      "a border of another country",
      "figures.yaml",
      '["620", "724"]',
      '["620", "250"]',
      /figures\.yaml:38 “250” is no country of/u,
    ],
    [
      "words that are missing",
      "figures.yaml",
      "count: { ja: 数, en: Count }",
      "count: { ja: 数 }",
      /figures\.yaml:12 “words\.count” has no text for the language “en”$/u,
    ],
    ["a kind that there is not", "figures.yaml", "kind: steps", "kind: pie", /^figures\.yaml:2 /u],
    [
      "a figure that is nowhere",
      "figures.yaml",
      "- id: rivers",
      "- id: lakes",
      /^figures\.yaml:27 the figure “lakes” has no data$/u,
    ],
  ];
  for (const [title, file, old, text, expected] of cases)
    it(`tell of ${title}, with file and line`, async () => {
      essay.replace(file, old, text);
      const problems = await told();
      assert.ok(
        problems.some((problem) => expected.test(problem)),
        problems.join("\n"),
      );
    });

  it("tell of a file of data that no figure has", async () => {
    essay.write("data/boats.csv", BRIDGES);
    assert.deepEqual(await told(), ["data/boats.csv:undefined no figure in figures.yaml has these data"]);
  });
});
