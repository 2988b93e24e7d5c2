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

  it("is left as it is where nothing is near, where it is short, and in quotation marks", async () => {
    assert.deepEqual(await near("ゼレンスキー", JAPANESE, "ja"), [[]]);
    for (const query of ["Kiev", "Macron", "“Stoltenburg”"]) assert.deepEqual(await near(query, ENGLISH, "en"), [[]]);
  });
});
