import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { updateAnchors } from "../../../scripts/anchors.ts";
import { ContentError } from "../../../src/essay/problem.ts";
import { digestOf, keptEditions } from "../../../src/integrations/kept-editions.ts";
import { type Editions, keptWordsProblems, readEditions } from "../../../src/integrations/read-editions.ts";
import { readEssayWithBodies } from "../../../src/integrations/read-essay.ts";
import { readRegistry } from "../../../src/integrations/read-registry.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

let essay: EssayFolder;
beforeEach(() => {
  essay = new EssayFolder();
});
afterEach(() => essay.delete());

const path = (file: string) => join(essay.path, file);
const register = () => updateAnchors(essay.path, essay.path);
const OLD = "1.2.0";
const NEW = "1.3.0";

async function editions(): Promise<Editions> {
  const read = await readEssayWithBodies(essay.path, essay.path);
  return readEditions(essay.path, essay.path, read.essay, read.registry);
}

const FILE = "en/opening.mdx";

/** Publishes the essay, and then another edition with other words. */
function publishTwice(): void {
  register();
  essay.replace("essay.yaml", OLD, NEW);
  essay.replace(FILE, "People crossed by", "Whoever had to crossed by");
  register();
}

test("an essay with one edition has no earlier one", async () => {
  assert.deepEqual(await editions(), { earlier: [], histories: [] });
  register();
  const { earlier, histories } = await editions();
  assert.deepEqual(earlier, []);
  assert.ok(histories.every(({ states }) => states.length === 1));
});

test("an edition can be read as it was written when there is a later one", async () => {
  const before = readFileSync(path(FILE), "utf8");
  publishTwice();
  assert.deepEqual(keptEditions(essay.path), [NEW, OLD]);
  assert.equal(readFileSync(path(`editions/${OLD}/${FILE}`), "utf8"), before);
  const { earlier, histories } = await editions();
  assert.deepEqual(
    earlier.map(({ edition }) => edition.version),
    [OLD],
  );
  assert.ok(histories.some(({ states }) => states.at(-1)?.status === "changed"));
  assert.ok(!existsSync(path(`editions/${NEW}/editions`)), "an edition does not keep the editions before it");
});

test("a second run of the command changes nothing of what is kept", () => {
  publishTwice();
  const lock = readFileSync(path("anchors-lock.json"), "utf8");
  register();
  assert.equal(readFileSync(path("anchors-lock.json"), "utf8"), lock);
});

const refusal = (of: () => unknown): string => {
  try {
    of();
  } catch (error) {
    assert.ok(error instanceof ContentError);
    return error.problems.map(({ file, what, how }) => `${file}: ${what} ${how}`).join("\n");
  }
  return "";
};
const read = () => readRegistry(essay.path, essay.path);

test("a kept edition that was edited, taken away or put in by hand is refused, with the way back", () => {
  publishTwice();
  assert.equal(refusal(read), "");
  const file = path(`editions/${OLD}/${FILE}`);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll("\n", "\r\n"));
  assert.equal(refusal(read), "", "how lines end is a matter of the machine");
  writeFileSync(file, `${text} `);
  assert.match(
    refusal(read),
    /editions\/1\.2\.0: edition 1\.2\.0 is not as npm run anchors kept it.*git checkout -- /u,
  );
  rmSync(path(`editions/${OLD}`), { recursive: true });
  assert.match(refusal(read), /edition 1\.2\.0 was kept here and is missing/u);
  essay.write(`editions/${OLD}/${FILE}`, text);
  assert.match(refusal(read), /is not as npm run anchors kept it/u);
});

test("a present edition that is kept with other words is told to its author, and refused by a build", async () => {
  publishTwice();
  const told: string[] = [];
  const present = async () => {
    const { essay: read, registry } = await readEssayWithBodies(essay.path, essay.path);
    await readEditions(essay.path, essay.path, read, registry, ({ what }) => told.push(what));
  };
  await present();
  assert.deepEqual(told, []);
  const kept = path(`editions/${NEW}/anchors.json`);
  const [words] = /Whoever had to[^"]*/u.exec(readFileSync(kept, "utf8")) ?? [];
  assert.ok(words);
  writeFileSync(kept, readFileSync(kept, "utf8").replace(words, "Somebody else"));
  // Not even what the command locked: the words alone are looked at.
  const lock = JSON.parse(readFileSync(path("anchors-lock.json"), "utf8")) as { editions: Record<string, string> };
  lock.editions[NEW] = digestOf(essay.path, NEW);
  essay.write("anchors-lock.json", JSON.stringify(lock));
  await present();
  const said = /edition 1\.3\.0 is not kept with the words that it has now/u;
  assert.match(told.join(), said);
  await assert.rejects(editions(), said);
});

test("an edition whose words are not those that are recorded for it is refused", async () => {
  publishTwice();
  const { registry, earlier } = await editions();
  assert.ok(registry && earlier[0]);
  assert.deepEqual(keptWordsProblems(registry, earlier[0].registry, `editions/${OLD}`), []);
  const other = structuredClone(earlier[0].registry);
  const record = other.anchors.find(({ kind }) => kind === "paragraph");
  const [language = ""] = Object.keys(record?.texts ?? {});
  Object.assign(record?.texts?.[language]?.[0] ?? {}, { text: "Nobody ever said this." });
  const [problem] = keptWordsProblems(registry, other, `editions/${OLD}`);
  assert.match(problem?.what ?? "", /“#p\d+” of edition 1\.2\.0 has other words/u);
});
