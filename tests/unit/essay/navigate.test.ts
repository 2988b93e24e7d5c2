import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  allNotes,
  neighbours,
  numberOfParagraph,
  paragraphRange,
  sectionById,
  sectionOfAnchor,
  sectionTrees,
} from "../../../src/essay/navigate.ts";
import { note, paragraph, section, text } from "../../support/text.ts";

const opening = section("opening", { paragraphs: [paragraph(1, "opening")], notes: [note("boat", 1, "opening", 1)] });
const bridge = section("bridge");
const river = section("river", {
  depth: 2,
  parent: "bridge",
  paragraphs: [paragraph(2, "river"), paragraph(3, "river"), paragraph(4, "river")],
  notes: [note("report", 2, "river", 3)],
});
const essay = text(opening, bridge, river);

describe("the way through an essay", () => {
  it("finds a section by its id, and fails where there is none", () => {
    assert.equal(sectionById(essay, "river"), river);
    assert.throws(() => sectionById(essay, "sea"), /no section “sea” in “ja”/u);
  });

  it("groups the parts under their chapters", () => {
    const bank = section("bank", { depth: 3, parent: "river" });
    assert.deepEqual(sectionTrees(text(opening, bridge, river, bank)), [
      { section: opening, parts: [] },
      { section: bridge, parts: [{ section: river, parts: [{ section: bank, parts: [] }] }] },
    ]);
  });

  it("leads to the sections before and after, and to none beyond the ends", () => {
    assert.deepEqual(neighbours(essay, opening), { next: bridge });
    assert.deepEqual(neighbours(essay, bridge), { previous: opening, next: river });
    assert.deepEqual(neighbours(essay, river), { previous: bridge });
  });

  it("knows a section's first and last paragraph", () => {
    assert.deepEqual(paragraphRange(river), { first: "2", last: "4" });
    assert.deepEqual(paragraphRange(opening), { first: "1", last: "1" });
    assert.equal(paragraphRange(bridge), undefined);
  });

  it("gathers the notes of all sections", () => {
    assert.deepEqual(
      allNotes(essay).map(({ label }) => label),
      ["boat", "report"],
    );
  });

  it("finds the section of a paragraph, a note, a mark and a heading", () => {
    assert.equal(sectionOfAnchor(essay, "p3"), "river");
    assert.equal(sectionOfAnchor(essay, "note-boat"), "opening");
    assert.equal(sectionOfAnchor(essay, "mark-report"), "river");
    assert.equal(sectionOfAnchor(essay, "bridge"), "bridge");
    assert.equal(sectionOfAnchor(essay, "p9"), undefined);
  });

  it("gives a paragraph's number for its anchor", () => {
    assert.equal(numberOfParagraph(essay, "p4"), "4");
    assert.equal(numberOfParagraph(essay, "p9"), "");
  });
});
