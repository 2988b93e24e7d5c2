import assert from "node:assert/strict";
import { it } from "node:test";
import { idOfFragment } from "../../../src/elements/page-address.ts";

const FRAGMENTS: readonly (readonly [hash: string, id: string])[] = [
  ["", ""],
  ["#p13", "p13"],
  ["#%E6%A9%8B", "橋"],
  ["#橋", "橋"],
  ["#%E0%A4%A", "%E0%A4%A"],
  ["#100%", "100%"],
  ["#%ZZ", "%ZZ"],
  ["#%ED%A0%80", "%ED%A0%80"],
  ["##a", "#a"],
];
for (const [hash, id] of FRAGMENTS)
  it(`the fragment ${hash || "that is empty"} names ${id || "nothing"}`, () => {
    assert.equal(idOfFragment(hash), id);
  });
