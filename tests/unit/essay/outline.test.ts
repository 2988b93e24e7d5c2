import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flattenOutline } from "../../../src/essay/navigate.ts";

describe("the outline", () => {
  it("stands in reading order, with numbers for what is numbered, each level counted by itself", () => {
    assert.deepEqual(
      flattenOutline([
        { id: "introduction", numbered: false, sections: [] },
        { id: "first", numbered: true, sections: ["a", "b"] },
        { id: "second", numbered: true, sections: ["c"] },
        { id: "conclusion", numbered: false, sections: [] },
      ]),
      [
        { id: "introduction", depth: 1 },
        { id: "first", depth: 1, ordinal: 1 },
        { id: "a", depth: 2, parent: "first", ordinal: 1 },
        { id: "b", depth: 2, parent: "first", ordinal: 2 },
        { id: "second", depth: 1, ordinal: 2 },
        { id: "c", depth: 2, parent: "second", ordinal: 1 },
        { id: "conclusion", depth: 1 },
      ],
    );
  });
});
