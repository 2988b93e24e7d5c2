import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeIn } from "../../../src/essay/cited-place.ts";

describe("the place in a cited work", () => {
  const cases: readonly (readonly [string, string | undefined, string | undefined, string?])[] = [
    ["p. 9", "page", "9"],
    ["pp. 12-15", "page", "12–15"],
    ["9", "page", "9"],
    ["33, 35", "page", "33, 35"],
    ["ch. 3", "chapter", "3"],
    ["§ 4", "section", "4"],
    ["para. 9", "paragraph", "9"],
    ["vol. II", "volume", "II"],
    ["Kap. 2", "chapter", "2"],
    ["S. 44f", "page", "44f"],
    ["12頁", "page", "12"],
    ["第3章", "chapter", "3"],
    ["12–15쪽", "page", "12–15"],
    ["12頁、図3", "page", "12", "図3"],
    ["p. 9, my italics", "page", "9", "my italics"],
    ["and what follows", undefined, undefined, "and what follows"],
    ["2022 edition", undefined, undefined, "2022 edition"],
    ["section heading", undefined, undefined, "section heading"],
    ["cf. the preface", undefined, undefined, "cf. the preface"],
  ];
  for (const [words, label, locator, suffix] of cases)
    it(`“${words}”`, () => {
      assert.deepEqual(placeIn(words), {
        ...(label && { locator: { label, locator } }),
        ...(suffix && { suffix }),
      });
    });

  it("is none where nothing is said", () => {
    assert.deepEqual(placeIn(""), {});
  });
});
