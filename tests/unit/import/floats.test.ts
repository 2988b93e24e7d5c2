import assert from "node:assert/strict";
import { test } from "node:test";
import { Findings } from "../../../src/import/findings.ts";
import { setFloatsAside } from "../../../src/import/lines/floats.ts";
import type { Line } from "../../../src/import/lines/line.ts";
import { lineOf as line } from "../../support/printed-lines.ts";

const MANUSCRIPT = [
  line("The boats lay at the pier and", 1, 1),
  line("Figure 1. Boats", 2, 1, { size: 0.8 }),
  line("waited for spring.", 2, 2, { end: 18 }),
  line("Nobody crossed the ice.", 2, 3, { indent: 2 }),
];
const wordsOf = (lines: readonly Line[]) => lines.map(({ marked }) => marked.text.split(" ")[0]);

test("a figure at the head of a page stands behind the paragraph that goes on under it, and is told", () => {
  const findings = new Findings();
  assert.deepEqual(wordsOf(setFloatsAside(MANUSCRIPT, findings)), ["The", "waited", "Figure", "Nobody"]);
  assert.equal(findings.guesses[0]?.key, "figure 2:1");
  const told = new Findings(new Map([["figure 2:1", "here"]]));
  assert.deepEqual(wordsOf(setFloatsAside(MANUSCRIPT, told)), ["The", "Figure", "waited", "Nobody"]);
});

test("it stays where the paragraph before it ends, and what has no caption stays anyway", () => {
  const ended = MANUSCRIPT.with(0, line("The boats lay at the pier.", 1, 1));
  const quoted = MANUSCRIPT.with(1, line("Ice is no bridge", 2, 1, { size: 0.8 }));
  const isNew = MANUSCRIPT.with(2, line("Waiting began.", 2, 2, { indent: 2 }));
  const isShort = MANUSCRIPT.with(0, line("The boats lay at", 1, 1, { end: 16 }));
  const isWithin = MANUSCRIPT.map((one) => ({ ...one, page: 1 }));
  for (const lines of [ended, quoted, isNew, isShort, isWithin])
    assert.deepEqual(setFloatsAside(lines, new Findings()), lines);
});
