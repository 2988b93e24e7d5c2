import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseQuery } from "../../../src/search/query.ts";

const phrases = (query: string) => parseQuery(query).map(({ written }) => written);

describe("a query", () => {
  const cases: readonly (readonly [title: string, query: string, expected: readonly string[]])[] = [
    ["is one phrase where it has no white space", "抑止の可視化", ["抑止の可視化"]],
    ["is cut at spaces", "抑止 可視化", ["抑止", "可視化"]],
    ["is cut at ideographic spaces and other white space", "抑止　可視化\tNATO\n露", ["抑止", "可視化", "NATO", "露"]],
    ["has no empty phrases", "  　抑止 　 ", ["抑止"]],
    ["may be empty", " 　", []],
    ["keeps what stands in quotation marks together", '"Russia problem" NATO', ["Russia problem", "NATO"]],
    ["knows Japanese quotation marks", "「抑止 可視化」『第5条 発動』", ["「抑止", "可視化」『第5条", "発動』"]],
    [
      "knows Japanese quotation marks apart from each other",
      "「抑止 可視化」 『第5条 発動』",
      ["抑止 可視化", "第5条 発動"],
    ],
    ["knows typographic and full-width quotation marks", "“a b” ＂c d＂", ["a b", "c d"]],
    ["takes a quotation mark without a partner as it is", "「抑止 可視化", ["「抑止", "可視化"]],
    ["takes a lone quotation mark as it is", '"', ['"']],
    ["takes empty quotation marks as they are", '"" a', ['""', "a"]],
    ["takes quotation marks inside a word as they are", "同盟の「内」と「外」", ["同盟の「内」と「外」"]],
    [
      "takes a phrase that begins with a quotation as it is",
      "「ロシア問題」をどうするか",
      ["「ロシア問題」をどうするか"],
    ],
    ["ends a quotation where a word ends", "「「内」と 外」 橋", ["「内」と 外", "橋"]],
    ["has each phrase once, in its first form", "NATO nato ＮＡＴＯ 橋 橋", ["NATO", "橋"]],
    ["has no phrase of invisible characters", "\u200B 橋", ["橋"]],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => {
      assert.deepEqual(phrases(query), expected);
    });
  }

  it("has its phrases in normal form too", () => {
    assert.deepEqual(parseQuery('"Ｒussia problem" ﾊﾞﾙﾄ'), [
      { written: "Ｒussia problem", normal: "russiaproblem" },
      { written: "ﾊﾞﾙﾄ", normal: "バルト" },
    ]);
  });
});
