import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { characterSearch } from "../../../src/search/characters.ts";
import { otherNumbers } from "../../../src/search/east-asian-numbers.ts";
import { findWithSynonyms, withSynonyms } from "../../../src/search/synonyms.ts";

/** What a query finds in a text. */
const found = (text: string, query: string): string[] =>
  findWithSynonyms(characterSearch.find)(text, withSynonyms(characterSearch.parse(query), [], characterSearch))
    .flat()
    .map(({ start, end }) => text.slice(start, end));

describe("numbers in a language without word spaces", () => {
  for (const [query, written] of [
    ["第五条", "第5条"],
    ["第5条", "第五条"],
    ["二〇二二年", "2022年"],
    ["二千二十二年", "２０２２年"],
    ["2022年", "二〇二二年"],
    ["十一月十五日", "11月15日"],
    ["11月20日", "十一月二十日"],
    ["百二十三人", "123人"],
    ["二%", "2％"],
    ["2パーセント", "2%"],
    ["2%", "二パーセント"],
    ["2022-02-24", "2022年2月24日"],
    ["2022/11/15", "二〇二二年十一月十五日"],
    ["2022-02-24", "令和4年2月24日"],
  ] as const)
    it(`are found as they are else written: ${query} in ${written}`, () =>
      assert.deepEqual(found(`前${written}後`, query), [written]));

  for (const [query, written] of [
    ["令和4年", "2022年"],
    ["令和四年十一月十五日", "2022年11月15日"],
    ["令和元年", "2019年"],
    ["2019年", "令和元年"],
    ["昭和64年", "1989年"],
    ["1989年", "平成元年"],
    ["1945年8月15日", "昭和二十年八月十五日"],
    ["明治元年", "一八六八年"],
  ] as const)
    it(`of years are found by era and without: ${query} in ${written}`, () =>
      assert.deepEqual(found(`前${written}後`, query), [written]));

  it("are left as they are in words, in quotation marks, and before the eras", () => {
    for (const query of ["1-2/3", "12022-02-24", "2022-02/24", "一方的", "十分", "統一", "2022", "千葉", "百聞"])
      assert.deepEqual(otherNumbers(query), [], query);
    assert.deepEqual(found("第5条", "「第五条」"), []);
    assert.deepEqual(otherNumbers("1600年"), ["一六〇〇年"]);
  });

  it("mean the same however they are written, of any year and day", () => {
    for (let year = 1869; year < 2040; year += 7)
      for (const day of [1, 9, 10, 11, 20, 29, 31]) {
        const written = `${year}年${1 + (year % 12)}月${day}日`;
        for (const other of otherNumbers(written)) {
          assert.ok(otherNumbers(other).includes(written), `${other} is not led back to ${written}`);
          assert.deepEqual(found(`前${other}後`, written), [other]);
        }
      }
  });
});
