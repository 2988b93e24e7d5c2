import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lookUp, lookUpTag } from "../../../src/essay/language.ts";
import { strings } from "../../../src/i18n/index.ts";
import { readingMinutes } from "../../../src/integrations/assemble-text.ts";

describe("a language", () => {
  it("is looked up by its tag, then by its parents", () => {
    const table = { zh: 1, "zh-Hant": 2, ja: 3 };
    for (const [tag, value] of [
      ["zh", 1],
      ["zh-Hans", 1],
      ["zh-Hant-TW", 2],
      ["ZH-HANT", 2],
      ["ja-JP", 3],
      ["ja-Latn-hepburn", 3],
      ["zh-u-nu-hanidec", 1],
      ["zho", undefined],
      ["jav", undefined],
      ["de", undefined],
      ["constructor", undefined],
    ] as const)
      assert.equal(lookUp(table, tag), value, tag);
    assert.equal(lookUpTag(["en-GB", "en"], "en-AU"), "en");
  });

  it("is read at the speed of its parent", () => {
    const text = "橋を架ける前の川を語る者はもういない。".repeat(100);
    for (const tag of ["zh", "zh-Hant", "zh-Hans-CN", "ja", "ja-JP"]) assert.equal(readingMinutes(text, tag), 4, tag);
    const words = "one word after another ".repeat(238);
    for (const tag of ["en", "en-GB", "de-CH-1996"]) assert.equal(readingMinutes(words, tag), 4, tag);
  });

  it("has the interface of its parent", () => {
    assert.equal(strings("ja-JP"), strings("ja"));
    assert.equal(strings("en-US"), strings("en"));
    assert.equal(strings("jam").contents, strings("en").contents);
  });
});
