import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadLanguageSearch } from "../../../src/search/load-language-search.ts";
import { spellingsOf, withNearWords } from "../../../src/search/near-words.ts";

const JAPANESE = [
  "村プシェボドフ（Przewodów）に着弾し、ストルテンベルグ事務総長が述べた。",
  "北大西洋条約第5条による集団防衛。11月15日の午後。",
];
const ENGLISH = [
  "A missile struck Przewodów; Jens Stoltenberg, the Secretary General, spoke of Article 5 and deterrence.",
];

/** What each phrase of a query is searched as besides. */
async function near(query: string, texts: readonly string[], code: string): Promise<string[][]> {
  const language = await loadLanguageSearch(code);
  return withNearWords(language.parse(query), texts, spellingsOf(texts), language).map(({ synonyms = [] }) =>
    synonyms.map(({ written }) => written),
  );
}

describe("a phrase that stands nowhere", () => {
  it("finds the word that is spelt nearly so", async () => {
    assert.deepEqual(await near("プシェヴォドフ", JAPANESE, "ja"), [["プシェボドフ"]]);
    assert.deepEqual(await near("ストルテンベルク", JAPANESE, "ja"), [["ストルテンベルグ"]]);
    for (const slip of ["Stoltenburg", "stoltenbreg", "Stoltenbergh"])
      assert.deepEqual(await near(slip, ENGLISH, "en"), [["Stoltenberg"]], slip);
    for (const slip of ["Przevodow", "Prezwodow"]) assert.deepEqual(await near(slip, ENGLISH, "en"), [["Przewodów"]]);
    assert.deepEqual(await near("Stoltenburg deterence", ENGLISH, "en"), [["Stoltenberg"], ["deterrence"]]);
  });

  it("may have two slips where it is long and one where it is short, marks and ヴ counting for none", async () => {
    const texts = ["Tōkyō and Warszawa spoke of deterrence, of Stoltenberg and of Stoltenhurst."];
    for (const [query, found] of [
      ["Stolltenbery", ["Stoltenberg"]],
      ["WARSAWZA", ["Warszawa"]],
      ["tokio", ["Tōkyō"]],
      ["sopke", ["spoke"]],
      ["speek", []],
      ["Warsava", []],
      ["Stolltenhorst", ["Stoltenhurst"]],
    ] as const)
      assert.deepEqual(await near(query, texts, "en"), [found], query);
    assert.deepEqual(await near("ヴラジヴォストーク", ["ブラジボストークの港"], "ja"), [["ブラジボストーク"]]);
    assert.deepEqual(await near("ヴルタヴ", ["ブルタブの岸"], "ja"), [["ブルタブ"]]);
    assert.deepEqual(await near("ヴィヴァ", ["ヴィヴィの町"], "ja"), [[]]);
  });

  it("is taken for those that are nearest, of which there are three at the most, and which stand in the text", async () => {
    assert.deepEqual(await near("Stoltenbergh", ["Stoltenberg, or Stoltenburg."], "xx"), [["Stoltenberg"]]);
    assert.deepEqual(await near("zold", ["bold, cold, fold, gold and hold"], "xx"), [["bold", "cold", "fold"]]);
    assert.deepEqual(await near("村プシェヴォドフ", JAPANESE, "ja"), [["村プシェボドフ"]]);
    assert.deepEqual(await near("町プシェヴォドフ", JAPANESE, "ja"), [[]]);
  });

  it("is left as it is where nothing is near, where it is short, and in quotation marks", async () => {
    assert.deepEqual(await near("ゼレンスキー", JAPANESE, "ja"), [[]]);
    for (const query of ["Kiev", "Macron", "“Stoltenburg”"]) assert.deepEqual(await near(query, ENGLISH, "en"), [[]]);
  });
});
