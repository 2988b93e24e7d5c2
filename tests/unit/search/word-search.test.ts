import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { excerpt } from "../../../src/search/excerpt.ts";
import { loadLanguageSearch } from "../../../src/search/load-language-search.ts";

const english = await loadLanguageSearch("en");
const french = await loadLanguageSearch("fr");

const found = (text: string, query: string, search = english): string[] =>
  search
    .find(text, search.parse(query))
    .flat()
    .map(({ start, end }) => text.slice(start, end));

describe("a search by words", () => {
  test("finds a word in all its forms, and no other word that begins like it", () => {
    assert.deepEqual(found("It deters; it deterred. Determined, detergent.", "deter"), ["deters", "deterred"]);
    assert.deepEqual(found("un phare, des phares", "phare", french), ["phare", "phares"]);
  });

  test("finds a phrase in quotation marks as it is written, on the borders of words", () => {
    const text = "Collective defence. The collective defences, a collective defence-line.";
    assert.deepEqual(found(text, '"collective defence"'), ["Collective defence", "collective defence"]);
    assert.deepEqual(found(text, "“collective defence”"), ["Collective defence", "collective defence"]);
    assert.deepEqual(found(text, '"ollective defence"'), []);
  });

  test("does not mind case, diacritics, possessives, dashes and the commas of numbers", () => {
    assert.deepEqual(found("Przewodów", "przewodow"), ["Przewodów"]);
    assert.deepEqual(found("Przewodo\u0301w", "Przewodów"), ["Przewodo\u0301w"]);
    assert.deepEqual(found("NATO’s plan", "nato"), ["NATO"]);
    assert.deepEqual(found("NATO plans", "NATO's"), ["NATO"]);
    assert.deepEqual(found("a full-scale invasion", "full-scale"), ["full-scale"]);
    assert.deepEqual(found("1,300 kilometres", "1300"), ["1,300"]);
    assert.deepEqual(found("since the 1990s", "1990s"), ["1990s"]);
    assert.deepEqual(found("199 ships in the 1990s", "199"), ["199"]);
  });

  test("finds Japanese inside English by its characters", () => {
    assert.deepEqual(found("a European war (欧州戦争)", "欧州"), ["欧州"]);
    assert.deepEqual(found("a European war (欧州戦争)", "欧争"), []);
  });

  test("indexes every phrase under pieces that its texts have", () => {
    const text = "Deterred by NATO’s full-scale plans for 1,300 km, in Przewodów, 1990s (欧州).";
    const indexed = english.pieces(text);
    for (const query of ["deterring", '"plans for 1,300 km"', "NATO's", "przewodow", "欧州", '"in the"', "1990s"]) {
      for (const phrase of english.parse(query)) {
        const has = [...english.piecesOf(phrase)].every((piece) => indexed.has(piece));
        assert.equal(has, query !== '"in the"', query);
      }
    }
  });

  test("shows whole words around a hit", () => {
    for (let length = 1; length < 12; length += 1) {
      const filler = `${"w".repeat(length)} `.repeat(200);
      const text = `${filler}target ${filler}end.`;
      const start = text.indexOf("target");
      const [before, ...parts] = excerpt(text, [{ start, end: start + "target".length, phrase: 0 }]).map(
        (part) => part.text,
      );
      assert.equal(before, "…");
      assert.equal(parts.pop(), "…");
      const shown = new Set(parts.join("").split(" "));
      assert.deepEqual([...shown], ["w".repeat(length), "target"]);
    }
  });
});
