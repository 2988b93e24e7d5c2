import assert from "node:assert/strict";
import { test } from "node:test";
import { Vocabulary } from "../../../src/import/lines/vocabulary.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

test("a hyphen at a line's end is judged by the rest of the text, then by the language", () => {
  const english = new Vocabulary(["the south-eastern wind", "a former friend", "of the bord-"], "en");
  assert.deepEqual(english.withoutHyphen("south", "eastern"), { known: false, confidence: 0.98 });
  assert.deepEqual(english.withoutHyphen("for", "mer"), { known: true, confidence: 0.98 });
  const german = new Vocabulary(["am Nord-Süd-Kanal"], "de");
  assert.equal(german.withoutHyphen("Grenz", "gebiet").known, true);
  assert.equal(german.withoutHyphen("Nord", "Süd").known, false);
  const french = new Vocabulary(["la rive"], "fr");
  assert.equal(french.withoutHyphen("celui", "ci").known, false);
  assert.equal(french.withoutHyphen("est", "ce").known, false);
  assert.equal(french.withoutHyphen("fron", "tière").known, true);
});

test("a hyphen of which a later word is the end stays, and the space after it", async () => {
  const joined = async (name: string, words: string, language: string): Promise<string> => {
    const text = { "a.md": `# T\n\n## A\n\n${words}\n\n## B\n\nEnd.\n`, "a.txt": `T\n\nAnna Beck\n\n${words}\n` }[name];
    const imported = await importFiles({ [name]: text ?? "" }, { language });
    return sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs)[0] ?? "";
  };
  for (const name of ["a.md", "a.txt"]) {
    const english = "They were there in the pre-\nand post-war years, and paid a thous-\nand marks for it all.";
    assert.match(await joined(name, english, "en"), /the pre- and post-war years, and paid a thousand marks/u, name);
    const german = "Sie sahen darin die Vor-\nund Nachteile, und die Grenz-\ngebiete waren das Ende davon.";
    assert.match(await joined(name, german, "de"), /die Vor- und Nachteile, und die Grenzgebiete/u, name);
  }
});
