import assert from "node:assert/strict";
import { test } from "node:test";
import { searchModule } from "../../../src/integrations/string-sets.ts";

test("the words of the search come with its script in one language or two, and by themselves in more", () => {
  const together = searchModule(["ja", "en"], {}) ?? assert.fail();
  for (const language of ["ja", "en"]) assert.ok(together.includes(`/search/${language}.ts"`), language);
  assert.doesNotMatch(together, /import\(/u);
  assert.equal(searchModule(["ja", "en", "fr"], {}), undefined);
});

test("words that the essay brings of its own are loaded by themselves", () => {
  assert.equal(searchModule(["ja", "eo"], { eo: {} }), undefined);
});
