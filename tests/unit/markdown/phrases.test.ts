import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Heading, Root } from "mdast";
import { markPhrases, phrasesOf } from "../../../src/markdown/phrases.ts";
import { serialiseTree } from "../../support/serialise-tree.ts";

describe("the phrases of a heading", () => {
  it("are parted within no word", () => {
    assert.deepEqual(phrasesOf("ポーランドへのミサイル着弾事故", "ja"), ["ポーランドへの", "ミサイル着弾事故"]);
  });

  it("are the whole text together, whatever it is", () => {
    for (const text of ["", "注", "NATOとEU", "2022年11月15日", "「内」と「外」", "a b", "第5条の2", "👍です"])
      assert.equal(phrasesOf(text, "ja").join(""), text);
    for (const phrase of phrasesOf("NATO2022とEU2023の拡大", "ja")) assert.doesNotMatch(phrase, /^\d|[A-Z]$/u);
  });

  it("are one in a language with spaces between words", () => {
    assert.deepEqual(phrasesOf("A missile in Poland", "en"), ["A missile in Poland"]);
  });

  it("are marked in headings, and in nothing else", () => {
    const text = { type: "text", value: "ポーランドへのミサイル着弾事故" } as const;
    const heading: Heading = { type: "heading", depth: 2, children: [{ ...text }] };
    const tree: Root = { type: "root", children: [heading, { type: "paragraph", children: [{ ...text }] }] };
    markPhrases(tree, "ja");
    assert.equal(
      serialiseTree(tree),
      "heading(ポーランドへの<wbr></wbr>ミサイル着弾事故)paragraph(ポーランドへのミサイル着弾事故)",
    );
  });
});
