import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { characterSearch } from "../../../src/search/characters.ts";
import { findWithSynonyms, withSynonyms } from "../../../src/search/synonyms.ts";
import { loadRules } from "../../../src/search/words/load-rules.ts";
import { wordSearch } from "../../../src/search/words/word-search.ts";

const SETS = [
  ["国防費", "防衛費"],
  ["防衛", "防禦", "防衛費"],
  ["Zelensky", "Zelenskyy", "ゼレンスキー"],
  ["defence", "defense"],
  ["open door", "enlargement"],
];
const english = wordSearch(await loadRules("en"));

const others = (query: string, language = characterSearch) =>
  withSynonyms(language.parse(query), SETS, language).map(({ written, synonyms = [] }) => [
    written,
    ...synonyms.map((other) => other.written),
  ]);

describe("synonyms", () => {
  it("are looked for besides what is typed, also where a word stands in a longer one", () => {
    assert.deepEqual(
      others("防衛費"),
      [["防衛費", "国防費"]].map(([a, b]) => [a, b, "防衛", "防禦"]),
    );
    assert.deepEqual(others("国防費の増額"), [["国防費の増額", "防衛費の増額"]]);
    assert.deepEqual(others("Zelenskyy", english), [["Zelenskyy", "Zelensky", "ゼレンスキー"]]);
    assert.deepEqual(others("橋"), [["橋"]]);
  });

  it("follow the endings of words, and stay in one piece", () => {
    assert.deepEqual(others("defenses", english), [["defenses", "defence"]]);
    assert.deepEqual(others("enlargement", english), [["enlargement", "open door"]]);
  });

  it("are not looked for where the query is quoted", () => {
    assert.deepEqual(others("「防衛費」"), [["防衛費"]]);
    assert.deepEqual(others("“defense”", english), [["defense"]]);
  });

  it("are found as the phrase itself, none of them twice in one place", () => {
    const phrases = withSynonyms(characterSearch.parse("国防費"), SETS, characterSearch);
    const text = "国防費と防衛費";
    const [found] = findWithSynonyms(characterSearch.find)(text, phrases);
    assert.deepEqual(
      found?.map(({ start, end }) => text.slice(start, end)),
      ["国防費", "防衛費"],
    );
  });
});
