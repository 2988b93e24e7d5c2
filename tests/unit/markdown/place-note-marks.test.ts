import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Note } from "../../../src/essay/model.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { placeNoteMarks } from "../../../src/markdown/place-note-marks.ts";
import { serialiseTree } from "../../support/serialise-tree.ts";

const note = (label: string, number: number): Note => ({
  label,
  origin: "essay",
  number,
  anchor: `note-${label}`,
  section: "bridge",
  marks: [],
  html: "",
  text: "",
  sources: [],
});
const NOTES = { notes: [note("a", 4), note("b", 5)] };

/** The text with its marks placed; `{4}` is the first mark of note 4, `{4.2}` its second, `‹…›` what does not break. */
function placed(paragraph: string): string {
  const tree = parseSection(`${paragraph}\n\n[^a]: 注。\n\n[^b]: 注。\n`);
  placeNoteMarks(tree, NOTES);
  return serialiseTree(tree)
    .replaceAll(
      /<NoteMark label=(\w+) number=(\d+) origin=essay target=note-\1 anchor=mark-\1(?:-(\d+))?><\/NoteMark>/gu,
      (_match, _label, number, occurrence) => `{${number}${occurrence ? `.${occurrence}` : ""}}`,
    )
    .replaceAll(/<span class=half>(.)<\/span>/gu, "[$1]")
    .replaceAll("<span class=noted>", "‹")
    .replaceAll("</span>", "›")
    .replace(/^paragraph\(([\s\S]*)\)$/u, "$1");
}

it("counts the marks that a note has on a title before those of the text", () => {
  const onTitle = { ...note("a", 4), marks: [{ anchor: "mark-a", paragraph: "bridge", title: "section" as const }] };
  const tree = parseSection("雨[^a]。\n\n[^a]: 注。\n");
  placeNoteMarks(tree, { notes: [onTitle] });
  assert.match(serialiseTree(tree), /anchor=mark-a-2>/u);
});

describe("a note mark", () => {
  const cases: readonly (readonly [title: string, source: string, expected: string])[] = [
    ["is bound to the character before it and the stop after it", "雨の日[^a]。晴れ", "雨の‹日{4}。›晴れ"],
    ["takes no more than the character before it where words go on", "雨[^a]の日", "‹雨{4}›の日"],
    ["stands close to a bracket, whose empty half is left out", "「雨」[^a]。晴れ", "「雨‹[」]{4}。›晴れ"],
    ["stands close to a stop before it", "雨。[^a]晴れ", "雨‹[。]{4}›晴れ"],
    ["is bound to several closing marks", "「雨[^a]」。晴れ", "「‹雨{4}」。›晴れ"],
    ["does not take an opening bracket", "雨[^a]「晴れ」", "‹雨{4}›「晴れ」"],
    ["follows Latin punctuation", "They waited.[^a] Then", "They waited‹.{4}› Then"],
    ["takes a whole surrogate pair", "𠮷[^a]野", "‹𠮷{4}›野"],
    ["takes a letter with its combining mark", "cafe\u0301[^a] x", "caf‹e\u0301{4}› x"],
    ["stands alone after emphasis", "*雨*[^a]の日", "*雨*‹{4}›の日"],
    ["leaves emphasis after it as it is", "雨[^a]*の*日", "‹雨{4}›*の*日"],
    ["stands alone at the beginning", "[^a]雨", "‹{4}›雨"],
    ["shares its element with a mark beside it", "雨[^a][^b]。晴れ", "‹雨{4}{5}。›晴れ"],
    ["shares it with two more", "雨[^a][^b][^a]。", "‹雨{4}{5}{4.2}。›"],
    ["has a number of its own when its note is cited again", "雨[^a]と雪[^a]。", "‹雨{4}›と‹雪{4.2}。›"],
    ["starts anew after the punctuation of the mark before it", "雨[^a]。[^b]晴れ", "‹雨{4}。›‹{5}›晴れ"],
  ];
  for (const [title, source, expected] of cases) {
    it(title, () => {
      assert.equal(placed(source), expected);
    });
  }
});

describe("the notes of a section", () => {
  it("are taken out of its text", () => {
    const tree = parseSection("雨[^a]。\n\n[^a]: 注。\n\n晴れ。\n\n[^b]: 注。\n");
    placeNoteMarks(tree, NOTES);
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ["paragraph", "paragraph"],
    );
  });
});
