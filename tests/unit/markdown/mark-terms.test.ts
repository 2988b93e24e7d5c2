import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { termFinder } from "../../../src/essay/term-uses.ts";
import { markTerms } from "../../../src/markdown/mark-terms.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { placeNoteMarks } from "../../../src/markdown/place-note-marks.ts";
import { serialiseTree } from "../../support/serialise-tree.ts";
import { note } from "../../support/text.ts";

const find = termFinder([
  { id: "deterrence", forms: ["抑止"] },
  { id: "nac", forms: ["NAC", "北大西洋理事会"] },
]);

/** The paragraph with its terms as `{words}`, and `{words…}` where an earlier section uses the term. */
function marked(markdown: string, earlier: readonly string[] = []): string {
  const tree = parseSection(`${markdown}\n`);
  markTerms(tree, { find, isEarlier: (id) => earlier.includes(id) });
  return readable(serialiseTree(tree));
}

const readable = (text: string) =>
  text
    .replaceAll(
      /<Term id=\w+( repeated=true)?>(.*?)<\/Term>/gu,
      (_match, repeated, words) => `{${words}${repeated ? "…" : ""}}`,
    )
    .replaceAll(/(?:^|\n)paragraph\(([\s\S]*?)\)(?=\n|$)/gu, "$1");

describe("the terms of a section", () => {
  const cases: readonly (readonly [title: string, source: string, expected: string])[] = [
    ["are marked at their first use", "NATOの抑止は、抑止である。", "NATOの{抑止}は、抑止である。"],
    ["are marked once in whatever form", "北大西洋理事会（NAC）", "{北大西洋理事会}（NAC）"],
    ["are marked in emphasis", "*抑止*する", "*{抑止}*する"],
    ["are not marked in a link", "[抑止](x)と抑止", "link(抑止)と{抑止}"],
    ["are left where there are none", "雨", "雨"],
  ];
  for (const [title, source, expected] of cases)
    it(title, () => {
      assert.equal(marked(source), expected);
    });

  it("say that an earlier section uses them", () => {
    assert.equal(marked("抑止とNAC", ["nac"]), "{抑止}と{NAC…}");
  });

  it("are bound as a whole to a note mark after them", () => {
    const tree = parseSection("見た抑止[^a]。\n\n[^a]: 注。\n");
    markTerms(tree, { find, isEarlier: () => false });
    placeNoteMarks(tree, { notes: [note("a", 1, "x", 1)] });
    assert.match(readable(serialiseTree(tree)), /^見た<span class=noted>\{抑止\}<NoteMark .*<\/NoteMark>。<\/span>$/u);
  });
});
