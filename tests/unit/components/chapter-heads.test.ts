import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chapterHeads } from "../../../src/components/sections/chapter-heads.ts";
import type { Section } from "../../../src/essay/model.ts";

/** A section with as many paragraphs as are given, from the first number on. */
const section = (id: string, title: string, numbers: readonly number[], parent?: string, language = "en") =>
  ({
    id,
    title,
    language,
    depth: parent ? 2 : 1,
    numbering: "",
    parent,
    paragraphs: numbers.map((number) => ({ number: String(number), anchor: `p${number}` })),
  }) as unknown as Section;

describe("the running heads of the full text", () => {
  const rules = chapterHeads([
    section("bridge", 'The "Bridge"', [1, 2]),
    section("boats", "Boats", [3], "bridge"),
    section("end", "The End", []),
  ]).split("\n");

  it("name each chapter with the paragraphs of all its parts", () => {
    assert.equal(rules.length, 2);
    assert.match(
      rules[0] ?? "",
      /section\[aria-labelledby="bridge"\],section\[aria-labelledby="boats"\]\{page:chapter-1\}/u,
    );
    assert.match(rules[0] ?? "", /content:"The \\22 Bridge\\22 {2}¶1–3"/u);
  });

  it("have no paragraphs where there are none", () => assert.match(rules[1] ?? "", /content:"The End"/u));

  it("stand where lines end", () => {
    assert.match(rules[0] ?? "", /@top-right\{/u);
    assert.match(chapterHeads([section("well", "البئر", [1], undefined, "ar")]), /@top-left\{/u);
  });
});
