import assert from "node:assert/strict";
import { test } from "node:test";
import { syntheticEssay } from "../../../scripts/bench/synthetic-essay.ts";
import { searchSections } from "../../../src/search/units.ts";

test("a note is known with the places of its references", () => {
  const { essay } = syntheticEssay(1, 1);
  const text = essay.texts["ja"];
  const [section] = text?.sections ?? [];
  const [note] = section?.notes ?? [];
  assert.ok(text && section && note);
  const made = { ...note, text: "甲。甲。乙は言う。丙。", references: ["甲。", "丙。"] };
  const sections = [{ ...section, notes: [made, note] }];
  const units = searchSections({ ...text, sections }, essay.annotations)[0]?.units.filter(
    ({ kind }) => kind === "note",
  );
  assert.deepEqual(
    units?.map(({ references }) => references),
    [
      [
        [0, 2],
        [9, 11],
      ],
      undefined,
    ],
  );
});
