import assert from "node:assert/strict";
import { test } from "node:test";
import { loaderModule } from "../../../src/integrations/search-rules.ts";
import { FUNCTION_WORDS } from "../../../src/search/words/function-words.ts";
import { RULE_MODULES } from "../../../src/search/words/rule-modules.ts";

const modulesIn = (code: string) =>
  Object.values(RULE_MODULES).filter((module) => code.includes(module.replace(/^\.\//u, "")));

test("a site has the rules for words of its own languages, and no others", () => {
  assert.deepEqual(modulesIn(loaderModule(["ja", "zh-Hans"])), []);
  assert.deepEqual(modulesIn(loaderModule(["ja", "en-GB"])), ["./english.ts"]);
  // Japanese has no rules, and it is not known how words of Esperanto change.
  assert.deepEqual(modulesIn(loaderModule(["ja", "de", "fr", "eo"])), ["./german.ts", "@orama/stemmers/french"]);
});

test("a site has the function words of its own languages, and no others", () => {
  const code = loaderModule(["ja", "en-GB"]);
  assert.ok(code.includes(FUNCTION_WORDS["ja"] ?? "?") && code.includes(FUNCTION_WORDS["en"] ?? "?"));
  assert.ok(!code.includes(FUNCTION_WORDS["de"] ?? "?"));
});

test("the rules of one or two languages come with the search, those of more when one is searched", () => {
  assert.doesNotMatch(loaderModule(["en", "de"]), /import\(/u);
  assert.match(loaderModule(["en", "de", "fr"]), /import\("@orama\/stemmers\/french"\)/u);
});
