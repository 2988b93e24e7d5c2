import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { makeEssay } from "../../scripts/new.ts";
import type { Problem } from "../../src/essay/problem.ts";
import { readEssay } from "../../src/integrations/read-essay.ts";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "../support/project.ts";

describe("npm run new", () => {
  let folder: string;
  before(() => {
    folder = makeTemporaryFolder("new");
  });
  after(() => removeFolder(folder));

  const make = (name: string, ...rest: readonly string[]) =>
    makeEssay([join(folder, name), ...rest], PROJECT_ROOT, "2026-01-31");

  for (const languages of [["en"], ["de"], ["ja"], ["ko"], ["ar"], ["zh-Hans"], ["nl"], ["fr", "de"]])
    it(`makes an essay that can be published: ${languages.join(", ")}`, async () => {
      const path = make(`essay-${languages.join("-")}`, ...languages.flatMap((language) => ["--language", language]));
      const warnings: Problem[] = [];
      const essay = await readEssay(path, path, (problem) => warnings.push(problem));
      assert.deepEqual(essay.languages, languages);
      assert.equal(essay.kind, "original");
      for (const text of Object.values(essay.texts)) {
        assert.deepEqual(
          text.sections.map(({ paragraphs, notes }) => [paragraphs.length, notes.length]),
          [[2, 1]],
        );
        assert.equal(text.bibliography.length, 1);
      }
      // Only that its addresses are not registered yet.
      assert.deepEqual(
        warnings.map(({ file }) => file),
        ["anchors.json"],
      );
    });

  it("writes over nothing, and says what is wrong with a command", () => {
    const path = make("there");
    writeFileSync(join(path, "mine.txt"), "mine");
    const before = readdirSync(path, { recursive: true }).sort();
    assert.throws(() => make("there"), /is there already and not empty/u);
    assert.deepEqual(readdirSync(path, { recursive: true }).sort(), before);
    assert.throws(() => make("other", "--language", "not a tag"), /not a BCP 47 language tag/u);
    assert.throws(() => make("other", "--langage", "de"), /langage/u);
    assert.throws(() => makeEssay([], PROJECT_ROOT, "2026-01-31"), /npm run new -- <directory>/u);
  });

  it("finds an id in any name of a directory", async () => {
    for (const name of ["Über die Stille!", "2nd essay", "静けさ"]) {
      const essay = await readEssay(make(name), folder);
      assert.match(essay.id, /^[a-z][a-z0-9-]*$/u, name);
    }
  });
});
