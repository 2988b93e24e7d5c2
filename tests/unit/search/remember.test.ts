import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "../../../src/search/remember.ts";

test("what is made of a text is made once, until there are more texts than are remembered", () => {
  const made: string[] = [];
  const lettersOf = remember((text) => {
    made.push(text);
    return [...text];
  }, 2);
  assert.equal(lettersOf("抑止"), lettersOf("抑止"));
  assert.deepEqual(lettersOf(""), []);
  lettersOf("");
  assert.deepEqual(made, ["抑止", ""]);
  assert.deepEqual(lettersOf("可視化"), ["可", "視", "化"]);
  lettersOf("抑止");
  assert.deepEqual(made, ["抑止", "", "可視化", "抑止"]);
});
