import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { licenceOfFigures } from "../../../src/essay/licences.ts";
import { describeData } from "../../../src/figures/csv-description.ts";

const data = {
  table: { columns: ["year", "name_en"], rows: [["1949", "Ash"]] },
  file: "trees.csv",
  title: { en: "Trees", ja: "木" },
  source: { en: "The forester’s book." },
  credit: "The editors, A Work on Trees, edition 2.0.0",
  address: "https://example.org/en/",
};

describe("the description of a figure’s data", () => {
  it("names the licence as words and by its address, where it has one", () => {
    const name = { en: "All rights reserved", ja: "無断転載を禁ず" };
    const rights = [
      { "@value": name.en, "@language": "en" },
      { "@value": name.ja, "@language": "ja" },
    ];
    const url = "https://example.org/licence";
    assert.deepEqual(Object.entries(describeData({ ...data, licence: { name, url } })).slice(-3, -1), [
      ["dc:rights", rights],
      ["dc:license", { "@id": url }],
    ]);
    assert.ok(!("dc:license" in describeData({ ...data, licence: { name } })));
  });

  it("says nothing of a licence where the essay does not", () => {
    const description = describeData({ ...data, licence: undefined });
    assert.ok(!("dc:rights" in description || "dc:license" in description));
  });
});

describe("the licence of figures", () => {
  const [text, figures] = [{ name: { en: "CC BY 4.0" } }, { name: { en: "CC0" } }];

  it("is their own, else that of the text, else none", () => {
    assert.equal(licenceOfFigures({ licence: { text, figures } }), figures);
    assert.equal(licenceOfFigures({ licence: { text } }), text);
    assert.equal(licenceOfFigures({ licence: { code: text } }), undefined);
  });
});
