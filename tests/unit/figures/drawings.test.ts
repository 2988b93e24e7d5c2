import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import type { MapData, SeriesData, StepsData } from "../../../src/essay/figures.ts";
import { tablesOf } from "../../../src/figures/figure.ts";
import { classOf, drawMaps, unknownCodes, unlistedCountries } from "../../../src/figures/map.ts";
import { drawSeries, spread } from "../../../src/figures/series.ts";
import { drawSteps, stepsOf } from "../../../src/figures/steps.ts";
import { world } from "../../../src/figures/world.ts";

const word = (text: string) => ({ ja: text, en: text });
const pathsOf = (drawing: Element, selector: string) =>
  selectAll(selector, drawing).map(({ properties }) => String(properties["d"]));

describe("a map", () => {
  const iberia: MapData = {
    kind: "map",
    years: [1950, 1990],
    classes: [1949, 1980],
    view: { west: -9.5, south: 37.2, east: 3, north: 43.6 },
    border: ["620", "724"],
    territories: {},
    labels: { "620": [-8, 39.5] },
    emphasis: 1980,
    places: [{ longitude: -3.7, latitude: 40.4, name: word("Madrid") }],
    words: { name: word("Country"), year: word("Year"), none: word("none") },
    countries: [
      { code: "620", name: word("Portugal"), year: 1949 },
      { code: "724", name: word("Spain"), year: 1982 },
      { code: "250", name: word("France"), year: 1949 },
      { code: "020", name: word("Andorra") },
    ],
  };

  it("shades each country from its year on, by the class of that year", () => {
    const shades = drawMaps(iberia, "en").map((map) =>
      selectAll("path.land", map)
        .map(({ properties }) => String(properties["className"]).replace(/^land[ ,]/u, ""))
        .sort(),
    );
    assert.ok(shades[0]?.includes("class-1") && !shades[0].includes("class-2"));
    assert.ok(shades[1]?.includes("class-2"));
    assert.deepEqual(
      [undefined, 1949, 1979, 1980, 2024].map((year) => classOf([1949, 1980], year)),
      [0, 1, 1, 2, 2],
    );
  });

  it("has the border, the names, the years reached and the places on it", () => {
    const [before, after] = drawMaps(iberia, "en");
    assert.ok(before && after);
    for (const map of [before, after]) {
      assert.match(pathsOf(map, "path.border")[0] ?? "", /^M[\d.]+/u);
      assert.match(textOf(map), /Madrid/u);
      assert.match(textOf(map), /Portugal/u);
      assert.doesNotMatch(textOf(map), /Andorra/u);
    }
  });

  it("is red from the emphasised year on, and of no red before", () => {
    const [before, after] = drawMaps(iberia, "en");
    assert.ok(before && after);
    const fills = (map: Element) => selectAll("path.land", map).map(({ properties }) => String(properties["fill"]));
    assert.ok(fills(before).every((fill) => !fill.includes("--accent")));
    assert.ok(fills(after).some((fill) => fill.includes("--accent")));
  });

  it("has its key below what is seen of the earth, and in rows where its words are long", () => {
    const none = word("no member of what is shown here, and never one");
    const [map] = drawMaps({ ...iberia, words: { ...iberia.words, none } }, "en");
    const sea = map && select("rect.sea", map);
    const key = map && select("g.key", map);
    assert.ok(map && sea && key);
    const [, top] = /translate\(0 ([\d.]+)\)/u.exec(String(key.properties["transform"])) ?? [];
    assert.equal(top, sea.properties["height"]);
    const bottoms = selectAll("text", key).map(({ properties }) => Number(properties["y"]));
    assert.equal(new Set(bottoms).size, 2);
    assert.ok(Math.max(...bottoms) + Number(top) < Number(map.properties["height"]));
  });

  it("says the year of a country where its shade stands for several, and leaves it to the key where for one", () => {
    const labels = { "620": [-8, 39.5], "724": [-4, 40] } as const;
    const first = { ...iberia, labels, years: [2000], classes: [1949, 1980] };
    const several = first.countries.map((country) => (country.code === "250" ? { ...country, year: 1955 } : country));
    const yearsOn = (countries: MapData["countries"]) =>
      drawMaps({ ...first, countries }, "en").map((map) => selectAll("g.words text.tick", map).map(textOf));
    assert.deepEqual(yearsOn(first.countries), [[]]);
    assert.deepEqual(yearsOn(several), [["1949"]]);
  });

  it("says the years of a class in its key, the century once", () => {
    const years = [1949, 1955, 1999, 2004];
    const countries = iberia.countries.map((country, index) => ({ ...country, year: years[index] }));
    const keyOf = (classes: readonly number[]) =>
      drawMaps({ ...iberia, years: [2024], classes, countries }, "en").map((map) =>
        selectAll("g.key text", map).map(textOf),
      );
    assert.deepEqual(keyOf([1949, 1999]), [["1949–55", "1999–2004", "none"]]);
    assert.deepEqual(keyOf([1949, 1999, 2004]), [["1949–55", "1999", "2004", "none"]]);
  });

  it("draws nothing beyond its frame, and no line that is not a number", () => {
    const map = drawMaps(iberia, "en")[0];
    assert.ok(map);
    const [, , width = 0, height = 0] = String(map.properties["viewBox"]).split(" ").map(Number);
    for (const path of pathsOf(map, "path")) {
      assert.doesNotMatch(path, /NaN|Infinity/u);
      for (const [, x, y] of path.matchAll(/M([\d.-]+?)[ ]?(-?[\d.]+)(?=[lzM]|$)/gu)) {
        assert.ok(Number(x) >= -1 && Number(x) <= width + 1, path.slice(0, 40));
        assert.ok(Number(y) >= -1 && Number(y) <= height + 1, path.slice(0, 40));
      }
    }
  });

  it("knows the countries that nothing is said of, and codes that are none", () => {
    const without = { ...iberia, countries: iberia.countries.filter(({ code }) => code !== "250") };
    assert.deepEqual(
      unlistedCountries(without).map(({ code }) => code),
      ["250"],
    );
    assert.deepEqual(unknownCodes(["724", "999"]), ["999"]);
  });

  it("is a table of the same: the countries of each year, those without one last", () => {
    assert.deepEqual(tablesOf(iberia, "en")[0]?.rows, [
      ["1949", "Portugal and France"],
      ["1982", "Spain"],
      ["none", "Andorra"],
    ]);
  });

  it("has simpler lines the coarser it is, and a common border that is the same for both", () => {
    const [fine, coarse] = [world(0.01), world(0.5)];
    const points = (atlas: typeof fine) => JSON.stringify(atlas.border("724", "620")).split("[").length;
    assert.ok(points(coarse) < points(fine) / 4, `${points(coarse)} of ${points(fine)} points`);
    assert.deepEqual(coarse.border("724", "620"), coarse.border("620", "724"));
    const ends = ({ border }: typeof fine) =>
      border("724", "620").coordinates.flatMap((line) => [line[0], line.at(-1)]);
    assert.deepEqual(ends(coarse), ends(fine));
    assert.deepEqual(coarse.border("724", "840").coordinates, []);
  });
});

