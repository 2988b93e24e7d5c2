import assert from "node:assert/strict";
import { test } from "node:test";
import { writeTexCodes } from "../../../src/import/pdf/tex-codes.ts";

test("the letters that TeX's fonts hold as pictures are read by their codes", () => {
  assert.equal(
    writeTexCodes("\u0010o\u001Ecials \u001Cnd the \u001Daw\u0011, pp. 78\u001579\u0016o\u001B"),
    "“officials find the flaw”, pp. 78–79—off",
  );
  assert.equal(writeTexCodes("e\u000Bect and \u000Cre"), "effect and fire");
  assert.equal(writeTexCodes("\u0088 the habit"), "• the habit");
  assert.equal(writeTexCodes("plain – text"), "plain – text");
  // The signs of notes, where they stand alone; within a word the same code is a letter.
  assert.equal(writeTexCodes("\u0084\u0084", true), "††");
  assert.equal(writeTexCodes("\u0085", true), "‡");
  assert.equal(writeTexCodes("a\u0084b", true), "a\u0084b");
});
