import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findPhrases, matchUnit } from "../../../src/search/match.ts";
import { parseQuery } from "../../../src/search/query.ts";
import type { SearchUnit } from "../../../src/search/units.ts";

/** What is found in a text, as written. */
const found = (text: string, query: string) =>
  findPhrases(text, parseQuery(query)).map((ranges) => ranges.map(({ start, end }) => text.slice(start, end)));

describe("a phrase", () => {
  const cases: readonly (readonly [title: string, text: string, query: string, expected: string[][]])[] = [
    ["is found wherever it stands", "抑止と抑止力", "抑止", [["抑止", "抑止"]]],
    ["is found in any case and width", "NATOとＮＡＴＯとnato", "nato", [["NATO", "ＮＡＴＯ", "nato"]]],
    ["is found across a line break", "抑\n止する", "抑止", [["抑\n止"]]],
    ["is found over a space of the text", "the Russia problem", "russiaproblem", [["Russia problem"]]],
    ["is found in half-width kana, voicing marks included", "ﾊﾞﾙﾄ三国", "バルト", [["ﾊﾞﾙﾄ"]]],
    ["is found where the text is decomposed", "か\u3099き", "がき", [["か\u3099き"]]],
    ["is found beside a surrogate pair", "𠮷野と𠮷田", "𠮷", [["𠮷", "𠮷"]]],
    ["is found where the text has radicals", "⻄側", "西側", [["⻄側"]]],
    ["is found inside a character that stands for several", "平成は㍻", "平", [["平", "㍻"]]],
    ["is not found where one letter differs", "ハルト", "バルト", [[]]],
    ["does not overlap itself", "ああああ", "ああ", [["ああ", "ああ"]]],
    ["may overlap another", "集団防衛", "集団防 防衛", [["集団防"], ["防衛"]]],
  ];
  for (const [title, text, query, expected] of cases) {
    it(title, () => {
      assert.deepEqual(found(text, query), expected);
    });
  }
});

describe("a unit", () => {
  const unit = (text: string): SearchUnit => ({ kind: "paragraph", anchor: "p1", number: "1", text });

  it("matches with its hits in order and the phrases that it has", () => {
    const match = matchUnit(unit("川と橋と川"), parseQuery("橋 川 海"));
    assert.deepEqual(match?.ranges, [
      { start: 0, end: 1, phrase: 1 },
      { start: 2, end: 3, phrase: 0 },
      { start: 4, end: 5, phrase: 1 },
    ]);
    assert.deepEqual(match?.phrases, [0, 1]);
  });

  it("does not match where it has none of the phrases", () => {
    assert.equal(matchUnit(unit("川と橋"), parseQuery("海")), undefined);
  });
});
