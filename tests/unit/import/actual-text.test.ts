import assert from "node:assert/strict";
import { test } from "node:test";
import { actualTextsFor, actualTextsIn } from "../../../src/import/pdf/actual-text.ts";

test("a stream says what its stretches read, in hexadecimal and as a string", () => {
  const stream = Buffer.from(
    "/Span<</ActualText <FEFF2013> >> BDC <7B> Tj EMC /Span<</ActualText (fi) >> BDC",
    "latin1",
  );
  assert.deepEqual(actualTextsIn(stream), ["–", "fi"]);
  assert.equal(actualTextsIn(Buffer.from("BT <7B> Tj ET", "latin1")), undefined);
});

test("signs are what the stream of their page says, and letters that read otherwise are of another page", () => {
  const streams = [
    ["日", "月"],
    ["止", "–"],
  ];
  assert.deepEqual(actualTextsFor(["⽌", "‒"], streams), ["止", "–"]);
  assert.equal(actualTextsFor(["⽌", "x"], streams), undefined);
  assert.deepEqual(actualTextsFor(["⽌", "‒"], [["止"], ["止", "–"]]), ["止", "–"]);
  assert.equal(actualTextsFor([], [...streams, []]), undefined);
});
