import assert from "node:assert/strict";
import { test } from "node:test";
import { headlineCase } from "../../../src/citation/headline-case.ts";

test("words have a capital in a headline, but the small ones inside it", () => {
  for (const [title, expected] of [
    ["the unstruck hour: on bells that were taken down", "The Unstruck Hour: On Bells That Were Taken Down"],
    ["NATO’s deterrence, and the “Russia problem”", "NATO’s Deterrence, and the “Russia Problem”"],
    ["“on the sea” and what to look at", "“On the Sea” and What to Look At"],
    ["an eBook for the long-distance reader", "An eBook for the Long-Distance Reader"],
    ["why? a reply", "Why? A Reply"],
    ["", ""],
  ] as const)
    assert.equal(headlineCase(title), expected);
});
