import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { syntheticEssay } from "../../../scripts/bench/synthetic-essay.ts";
import { areSearchedWhole } from "../../../src/search/size.ts";
import { searchSections } from "../../../src/search/units.ts";

test("an essay is searched in its texts up to the size at which a host sends them, to the section", () => {
  const { essay } = syntheticEssay(30, 20_230_317);
  const [text] = Object.values(essay.texts);
  assert.ok(text);
  const sections = searchSections(text, essay.annotations);
  const isSmall = (count: number) => brotliCompressSync(JSON.stringify(sections.slice(0, count))).length <= 24_000;
  let [first, over] = [1, 30];
  while (over - first > 1) {
    const middle = Math.floor((first + over) / 2);
    if (isSmall(middle)) first = middle;
    else over = middle;
  }
  assert.ok(first > 2 && first < 29, `${first} sections`);
  for (const count of [first - 1, first, first + 1, 30])
    assert.equal(areSearchedWhole(sections.slice(0, count)), count <= first, `${count} sections`);
});