describe("steps", () => {
  const data: StepsData = {
    kind: "steps",
    words: { name: word("Name"), year: word("Year"), count: word("Count") },
    members: [
      { name: word("A"), year: 1949 },
      { name: word("B"), year: 1949 },
      { name: word("C"), year: 1982 },
    ],
  };

  it("count all who have come", () => {
    assert.deepEqual(stepsOf(data, "en"), [
      { year: 1949, names: ["A", "B"], count: 2 },
      { year: 1982, names: ["C"], count: 3 },
    ]);
    assert.deepEqual(tablesOf(data, "en")[0]?.rows, [
      ["1949", "A and B", "2"],
      ["1982", "C", "3"],
    ]);
  });

  it("have no lines through their names: what is before a step is left to them", () => {
    const members = [1949, 1955, 1982, 1999, 2004, 2023].map((year) => ({ name: word(`Land ${year}`), year }));
    for (const drawing of drawSteps({ ...data, members, emphasis: 2004 }, "en")) {
      const [area] = pathsOf(drawing, "path.area");
      const top = Number(/^M[\d.]+,([\d.]+)/u.exec(area ?? "")?.[1]);
      const upright = selectAll("line", drawing).filter(({ properties: p }) => p["x1"] === p["x2"]);
      assert.ok(upright.length > 0);
      for (const { properties } of upright) assert.ok(Number(properties["y2"]) <= top);
      const [red] = pathsOf(drawing, "path.emphasis-edge");
      assert.equal(red?.match(/[ML]/gu)?.length, 4);
    }
  });

  it("keep their names off the lines above and below them, feet and full-width letters too", () => {
    const members = [1949, 1955, 1982, 1999].map((year) => ({ name: word(`Gyjp ${year}`), year }));
    for (const drawing of drawSteps({ ...data, members }, "en")) {
      const type = Number(drawing.properties["fontSize"]);
      const lines = selectAll("line.rule", drawing).map(({ properties }) => Number(properties["y1"]));
      assert.ok(lines.length > 1);
      const feet = selectAll("text.name", drawing).map(({ properties }) => Number(properties["y"]));
      for (const foot of feet)
        for (const line of lines)
          assert.ok(line - foot >= 0.22 * type + 1 || foot - line >= 0.88 * type + 1, `${foot} of ${line}`);
    }
  });

  it("have every name, year and count in both drawings", () => {
    for (const drawing of drawSteps(data, "en"))
      for (const words of ["A", "B", "C", "1949", "1982", "2", "3"])
        assert.ok(
          selectAll("text", drawing).some((text) => textOf(text).split(/\s/u).includes(words)),
          words,
        );
  });
});

