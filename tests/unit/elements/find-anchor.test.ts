import assert from "node:assert/strict";
import { it } from "node:test";
import { findAnchor } from "../../../src/elements/arrival/find-anchor.ts";

const PAGES = {
  "first/": ["p1", "p2a", "note-Law", "Law", "橋"],
  "second/": ["p14", "law", "figure-1"],
};

const IDS: readonly (readonly [id: string, anchor: string | undefined])[] = [
  ["p14", "p14"],
  ["P14", "p14"],
  ["ｐ14", "p14"],
  ["14", "p14"],
  ["¶14", "p14"],
  ["¶ 014", "p14"],
  ["p-14", "p14"],
  ["P2A", "p2a"],
  ["Figure_1", "figure-1"],
  ["note-law", "note-Law"],
  ["橋", "橋"],
  // The very one goes before one that is read alike; of two that are, neither is meant.
  ["Law", "Law"],
  ["law", "law"],
  ["LAW", undefined],
  ["p99", undefined],
  ["p1x4", undefined],
  ["14-1", undefined],
  ["", undefined],
  ["0", undefined],
];
for (const [id, anchor] of IDS)
  it(`“${id}” is ${anchor ?? "none"}`, () => {
    assert.equal(findAnchor(id, PAGES)?.anchor, anchor);
  });

it("names the page", () => {
  assert.deepEqual(findAnchor("¶14", PAGES), { page: "second/", anchor: "p14" });
});
