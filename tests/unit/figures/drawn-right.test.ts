import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import type { SeriesData } from "../../../src/essay/figures.ts";
import { ContentError } from "../../../src/essay/problem.ts";
import { drawSeries } from "../../../src/figures/series.ts";
import { wordsOutside } from "../../../src/figures/svg.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

const word = (text: string) => ({ ja: text, en: text });
const words = {
  name: word("Name"),
  year: word("Year"),
  value: word("per cent"),
  estimate: word("(est.)"),
  missing: word("–"),
};
/** Values by year, from one on. */
const series = (all: readonly (readonly (number | undefined)[])[], first = 2000): SeriesData => ({
  kind: "series",
  words,
  series: all.map((values, index) => ({
    name: word(`Land ${index + 1}`),
    values: values.map((value, year) => ({ year: first + year, value, isEstimate: false })),
    sources: ["x"],
    isEmphasised: false,
  })),
  marks: [],
});

/** @returns every coordinate of a drawing's lines and marks */
function coordinates(svg: Element): [number, number][] {
  const pairs = selectAll("path", svg).flatMap(({ properties }) =>
    [...String(properties["d"]).matchAll(/(-?[\d.]+|NaN),(-?[\d.]+|NaN)/gu)].map(([, x, y]): [number, number] => [
      Number(x),
      Number(y),
    ]),
  );
  const points = selectAll("circle", svg).map(({ properties }): [number, number] => [
    Number(properties["cx"]),
    Number(properties["cy"]),
  ]);
  const lines = selectAll("line", svg).flatMap(({ properties: p }): [number, number][] => [
    [Number(p["x1"]), Number(p["y1"])],
    [Number(p["x2"]), Number(p["y2"])],
  ]);
  return [...pairs, ...points, ...lines];
}

function assertInside(data: SeriesData): void {
  for (const svg of drawSeries(data, "en")) {
    const [width, height] = [Number(svg.properties["width"]), Number(svg.properties["height"])];
    for (const [x, y] of coordinates(svg))
      assert.ok(x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1, `${x},${y} in ${width}×${height}`);
    assert.deepEqual(wordsOutside(svg), []);
    const years = selectAll("text.tick.middle", svg)
      .map(({ properties }) => Number(properties["x"]))
      .sort((a, b) => a - b);
    assert.ok(
      years.every((x, index) => index === 0 || x - (years[index - 1] ?? 0) >= 28),
      `years stand on one another: ${years.join()}`,
    );
  }
}

describe("values by year", () => {
  const span = (length: number, of: (index: number) => number | undefined) =>
    Array.from({ length }, (_none, index) => of(index));
  for (const [title, data] of [
    [
      "below and above nought",
      series([
        [-3, -1, 2, 4.5],
        [1, -2.5, 0, 1],
      ]),
    ],
    ["all below nought", series([[-3, -1, -2]])],
    ["all nought", series([[0, 0, 0]])],
    [
      "all missing but one",
      series([
        [undefined, 2, undefined],
        [undefined, undefined],
      ]),
    ],
    ["none at all", series([[undefined, undefined]])],
    ["75 years", series([span(75, (index) => index / 10)], 1949)],
    ["400 years", series([span(400, (index) => index % 17)], 1600)],
    ["one year", series([[1], [2], [3]])],
    ["two years", series([[1, 2]])],
    [
      "thousands",
      series([
        [12_000, 15_500],
        [900, 1200],
      ]),
    ],
    ["hundredths", series([[0.01, 0.02, 0.015]])],
    ["as many lines as a page has", series(span(40, (index) => index).map((value) => [value, value]))],
  ] as const)
    it(`are drawn within the drawing, their years apart: ${title}`, () => assertInside(data));

  it("are drawn from below nought on where there are such, with a minus sign and the line of nought", () => {
    const [wide] = drawSeries(series([[-3, 2]]), "en");
    assert.ok(wide);
    assert.match(textOf(wide), /\u22122/u);
    assert.ok(select("line.axis", wide));
    assert.doesNotMatch(textOf(wide), /-\d/u);
  });
});

