import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { after, it } from "node:test";
import type { Essay } from "../../../src/essay/model.ts";
import { readBuildSettings } from "../../../src/integrations/build-settings.ts";
import { readEssayWithBodies } from "../../../src/integrations/read-essay.ts";
import { startOtherForms } from "../../../src/integrations/start-other-forms.ts";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "../../support/project.ts";

const folders: string[] = [];
after(() => folders.forEach(removeFolder));

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, "base64")]),
  );
}

it("the books, texts, citations and index that a thread makes are those that are made without one", async () => {
  const directory = join(PROJECT_ROOT, "tests", "fixtures", "trilingual");
  const { essay, bodies } = await readEssayWithBodies(directory, PROJECT_ROOT);
  const settings = readBuildSettings({ ESSAY_DIR: directory, SITE_URL: "https://example.org" }, PROJECT_ROOT);
  const [inThread, here] = await Promise.all(
    [true, false].map(async (isInThread) => {
      const folder = makeTemporaryFolder("other-forms-");
      folders.push(folder);
      await startOtherForms(settings, essay, [], bodies, folder, { inThread: isInThread }).finish();
      return filesIn(folder);
    }),
  );
  assert.ok(inThread && here);
  for (const kind of [".epub", ".txt", ".md", ".bib", ".pf_meta"])
    assert.ok(
      [...here.keys()].some((path) => path.endsWith(kind)),
      kind,
    );
  assert.deepEqual(inThread, here);
});

it("are found again by a next build, and are made anew where a word of the essay is another", async () => {
  const directory = join(PROJECT_ROOT, "tests", "fixtures", "trilingual");
  const { essay, bodies } = await readEssayWithBodies(directory, PROJECT_ROOT);
  const cacheDirectory = makeTemporaryFolder("other-forms-");
  folders.push(cacheDirectory);
  const settings = { ...readBuildSettings({ ESSAY_DIR: directory }, PROJECT_ROOT), cacheDirectory };
  const made = async (of: Essay, options: { version?: string }) => {
    const folder = makeTemporaryFolder("other-forms-");
    folders.push(folder);
    await startOtherForms(settings, of, [], bodies, folder, { inThread: false, ...options }).finish();
    return filesIn(folder);
  };
  const changed: Essay = { ...essay, edition: { ...essay.edition, version: "9.9.9" } };
  const [first, second] = [await made(essay, { version: "1" }), await made(essay, { version: "1" })];
  assert.deepEqual(second, first);
  const written = statSync(join(cacheDirectory, "other-forms")).mtimeMs;
  const anew = await made(changed, { version: "1" });
  assert.deepEqual(anew, await made(changed, {}));
  assert.notDeepEqual(anew, first);
  assert.notEqual(statSync(join(cacheDirectory, "other-forms")).mtimeMs, written);
});