describe("series", () => {
  const value = (year: number, number?: number) => ({ year, value: number, isEstimate: year === 2025 });
  const data: SeriesData = {
    kind: "series",
    words: {
      name: word("Name"),
      year: word("Year"),
      value: word("Value"),
      estimate: word("(est.)"),
      missing: word("–"),
    },
    series: [
      {
        name: word("Whole"),
        values: [value(2023, 1), value(2024, 2), value(2025, 3)],
        sources: [],
        isEmphasised: false,
      },
      {
        name: word("Torn"),
        values: [value(2022, 1), value(2023, 1.5), value(2024), value(2025, 2)],
        sources: [],
        isEmphasised: false,
      },
      { name: word("Short"), values: [value(2023, 1), value(2024, 2), value(2025)], sources: [], isEmphasised: false },
      { name: word("Point"), values: [value(2025, 4.48)], sources: [], isEmphasised: false },
    ],
    marks: [],
  };

  it("are never drawn through a gap, nor past their last value", () => {
    for (const drawing of drawSeries(data, "en")) {
      const [whole = "", torn = "", short = ""] = pathsOf(drawing, "g.line > path");
      assert.equal(whole.match(/[ML]/gu)?.length, 3);
      assert.equal(torn.match(/M/gu)?.length, 2);
      assert.equal(short.match(/[ML]/gu)?.length, 2);
    }
  });

  it("name their last value, and its year where it is not the last of all", () => {
    for (const drawing of drawSeries(data, "en")) {
      const labels = selectAll("g.label", drawing).map(textOf);
      assert.deepEqual(labels, ["Whole 3.00", "Torn 2.00", "Short 2.00 (2024)", "Point 4.48"]);
      assert.ok(select("g.point circle.estimate", drawing));
    }
  });

  it("are red where they are emphasised, and nowhere else", () => {
    const one = { ...data, series: data.series.map((series, index) => ({ ...series, isEmphasised: index === 1 })) };
    const reds = (drawing: Element) =>
      selectAll("*", drawing).filter(({ properties: p }) => /--accent/u.test(`${p["stroke"]} ${p["fill"]}`));
    for (const drawing of drawSeries(data, "en")) assert.deepEqual(reds(drawing), []);
    for (const drawing of drawSeries(one, "en")) {
      assert.equal(reds(drawing).length, 2);
      assert.match(textOf(reds(drawing).at(-1) as Element), /^Torn/u);
    }
  });

  it("are measured at a value and at a date, a year being the whole of it", () => {
    const marks = [
      { value: 2.5, name: word("aim") },
      { date: "2024-07-01", name: word("noon") },
      { date: "1900", name: word("never") },
    ];
    for (const drawing of drawSeries({ ...data, marks }, "en")) {
      const [level, day, ...others] = selectAll("line.measure", drawing);
      assert.ok(level && day && others.length === 0);
      assert.equal(level.properties["y1"], level.properties["y2"]);
      const named = selectAll("text.tick.middle", drawing).find((tick) => textOf(tick) === "2024");
      // The first of July is the middle of the year.
      assert.ok(Math.abs(Number(day.properties["x1"]) - Number(named?.properties["x"])) < 1);
      assert.ok(["aim", "noon"].every((words) => textOf(drawing).includes(words)));
      assert.doesNotMatch(textOf(drawing), /never/u);
    }
  });

  it("with a marked day have their ticks where years begin, and each year is named between two", () => {
    const marks = [{ date: "2024-02-24", name: word("day") }];
    for (const drawing of drawSeries({ ...data, marks }, "en")) {
      const day = Number(select("line.measure", drawing)?.properties["x1"]);
      const ticks = selectAll("line.axis", drawing)
        .filter(({ properties: p }) => p["x1"] === p["x2"])
        .map(({ properties }) => Number(properties["x1"]));
      assert.equal(ticks.length, 2025 - 2022 + 2);
      const named = selectAll("text.tick.middle", drawing).map((year) => [textOf(year), Number(year.properties["x"])]);
      const [start = 0, end = 0] = [ticks.findLast((x) => x <= day), ticks.find((x) => x > day)];
      // The year in which the day stands is the one that is named between its ticks.
      assert.deepEqual(
        named.filter(([, x]) => Number(x) > start && Number(x) < end).map(([year]) => year),
        ["2024"],
      );
    }
    for (const drawing of drawSeries(data, "en"))
      for (const year of selectAll("text.tick.middle", drawing))
        assert.ok(selectAll("line.axis", drawing).some(({ properties }) => properties["x1"] === year.properties["x"]));
  });

  it("have all their values in tables, what is missing as missing", () => {
    assert.deepEqual(
      tablesOf(data, "en").map(({ rows }) => rows),
      [
        [
          ["2022", "–", "1.00", "–"],
          ["2023", "1.00", "1.50", "1.00"],
          ["2024", "2.00", "–", "2.00"],
          ["2025", "3.00 (est.)", "2.00 (est.)", "–"],
        ],
        [["Point", "2025", "4.48 (est.)"]],
      ],
    );
  });

  it("have labels that keep apart, in order and within their limits", () => {
    const places = spread([10, 11, 12, 50, 200], 14, [0, 120]);
    places.slice(1).forEach((place, index) => {
      assert.ok(place - (places[index] ?? 0) >= 14 - 1e-9);
    });
    assert.ok(Math.min(...places) >= 0 && Math.max(...places) <= 120);
    assert.equal(places[3], 50);
  });
});
