import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type BenchRow, performanceDocument } from "../../scripts/bench/document.ts";

const machine = { cores: 2, model: "a processor", date: "2026-01-01", load: 1 };
const cost = (seconds: number) => ({
  seconds,
  cpuSeconds: seconds,
  peakMemory: 1e9,
  siteBytes: 2e6,
  pages: 12,
  page: { bytes: 15_000, requests: 3 },
});
const row = (sections: number, seconds: number, starlight?: number): BenchRow => ({
  sections,
  languages: 1,
  characters: 42_000,
  machine,
  ours: cost(seconds),
  ...(starlight && { starlight: cost(starlight) }),
});
const profile = (sections: number, markdown: number) => ({
  sections,
  machine,
  entries: [
    { work: "Citations", seconds: 1 },
    { work: "Parsing Markdown and MDX", seconds: markdown },
    { work: "All else", seconds: 9 },
  ],
});
const linesOf = (document: string, start: string) =>
  document
    .split("\n")
    .map((line) => line.replaceAll(/ +/gu, " "))
    .filter((line) => line.startsWith(start));

test("the document that is published is kept to the letter by a run that measures nothing", () => {
  const document = readFileSync("docs/performance.md", "utf8");
  assert.equal(performanceDocument(document, {}), document);
});

test("a run writes the columns that it measured, and leaves all others and their dates", () => {
  const first = performanceDocument("", { rows: [row(1_000, 20, 10)], profiles: [profile(200, 10)] });
  const second = performanceDocument(first, { rows: [row(10, 4)] });
  assert.deepEqual(linesOf(second, "| |"), [
    "| | 10 sections | 1,000 sections |",
    "| | 1,000 sections |",
    "| | 200 sections |",
  ]);
  assert.deepEqual(linesOf(second, "| Build "), ["| Build | 4.0 s | 20.0 s |", "| Build | 10.0 s (× 2.00) |"]);
  assert.deepEqual(linesOf(second, "Measured"), [
    "Measured: 10 sections: 2026-01-01, 2 cores (a processor), load 1.0; 1,000 sections: 2026-01-01, 2 cores (a processor), load 1.0.",
  ]);
  assert.deepEqual(linesOf(performanceDocument(second, { rows: [row(1_000, 8, 8)] }), "| Build "), [
    "| Build | 4.0 s | 8.0 s |",
    "| Build | 8.0 s (× 1.00) |",
  ]);
});

test("what most of the largest text’s time goes into comes first, and what is nothing in particular last", () => {
  const first = performanceDocument("", { profiles: [profile(200, 10)] });
  const second = performanceDocument(first, { profiles: [profile(1_000, 30)] });
  const at = second.indexOf("## Where the time goes");
  assert.deepEqual(second.slice(at).split("\n\n")[2]?.split("\n"), [
    "|                          | 200 sections | 1,000 sections |",
    "| ------------------------ | ------------ | -------------- |",
    "| Parsing Markdown and MDX | 50.0 %       | 75.0 %         |",
    "| Citations                | 5.0 %        | 2.5 %          |",
    "| All else                 | 45.0 %       | 22.5 %         |",
  ]);
});
