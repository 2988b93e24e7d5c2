import assert from "node:assert/strict";
import { it } from "node:test";
import { readCitedWords } from "../../../src/elements/citation/cited-words.ts";

const QUERIES = [
  ["?q=1", undefined],
  ["?v=", undefined],
  ["?v=1.1.0-k3x9a2", { edition: "1.1.0", hash: "k3x9a2" }],
  ["?v=1.1.0", { edition: "1.1.0" }],
  // A link that was cut off while it was copied.
  ["?v=1.1.0-k3x", { edition: "1.1.0" }],
  ["?v=1.1.0-", { edition: "1.1.0" }],
  ["?v=banana", { edition: "banana" }],
  ["?v=1.1.0x", { edition: "1.1.0x" }],
  [`?v=${"x".repeat(30)}`, { edition: `${"x".repeat(24)}…` }],
] as const;
for (const [query, cited] of QUERIES)
  it(`${query} cites ${cited?.edition ?? "nothing"}`, () => {
    assert.deepEqual(readCitedWords(query), cited);
  });
