import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readingMinutes, textLength } from "../../../src/integrations/assemble-text.ts";

describe("the length of a text", () => {
  it("is counted in characters in Japanese, without white space, a surrogate pair as one", () => {
    assert.equal(textLength("𠮷野 の\n橋", "ja"), 4);
  });

  it("is counted in words elsewhere", () => {
    assert.equal(textLength(" The bridge\nstayed. ", "en"), 3);
  });
});

describe("the time to read a text", () => {
  it("is 500 Japanese characters or 238 English words a minute, rounded", () => {
    assert.equal(readingMinutes("橋".repeat(1500), "ja"), 3);
    assert.equal(readingMinutes("橋".repeat(1749), "ja"), 3);
    assert.equal(readingMinutes("橋".repeat(1750), "ja"), 4);
    assert.equal(readingMinutes("bridge ".repeat(476), "en"), 2);
  });

  it("is never less than a minute", () => {
    assert.equal(readingMinutes("橋", "ja"), 1);
    assert.equal(readingMinutes("", "en"), 1);
  });
});
