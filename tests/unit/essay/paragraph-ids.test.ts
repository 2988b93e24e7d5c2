import assert from "node:assert/strict";
import { test } from "node:test";
import { newParagraphId, parseParagraphId } from "../../../src/essay/paragraph-ids.ts";

const between = (before: string | undefined, after: string | undefined, used: readonly string[] = []) =>
  newParagraphId(before, after, (id) => [before, after, ...used].includes(id));

test("what is inserted takes the number before it and the next letter", () => {
  assert.equal(between("p12", "p13"), "p12a");
  assert.equal(between("p12a", "p13"), "p12b");
  assert.equal(between("p12y", "p13"), "p12ya");
});

test("between two that have letters there is always a place, in reading order", () => {
  assert.equal(between("p12a", "p12b"), "p12aa");
  assert.equal(between("p12", "p12a"), "p12za");
  assert.equal(between("p12", "p12za"), "p12zza");
  assert.equal(between("p12a", "p12aa"), "p12aza");
});

test("at the end of the essay the numbers go on, before its beginning stands 0a", () => {
  assert.equal(between("p43", undefined), "p44");
  assert.equal(between(undefined, "p1"), "p0a");
  assert.equal(between(undefined, undefined), "p1");
});

test("an id that was ever given is not given again", () => {
  assert.equal(between("p12", "p13", ["p12a", "p12b"]), "p12c");
  assert.equal(between("p43", undefined, ["p44"]), "p45");
});

test("no id ends in z, and others are no paragraph's", () => {
  assert.equal(parseParagraphId("p12z"), undefined);
  assert.equal(parseParagraphId("p012"), undefined);
  assert.equal(parseParagraphId("przewodow"), undefined);
  assert.deepEqual(parseParagraphId("p12za"), { number: 12, letters: "za" });
});
