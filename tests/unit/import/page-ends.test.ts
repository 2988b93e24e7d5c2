import assert from "node:assert/strict";
import { test } from "node:test";
import { toString as wordsOf } from "mdast-util-to-string";
import { Findings } from "../../../src/import/findings.ts";
import { fromLines } from "../../../src/import/lines/from-lines.ts";
import type { Line } from "../../../src/import/lines/line.ts";
import { lineOf } from "../../support/printed-lines.ts";

const paragraphsOf = (lines: readonly Line[]) =>
  fromLines(lines, { findings: new Findings(), language: "en", known: { title: "Ice" } }).tree.children.map((node) =>
    wordsOf(node),
  );

test("a paragraph goes on under the head of the next page, however far the head stands from it", () => {
  const head = (page: number) => lineOf("The Ferry of the North", page, 1, { size: 0.8, end: 22 });
  const page = (number: number, [first = "", ...rest]: readonly string[], opening: Partial<Line>): Line[] => [
    head(number),
    lineOf(first, number, 2, { gap: 1.4, ...opening }),
    ...rest.map((text, index) => lineOf(text, number, index + 3)),
  ];
  const numbered = { isNumbered: true as const };
  const lines = [
    ...page(1, ["In spring nobody crosses the river here.", "The boats lie at the pier until May now."], numbered),
    lineOf("The ferryman is paid in fish and in wood", 1, 4, { gap: 0.5, ...numbered }),
    lineOf("which he has eaten before summer begins.", 1, 5),
    ...page(2, ["Nobody has ever counted how much it was.", "A register was kept in the hall for that"], {}),
    lineOf("It is a volume that is all but empty now", 2, 4, { gap: 0.5, ...numbered }),
    lineOf("and of which there is no other copy yet.", 2, 5),
    ...page(3, ["In winter a lantern hung from the tower.", "Whoever was late on the ice could see it."], numbered),
  ];
  assert.deepEqual(
    paragraphsOf(lines).map((words) => words.split(" ").slice(0, 2).join(" ")),
    ["In spring", "The ferryman", "It is", "In winter"],
  );
});

test("words that are set across a vertical page are no part of a sentence of it", () => {
  const lines = [
    lineOf("The boats lay at the pier and waited for", 1, 1),
    lineOf("2022", 2, 1, { isAcross: true, end: 4 }),
    lineOf("spring, and nobody crossed the ice there", 2, 2),
  ];
  assert.deepEqual(paragraphsOf(lines), [
    "The boats lay at the pier and waited for spring, and nobody crossed the ice there",
    "2022",
  ]);
  const upright = lines.map(({ isAcross: _, ...line }) => line);
  assert.equal(paragraphsOf(upright).length, 1);
});
