import assert from "node:assert/strict";
import { test } from "node:test";
import { Vocabulary } from "../../../src/import/lines/vocabulary.ts";

test("a hyphen at a line's end is judged by the rest of the text, then by the language", () => {
  const english = new Vocabulary(["the south-eastern wind", "a former friend", "of the bord-"], "en");
  assert.deepEqual(english.withoutHyphen("south", "eastern"), { known: false, confidence: 0.98 });
  assert.deepEqual(english.withoutHyphen("for", "mer"), { known: true, confidence: 0.98 });
  const german = new Vocabulary(["am Nord-Süd-Kanal"], "de");
  assert.equal(german.withoutHyphen("Grenz", "gebiet").known, true);
  assert.equal(german.withoutHyphen("Nord", "Süd").known, false);
  const french = new Vocabulary(["la rive"], "fr");
  assert.equal(french.withoutHyphen("celui", "ci").known, false);
  assert.equal(french.withoutHyphen("fron", "tière").known, true);
});
