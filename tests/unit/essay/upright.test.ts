import assert from "node:assert/strict";
import { test } from "node:test";
import { uprightParts } from "../../../src/essay/upright.ts";

/** A text with the runs that are set upright in brackets, each with what it is. */
const marked = (text: string) =>
  uprightParts(text)
    .map((part) => (part.upright ? `[${part.upright} ${part.text}]` : part.text))
    .join("");

test("numbers and short abbreviations stand upright, and what belongs to a longer Latin word lies with it", () => {
  for (const [text, expected] of [
    ["2022年2月24日、NATOは", "[digits 2022]年[tcy 2]月[tcy 24]日、[upright NATO]は"],
    ["GDPの2%以上", "[upright GDP]の[tcy 2][upright %]以上"],
    ["2.41%と10,000人", "2.41%と10,000人"],
    ["巡航ミサイルKh-55", "巡航ミサイルKh-55"],
    ["F-16とS-400", "F-16とS-400"],
    ["2022-23年、R&D", "2022-23年、R&D"],
    ["第5条（NATO）", "第[tcy 5]条（[upright NATO]）"],
    ["security system", "security system"],
    ["—5—", "—[tcy 5]—"],
  ] as const)
    assert.equal(marked(text), expected);
});
