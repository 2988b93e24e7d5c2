import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { normalise } from "../../../src/search/tokenise.ts";

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_none, index) => String.fromCodePoint(first + index));

const SUPPLEMENT = range(0x2e80, 0x2ef3);
const KANGXI = range(0x2f00, 0x2fd5);
/** In the Radicals Supplement, no character is assigned here. */
const UNASSIGNED = "\u2E9A";
/** EquivalentUnifiedIdeograph.txt has no ideograph for CJK RADICAL REPEAT. */
const WITHOUT_EQUIVALENT = "\u2E80";
const isRadical = (character: string) => /[\u2E80-\u2FDF]/u.test(character);

describe("a radical", () => {
  for (const [name, block] of [
    ["the Radicals Supplement", SUPPLEMENT],
    ["the Kangxi Radicals", KANGXI],
  ] as const) {
    it(`of ${name} is one ideograph of neither block`, () => {
      for (const radical of block) {
        if (radical === UNASSIGNED || radical === WITHOUT_EQUIVALENT) continue;
        const ideograph = normalise(radical);
        const name = `U+${radical.codePointAt(0)?.toString(16).toUpperCase()}`;
        assert.equal([...ideograph].length, 1, name);
        assert.ok(!isRadical(ideograph), `${name} became ${ideograph}`);
        assert.match(ideograph, /^\p{Unified_Ideograph}$/u, name);
      }
    });
  }

  it("without an equivalent stays as it is", () => {
    assert.equal(normalise(WITHOUT_EQUIVALENT), WITHOUT_EQUIVALENT);
  });

  const pairs = ["⻄西", "⻑長", "⺠民", "⼾戸", "⽌止", "⼀一", "⿕龠", "⻳龟", "⺟母", "⻘青"];
  for (const [radical = "", ideograph = ""] of pairs.map((pair) => [...pair])) {
    it(`${radical} is found as ${ideograph}`, () => {
      assert.ok(isRadical(radical));
      assert.ok(!isRadical(ideograph));
      assert.equal(normalise(`x${radical}y`), `x${ideograph}y`);
    });
  }
});
