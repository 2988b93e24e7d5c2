import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Term } from "../../../src/essay/annotations.ts";
import { groupTerms, needsReading } from "../../../src/essay/glossary.ts";

const term = (reading: string, en = reading): Term => ({
  id: `${reading} ${en}`,
  anchor: `term-${reading}`,
  // Characters whose own order is another than that of the readings.
  term: { ja: `${[...reading].reverse().join("")}語`, en },
  reading,
  definition: {},
  forms: {},
  uses: {},
});

/** The groups as `initial: term term`. */
const groups = (terms: readonly Term[], language: string) =>
  groupTerms(terms, language).map(({ initial, terms: all }) => [
    initial,
    all.map((one) => (language === "ja" ? one.reading : one.term[language])),
  ]);

describe("Japanese terms", () => {
  const order = (...readings: string[]) =>
    groupTerms(
      readings.map((reading) => term(reading)),
      "ja",
    ).flatMap(({ terms }) => terms.map(({ reading }) => reading));

  it("stand in the order of the syllabary, whatever the order of the file", () => {
    assert.deepEqual(order("ろしあ", "よくし", "さほう", "かにゅう", "えねるぎー"), [
      "えねるぎー",
      "かにゅう",
      "さほう",
      "よくし",
      "ろしあ",
    ]);
  });

  it("stand under their rows: voiced, half-voiced and small kana under the plain ones", () => {
    assert.deepEqual(
      groups(
        ["がいこう", "かいかく", "ぱりきょうやく", "ふうじこめ", "ぁ", "ゔぃ", "んだ"].map((one) => term(one)),
        "ja",
      ),
      [
        ["あ", ["ぁ", "ゔぃ"]],
        ["か", ["かいかく", "がいこう"]],
        ["は", ["ぱりきょうやく", "ふうじこめ"]],
        ["わ", ["んだ"]],
      ],
    );
  });

  it("need their readings unless they are written in kana alone", () => {
    for (const kana of ["オウンゴール", "パートナー・シップ", "ひらがな"]) assert.ok(!needsReading(kana), kana);
    for (const other of ["抑止", "ポスト冷戦後", "NATO", "第5条"]) assert.ok(needsReading(other), other);
  });

  it("take voice, size and ー into account last", () => {
    assert.deepEqual(order("がく", "かさ", "かく"), ["かく", "がく", "かさ"]);
    assert.deepEqual(order("ぱつ", "ばつ", "はつ"), ["はつ", "ばつ", "ぱつ"]);
    assert.deepEqual(order("きゃく", "きやか", "きやこ"), ["きやか", "きゃく", "きやこ"]);
    // ー counts as the vowel that it lengthens: かあど.
    assert.deepEqual(order("かいろ", "かーど", "かうんた"), ["かーど", "かいろ", "かうんた"]);
    assert.deepEqual(order("もどか", "も・どう", "もどい"), ["もどい", "も・どう", "もどか"]);
  });
});

describe("terms of other languages", () => {
  it("stand in alphabetical order and ignore case", () => {
    assert.deepEqual(
      groups(
        [
          term("b", "Strategic Concept"),
          term("c", "sphere"),
          term("a", "Article 10"),
          term("d", "appeasement"),
          term("e", "Article 5"),
        ],
        "en",
      ),
      [
        ["A", ["appeasement", "Article 5", "Article 10"]],
        ["S", ["sphere", "Strategic Concept"]],
      ],
    );
  });

  it("stand under the plain letter where the first has an accent", () => {
    const french = ["État", "entente", "élargissement"].map((word) => ({ ...term(word), term: { fr: word } }));
    assert.deepEqual(groups(french, "fr"), [["E", ["élargissement", "entente", "État"]]]);
  });
});