describe("a figure that cannot be drawn", () => {
  const FIGURE = (view: string, places = "") => `- id: map
  kind: map
  years: [2000]
  classes: [1900]
  view: ${view}
${places}  words: { name: { ja: 国, en: Country }, year: { ja: 年, en: Year }, none: { ja: 無, en: none } }
  paragraphs: [p1]
  sources: [marsh-2019]
  title: { ja: 図, en: Map }
  caption: { ja: 図, en: Map }
  source: { ja: 図, en: Map }
  description: { ja: 図, en: Map }
`;
  const problemsOf = async (figures: string, data: string) => {
    const essay = new EssayFolder();
    try {
      essay.write("figures.yaml", figures);
      essay.write("data/map.csv", data);
      await readEssay(essay.path, essay.path);
      return [];
    } catch (error) {
      assert.ok(error instanceof ContentError, String(error));
      return error.problems;
    } finally {
      essay.delete();
    }
  };
  const DATA = "code,name_ja,name_en,year\n620,葡,Portugal,1949\n";
  for (const [title, view, places, line, what] of [
    [
      "its west east of its east",
      "{ west: 10, south: 40, east: -5, north: 50 }",
      "",
      5,
      /“0\.view\.west” is not west of “east”/u,
    ],
    [
      "its south north of its north",
      "{ west: -5, south: 50, east: 10, north: 40 }",
      "",
      5,
      /“0\.view\.south” is not south/u,
    ],
    ["no width", "{ west: 10, south: 40, east: 10, north: 50 }", "", 5, /is not west of/u],
    ["more than a cone holds", "{ west: -170, south: 20, east: 170, north: 88 }", "", 5, /too wide for its latitudes/u],
    [
      "a place outside of it",
      "{ west: -9.5, south: 37.2, east: -7, north: 40 }",
      "  places: [{ longitude: 30, latitude: 50, name: { ja: 他, en: Other } }]\n",
      6,
      /this place would stand outside/u,
    ],
  ] as const)
    it(`is told with its line: ${title}`, async () => {
      const problems = await problemsOf(FIGURE(view, places), DATA);
      const [found] = problems.filter((problem) => what.test(problem.what));
      assert.ok(found, JSON.stringify(problems));
      assert.deepEqual([found.file, found.line], ["figures.yaml", line]);
    });

  it("is told where a name is too long for it", async () => {
    const figures = FIGURE("{}")
      .replace("kind: map", "kind: steps")
      .replace(/ {2}years: .*\n {2}classes: .*\n {2}view: .*\n/u, "")
      .replace("none: { ja: 無, en: none }", "count: { ja: 数, en: Count }");
    const name = "The United Kingdom of Great Britain and Northern Ireland and its territories";
    const problems = await problemsOf(figures, `name_ja,name_en,year\n英,${name},1949\n仏,France,1950\n`);
    const found = problems.find(({ what }) => what.includes(name));
    assert.ok(found, JSON.stringify(problems));
    assert.match(found.what, /does not fit into the drawing/u);
  });

  it("is told where a name that is to be emphasised is none of its data", async () => {
    const figures = FIGURE("{}")
      .replace("kind: map", "kind: series\n  emphasis: [Atlantis]")
      .replace(/ {2}years: .*\n {2}classes: .*\n {2}view: .*\n/u, "")
      .replace(
        "none: { ja: 無, en: none }",
        "value: { ja: 値, en: Value }, estimate: { ja: 推, en: est. }, missing: { ja: 無, en: none }",
      );
    const problems = await problemsOf(
      figures,
      "name_ja,name_en,year,value,estimate,source\n英,Britain,1949,1,no,marsh-2019\n英,Britain,1950,2,no,marsh-2019\n",
    );
    const found = problems.find(({ what }) => what.includes("Atlantis"));
    assert.ok(found, JSON.stringify(problems));
    assert.deepEqual([found.file, found.line], ["figures.yaml", 3]);
  });

  it("is not what the site itself gives for download, which can be read back", async () => {
    const essay = new EssayFolder();
    try {
      essay.write(
        "figures.yaml",
        FIGURE("{}")
          .replace("kind: map", "kind: steps")
          .replace(/ {2}years: .*\n {2}classes: .*\n {2}view: .*\n/u, "")
          .replace("none: { ja: 無, en: none }", "count: { ja: 数, en: Count }"),
      );
      essay.write("data/map.csv", "\uFEFFname_ja,name_en,year\r\n英,Britain,1949\r\n仏,France,1950\r\n");
      for (const language of ["ja", "en"])
        essay.write(
          `${language}/bridge.mdx`,
          `---\ntitle: Bridge\nsummary: Bridge.\n---\n\n橋は三年で架かった。\n\n<Figure id="map" />\n`,
        );
      const read = await readEssay(essay.path, essay.path);
      assert.deepEqual(read.annotations.figures[0]?.table.columns, ["name_ja", "name_en", "year"]);
    } finally {
      essay.delete();
    }
  });
});
