import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { updateAnchors } from "../../../scripts/anchors.ts";
import { ContentError } from "../../../src/essay/problem.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";

let root: string;
const essay = () => join(root, "content");
const path = (file: string) => join(essay(), file);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(path(file), change(readFileSync(path(file), "utf8")));

before(() => {
  root = mkdtempSync(join(tmpdir(), "anchors-"));
  cpSync("content", essay(), { recursive: true });
});
after(() => rmSync(root, { recursive: true }));

async function problemsOf(): Promise<
  readonly { file: string; line?: number | undefined; what: string; how: string }[]
> {
  try {
    await readEssay(essay(), root);
    return [];
  } catch (error) {
    assert.ok(error instanceof ContentError);
    return error.problems;
  }
}

test("the published essay agrees with its registry, and the command has nothing to do", () => {
  const text = readFileSync(path("anchors.json"), "utf8");
  assert.deepEqual(updateAnchors(essay(), root).changes, []);
  assert.equal(readFileSync(path("anchors.json"), "utf8"), text);
});

test("a removed paragraph fails the build, and the command mends it", async () => {
  edit("essay.yaml", (text) => text.replace(/version: .*/u, "version: 99.0.0"));
  for (const language of readdirSync(essay()).filter((name) => existsSync(path(`${name}/conclusion.mdx`))))
    edit(`${language}/conclusion.mdx`, (text) => {
      const blocks = text.split("\n\n");
      blocks.splice(2, 1);
      return blocks.join("\n\n");
    });
  const problems = await problemsOf();
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.what ?? "", /¶40 .*would vanish/u);
  assert.match(problems[0]?.how ?? "", /npm run anchors/u);

  const { changes } = updateAnchors(essay(), root);
  assert.deepEqual(changes, [{ id: "p40", kind: "paragraph", what: "removed", to: "p39" }]);
  const read = await readEssay(essay(), root);
  assert.deepEqual(
    read.texts["ja"]?.sections.at(-1)?.paragraphs.map(({ number }) => number),
    ["39", "41", "42", "43"],
  );
  assert.equal(read.retiredAnchors[0]?.id, "p40");
});

test("a registry edited by hand is refused with the way back", async () => {
  edit("anchors.json", (text) => text.replace('"successor": "p39"', '"successor": "p99"'));
  const [problem] = await problemsOf();
  assert.equal(problem?.file, "content/anchors.json");
  assert.match(problem?.how ?? "", /git checkout -- content\/anchors\.json.*npm run anchors/u);
  assert.throws(() => updateAnchors(essay(), root), ContentError);
});
