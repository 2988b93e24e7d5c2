import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadLanguageSearch } from "../../../src/search/load-language-search.ts";
import { parseQuery, queryInAddress, shortQuery, withoutFunctionWords } from "../../../src/search/query.ts";

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
    [
      "keeps a number and its per-cent sign together",
      "GDP 2 % ２　％指針 橋 %",
      ["GDP", "2 %", "２　％指針", "橋", "%"],
    ],
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
      { written: "Ｒussia problem", normal: "russiaproblem", exact: true },
      { written: "ﾊﾞﾙﾄ", normal: "バルト" },
    ]);
  });
});

describe("words that only hold others together", () => {
  const kept = (query: string, words: string) =>
    withoutFunctionWords(parseQuery(query), new Set(words.split(" "))).map(({ written }) => written);

  it("are left out beside others", () => {
    assert.deepEqual(kept("war with Russia", "with"), ["war", "Russia"]);
    assert.deepEqual(kept("With, “war” (and) peace", "with and"), ["war", "peace"]);
    assert.deepEqual(kept("フィンランド の 加盟", "の"), ["フィンランド", "加盟"]);
  });

  it("are looked for where there is nothing else", () => {
    assert.deepEqual(kept("with", "with"), ["with"]);
    assert.deepEqual(kept("to be or not to be", "to be or not"), ["to", "be", "or", "not"]);
  });

  it("are meant in quotation marks, and are names in capitals", () => {
    assert.deepEqual(kept("war “with” Russia", "with"), ["war", "with", "Russia"]);
    assert.deepEqual(kept("IT of WHO, A war", "it who of a"), ["IT", "WHO,", "war"]);
  });

  it("are known of each language of the search, and found by its own rules", async () => {
    const written = async (language: string, query: string) =>
      (await loadLanguageSearch(language)).parse(query).map((phrase) => phrase.written);
    assert.deepEqual(await written("en-GB", "The war with its neighbours"), ["war", "neighbours"]);
    assert.deepEqual(await written("de", "Krieg mit den Nachbarn"), ["Krieg", "Nachbarn"]);
    assert.deepEqual(await written("ja", "フィンランド の 加盟"), ["フィンランド", "加盟"]);
    assert.deepEqual(await written("eo", "la milito kun la najbaro"), ["la", "milito", "kun", "najbaro"]);
  });
});

describe("a query in an address", () => {
  const carried = (query: string) => new URLSearchParams(queryInAddress(query)).get("q") ?? "";

  for (const query of ["抑止 可視化", "“a b” c&d=e#f+g%", "a".repeat(1400)])
    it(`is the query: ${query.slice(0, 20)}`, () => {
      assert.equal(carried(query), query);
    });

  const long: readonly (readonly [title: string, query: string])[] = [
    ["a passage without spaces", "抑止の可視化".repeat(1000)],
    ["many phrases", "抑止 可視化 NATO ".repeat(500)],
    ["a passage in quotation marks", `「${"長い 引用 ".repeat(300)}」 川`],
    ["one word", "a".repeat(5000)],
    ["characters of two units", "𠮷".repeat(1000)],
    ["a phrase after one that is too long", `${"橋".repeat(2000)} 川`],
  ];
  for (const [title, query] of long)
    it(`is so much of ${title} as a host takes, and finds what it finds`, () => {
      const short = carried(query);
      assert.ok(queryInAddress(query).length < 1600);
      assert.ok(short.length > 100, short);
      assert.equal(carried(short), short);
      assert.equal(shortQuery(query), short);
      const all = parseQuery(query).map(({ normal }) => normal);
      for (const { normal } of parseQuery(short))
        assert.ok(
          all.some((phrase) => phrase.startsWith(normal)),
          normal,
        );
    });

  it("ends with a whole word where words are spaced", () => {
    assert.match(shortQuery(`“${"deterrence by denial ".repeat(200)}”`), /(deterrence|by|denial)”$/u);
  });

  it("takes half a character, which nothing can encode", () => {
    assert.equal(carried("a\ud800b"), "a\ufffdb");
  });
});
