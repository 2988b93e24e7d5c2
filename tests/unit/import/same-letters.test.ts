import assert from "node:assert/strict";
import { test } from "node:test";
import type { Heading, Root } from "mdast";
import { letters } from "../../../src/essay/text-hash.ts";
import type { ManuscriptMetadata } from "../../../src/import/manuscript.ts";
import { takeTitle } from "../../../src/import/take-title.ts";

const heading = (value: string): Heading => ({ type: "heading", depth: 1, children: [{ type: "text", value }] });

/** Whether a heading is taken for the title that the metadata of its file say, where another one follows it. */
function isTaken(title: string, words: string): boolean {
  const tree: Root = { type: "root", children: [heading(words), heading("2")] };
  const metadata: ManuscriptMetadata = { title };
  takeTitle(tree, metadata);
  return tree.children.length === 1;
}

for (const [title, words, isSame] of [
  ["Le Café – du Port", "le cafe\u0301 du port", true],
  ["הַנָּהָר", "הַנָּהָר!", true],
  ["النَّهْرُ (١)", "النَّهْرُ ١", true],
  // Marks are vowels: with others these are other words.
  ["הַסֵּפֶר", "הַסַּפָּר", false],
  ["كَتَبَ", "كُتُب", false],
  ["दिन", "दान", false],
] as const)
  test(`“${title}” and “${words}” ${isSame ? "have the same letters" : "have other vowels"}`, () => {
    assert.equal(letters(title) === letters(words), isSame);
    assert.equal(isTaken(title, words), isSame);
  });
