import assert from "node:assert/strict";
import { it } from "node:test";
import { quotesInDirectives } from "../../../src/elements/citation/text-directives.ts";

it("the words of text directives are read as a quotation", () => {
  for (const [address, quotes] of [
    ["https://example.org/a/#p5", []],
    ["https://example.org/a/#:~:text=the%20river", ["the river"]],
    ["https://example.org/a/#p5:~:text=the%20river,sea", ["the river…sea"]],
    ["#:~:text=by-,the%20river,sea,-at%20last", ["the river…sea"]],
    ["#:~:text=by-,the%20river", ["the river"]],
    ["#:~:text=well%2Dknown%2C%20indeed", ["well-known, indeed"]],
    ["#:~:text=one&text=two&unknown=three", ["one", "two"]],
    ["#:~:text=%E0%A4%A", []],
    ["#:~:", []],
  ] as const)
    assert.deepEqual(quotesInDirectives(address), quotes, address);
});
