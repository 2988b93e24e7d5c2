import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { profileOf, workOf } from "../../scripts/bench/profile.ts";

const frame = (functionName: string, url = "") => ({ functionName, url });

test("a function of a profile is told by what it is for", () => {
  const works = [
    frame("go", "file:///home/a/node_modules/micromark-util-subtokenize/index.js"),
    frame("visit", "file:///home/a/src/markdown/visit.ts"),
    frame("render", "file:///home/a/.astro/.prerender/chunks/Base_DVpGAnGW.mjs"),
    frame("transform", "file:///home/a/node_modules/@astrojs/compiler-rs/dist/index.js"),
    frame("writeFileUtf8"),
    frame("(garbage collector)"),
    frame("(program)"),
  ].map(workOf);
  assert.deepEqual(works, [
    "Parsing Markdown and MDX",
    "Parsing Markdown and MDX",
    "Rendering pages",
    "Bundling scripts and styles",
    "Writing and reading files",
    "Clearing memory",
    "All else",
  ]);
  assert.equal(workOf(frame("(idle)")), undefined);
});

test("the time of all threads is added up, the most first, and what is nothing in particular last", () => {
  const profile = (url: string, timeDeltas: readonly number[]) =>
    JSON.stringify({
      nodes: [
        { id: 1, callFrame: frame("(program)") },
        { id: 2, callFrame: frame("work", url) },
        { id: 3, callFrame: frame("(idle)") },
      ],
      samples: [1, 2, 3],
      timeDeltas,
    });
  const entries = profileOf((folder) => {
    writeFileSync(join(folder, "main.cpuprofile"), profile("/node_modules/yaml/a.js", [5e6, 1e6, 9e6]));
    writeFileSync(join(folder, "thread.cpuprofile"), profile("/node_modules/fflate/a.js", [0, 3e6, 0]));
  });
  assert.deepEqual(entries, [
    { work: "Books and texts", seconds: 3 },
    { work: "Settings and front matter", seconds: 1 },
    { work: "All else", seconds: 5 },
  ]);
});
