import assert from "node:assert/strict";
import { it } from "node:test";
import { unbrokenRuns } from "../../../src/markdown/unbroken.ts";

const runsIn = (text: string, language: string) =>
  unbrokenRuns(text, language).map(({ start, end }) => text.slice(start, end));

for (const [language, text, runs] of [
  [
    "en",
    "Under Article 5 of the treaty, on 15 November 2022, 2 per cent and 1.5 million.",
    ["Article 5", "15 November", "2 per cent", "1.5 million"],
  ],
  [
    "en",
    "See No. 3, para. 12, some 300 km away; of the 1,340 it had in 1990 none is left.",
    ["No. 3", "para. 12", "300 km"],
  ],
  [
    "de",
    "Artikel 5 galt am 15. November; 2 Prozent, 3 Millionen.",
    ["Artikel 5", "15. November", "2 Prozent", "3 Millionen"],
  ],
  ["fr", "Le 15 novembre, 2 millions de personnes.", ["Le 15 novembre", "2 millions"]],
  ["ko", "2022년 11월 15일의 2 퍼센트", []],
] as const)
  it(`a number stays with what it counts or is counted by: ${text}`, () => {
    const found = runsIn(text, language);
    for (const run of runs) assert.ok(found.includes(run), `${run}: ${found.join(" | ")}`);
    if (runs.length === 0) return;
    // A year alone and a number among words may begin a line.
    assert.ok(!found.some((run) => /1990|2022/u.test(run)), found.join(" | "));
  });
