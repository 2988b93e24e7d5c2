import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { UnitKind } from "../../../src/essay/locators.ts";
import { matchUnit, type UnitMatch } from "../../../src/search/match.ts";
import { parseQuery } from "../../../src/search/query.ts";
import { compareMatches, rankSections, weightOf, weightsOf } from "../../../src/search/rank.ts";

function match(kind: UnitKind, text: string, query = "橋 川"): UnitMatch {
  const made = matchUnit({ kind, anchor: text, number: "", text }, parseQuery(query));
  assert.ok(made);
  return made;
}

/** No phrase is rarer than another. */
const EVEN = [1, 1];

const section = (order: number, ...matches: UnitMatch[]) => ({
  section: { route: `ja/s${order}/`, order, title: `s${order}`, units: [] },
  matches,
});

describe("of two matches", () => {
  const cases: readonly (readonly [title: string, first: UnitMatch, second: UnitMatch])[] = [
    ["the one with all phrases comes before a title with one", match("note", "橋と川"), match("title", "橋")],
    ["a title comes before a paragraph with more hits", match("title", "橋"), match("paragraph", "橋橋")],
    ["a paragraph comes before a note with more hits", match("paragraph", "橋"), match("note", "橋橋橋")],
    ["more hits come first", match("paragraph", "橋、橋、川"), match("paragraph", "橋川")],
    ["closer hits come first", match("paragraph", "橋と川"), match("paragraph", "橋それから川")],
  ];
  for (const [title, first, second] of cases) {
    it(title, () => {
      assert.ok(compareMatches(first, second, EVEN) < 0);
      assert.ok(compareMatches(second, first, EVEN) > 0);
    });
  }

  it("neither comes first for the places of one phrase", () => {
    assert.equal(compareMatches(match("paragraph", "橋橋", "橋"), match("paragraph", "橋それから橋", "橋"), EVEN), 0);
  });
});

describe("sections", () => {
  it("stand by their best match, and their matches by the same order", () => {
    const weak = match("note", "橋");
    const good = match("paragraph", "橋と川");
    const best = match("title", "橋と川");
    const ranked = rankSections([section(0, weak), section(1, weak, good), section(2, weak, good, best)], EVEN);
    assert.deepEqual(
      ranked.map(({ section: { order }, matches }) => [order, matches]),
      [
        [2, [best, good, weak]],
        [1, [good, weak]],
        [0, [weak]],
      ],
    );
  });

  it("that match alike stand in the essay's order, whatever order they came in", () => {
    const ranked = rankSections([section(2, match("note", "橋")), section(0, match("note", "橋")), section(1)], EVEN);
    assert.deepEqual(
      ranked.map(({ section: { order } }) => order),
      [0, 2],
    );
  });
});

describe("the weight of phrases", () => {
  const weights = weightsOf([40, 1, 3], 41);

  it("puts a place with a rare one before a place with a common one", () => {
    const [common, rare] = [match("title", "橋", "橋 川"), match("note", "川", "橋 川")];
    assert.ok(compareMatches(rare, common, weights) < 0);
  });

  it("grows with each phrase, so that all outweigh some", () => {
    assert.ok(weightOf([0, 1, 2], weights) > weightOf([1, 2], weights));
    assert.ok(weightOf([0], weights) > 0);
    assert.ok(weightsOf([0, 5], 5).every((weight) => weight > 0));
  });
});
