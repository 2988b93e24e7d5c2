import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { drawFigure } from "../../../src/figures/figure.ts";
import { linesOf } from "../../../src/figures/lines.ts";
import { savedPicture } from "../../../src/figures/saved.ts";

const word = (text: string) => ({ ja: text, en: text, ar: text });
const drawn = (language: string) =>
  drawFigure(
    {
      kind: "steps",
      words: { name: word("Name"), year: word("Year"), count: word("Count") },
      members: [
        { name: word("Ash"), year: 1949 },
        { name: word("Birch"), year: 1982 },
      ],
    },
    language,
  );
const words = {
  name: "Figure 1",
  title: "Trees & <others>",
  caption:
    "A sentence that is longer than a line of the picture has room for, so that it has to be broken somewhere in it.",
  source: "The forester’s book.",
  description: "Two trees.",
  credit: ["A Work on Trees", "The editors, edition 2.0.0, CC BY 4.0"],
  address: "https://example.org/en/trees/#figure-trees",
  licence: "https://creativecommons.org/licenses/by/4.0/",
};

describe("a picture that is taken along", () => {
  const svg = savedPicture(drawn("en"), { ...words, language: "en" });
  const tree = fromHtml(svg, { fragment: true });

  it("says what it is and whose: title, caption, sources, work, edition, licence, address", () => {
    const lines = selectAll("svg > text", tree).map(textOf);
    const all = lines.join(" ");
    for (const part of [words.title, words.caption, words.source, ...words.credit, words.address])
      assert.ok(all.includes(part), `${part} in ${all}`);
    assert.equal(textOf(select("title", tree) as Element), "Figure 1 Trees & <others>");
    assert.equal(textOf(select("desc", tree) as Element), words.description);
    assert.match(svg, /<cc:license rdf:resource="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/"\/>/u);
  });

  it("has one drawing of two widths, in colours that need no page", () => {
    assert.equal(selectAll("svg svg", tree).length, 1);
    assert.doesNotMatch(svg, /var\(|color-mix/u);
    const root = select("svg", tree);
    const height = Number(root?.properties["height"]);
    for (const { properties } of selectAll("svg > text", tree)) assert.ok(Number(properties["y"]) < height);
  });

  it("begins at the right where its language does", () => {
    const right = fromHtml(savedPicture(drawn("ar"), { ...words, language: "ar" }), { fragment: true });
    const xs = selectAll("[xml\\:lang] > text", right).map(({ properties }) => Number(properties["x"]));
    assert.ok(xs.every((x) => x > 600));
  });
});

describe("the lines of a picture", () => {
  it("are no wider than it, end with no opening sign and begin with no closing one", () => {
    const lines = linesOf("国の名と「加盟国数」は、年ごとに並べた（2023年まで）。", {
      size: 10,
      width: 60,
      language: "ja",
    });
    assert.ok(lines.length > 3);
    for (const line of lines) {
      assert.doesNotMatch(line, /^[」）。、]|[「（]$/u);
      assert.ok([...line].length <= 8, line);
    }
  });
});
