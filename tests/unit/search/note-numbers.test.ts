import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { characterSearch } from "../../../src/search/characters.ts";
import type { LanguageSearch } from "../../../src/search/language-search.ts";
import { withoutNumbers } from "../../../src/search/note-numbers.ts";
import { loadRules } from "../../../src/search/words/load-rules.ts";
import { wordSearch } from "../../../src/search/words/word-search.ts";

/** What a query finds in a text, as written; first as it is, then without the numbers of notes and paragraphs. */
function found(language: LanguageSearch, text: string, query: string): string[] {
  const phrases = language.parse(query);
  return language
    .find(text, withoutNumbers(phrases, [text], language) ?? phrases)
    .flat()
    .map(({ start, end }) => text.slice(start, end));
}

describe("a passage that was copied with numbers", () => {
  const text = "2022年11月15日、村に着弾した。だが、破片は残った。「北の橋」をどう渡るか、第5条は2つの道を示す。";
  const cases: readonly (readonly [title: string, query: string, expected: readonly string[]])[] = [
    ["with an editors' note before 。", "村に着弾した編8。だが、破片", ["村に着弾した。だが、破片"]],
    ["with a note before 。", "着弾した5。だが", ["着弾した。だが"]],
    ["with a note at its end", "村に着弾した12", ["村に着弾した"]],
    ["with a note in square brackets", "着弾した[5]。だが", ["着弾した。だが"]],
    ["with a superscript", "着弾した⁵。だが", ["着弾した。だが"]],
    ["with a note called so", "着弾した注5。だが", ["着弾した。だが"]],
    ["with two notes", "着弾した5編1。だが3、破片", ["着弾した。だが、破片"]],
    ["with a note before 」", "「北の橋7」をどう渡る", ["「北の橋」をどう渡る"]],
    ["with numbers of its own", "11月15日、村に着弾した編8。だが", ["11月15日、村に着弾した。だが"]],
    ["with the number of its paragraph", "13村に着弾した", ["村に着弾した"]],
    ["with the number of a paragraph that was added", "¶13a村に着弾した", ["村に着弾した"]],
    ["with the number of its paragraph and its sign, before a quotation", "¶13「北の橋」をどう", ["「北の橋」をどう"]],
    ["that has none is found as it is", "第5条は2つの道", ["第5条は2つの道"]],
  ];
  for (const [title, query, expected] of cases) {
    it(`${title} is found`, () => {
      assert.deepEqual(found(characterSearch, text, query), expected);
    });
  }

  for (const query of ["第7条は2つの道", "2023年11月15日", "着弾した8日。だが", "3つの道", "橋7", "2030年までに着弾"])
    it(`is not what has another number: ${query}`, () => {
      assert.deepEqual(found(characterSearch, text, query), []);
    });

  it("is looked for so only where it stands nowhere as written", () => {
    const phrases = characterSearch.parse("着弾した5。だが 村に着弾した");
    const others = withoutNumbers(phrases, ["着弾した5。だが", "村に着弾した"], characterSearch);
    assert.equal(others, undefined);
  });

  describe("in English", () => {
    const english = loadRules("en").then(wordSearch);
    const text =
      "The alliance held.  In 2022 the pipeline burst, and F-16 jets flew “over the town”. Leopard tanks came.";
    const cases: readonly (readonly [query: string, expected: readonly string[]])[] = [
      ["“alliance held.5 In 2022 the pipeline”", ["alliance held.  In 2022 the pipeline"]],
      ["“alliance held.[5] In 2022”", ["alliance held.  In 2022"]],
      ["“alliance held.E8 In 2022”", ["alliance held.  In 2022"]],
      ["“the pipeline5 burst”", ["the pipeline burst"]],
      ["“17 The alliance held.”", ["The alliance held"]],
      ["pipeline12", ["pipeline"]],
      ["“In 2023 the pipeline”", []],
      ["“and F-35 jets”", []],
      ["Leopard-2", []],
    ];
    for (const [query, expected] of cases)
      it(query, async () => {
        assert.deepEqual(found(await english, text, query), expected);
      });
  });
});
