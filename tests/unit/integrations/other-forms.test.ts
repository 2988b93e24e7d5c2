import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { after, it } from "node:test";
import { allRecords } from "../../../src/citation/record.ts";
import { withTextStyles } from "../../../src/citation/text-styles.ts";
import type { Essay } from "../../../src/essay/model.ts";
import { type BuildSettings, readBuildSettings } from "../../../src/integrations/build-settings.ts";
import { writeReadyCitations } from "../../../src/integrations/citations.ts";
import type { FormsSource } from "../../../src/integrations/make-other-forms.ts";
import { readWork } from "../../../src/integrations/read-work.ts";
import { startEssayThread } from "../../../src/integrations/start-essay-thread.ts";
import { startOtherForms } from "../../../src/integrations/start-other-forms.ts";
import { type Work, workOf } from "../../../src/integrations/work.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { MINIMAL_ESSAY } from "../../support/essay-folder.ts";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "../../support/project.ts";

const folders: string[] = [];
after(() => folders.forEach(removeFolder));

function temporaryFolder(): string {
  const folder = makeTemporaryFolder("other-forms-");
  folders.push(folder);
  return folder;
}

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, "base64")]),
  );
}

const READING = { isPreview: false, parse: parseSection, warn: () => undefined };
const TRILINGUAL = join(PROJECT_ROOT, "tests", "fixtures", "trilingual");

/** @returns what the forms are made from that are made here, without a cache */
async function sourceOf(settings: BuildSettings): Promise<FormsSource> {
  const { essay, bodies, translations } = await readWork(settings, READING);
  return { settings, essay, earlier: [], bodies: bodies.source, translations, version: undefined };
}

it("the books, texts, citations and index that a thread makes are those that are made without one", async () => {
  const cacheDirectory = temporaryFolder();
  const environment = { ESSAY_DIR: TRILINGUAL, SITE_URL: "https://example.org" };
  const settings = { ...readBuildSettings(environment, PROJECT_ROOT), cacheDirectory };
  const [inThread, here] = [temporaryFolder(), temporaryFolder()];
  const thread = startEssayThread(settings);
  assert.ok(await thread?.read());
  await thread?.writeForms(inThread).finish();
  await startOtherForms(await sourceOf(settings), here).finish();
  const files = filesIn(here);
  for (const kind of [".epub", ".txt", ".md", ".bib", ".pf_meta"])
    assert.ok(
      [...files.keys()].some((path) => path.endsWith(kind)),
      kind,
    );
  assert.deepEqual(filesIn(inThread), files);
});

it("an essay that a thread reads has the words, editions and translations that it has when it is read here", async () => {
  const settings = { ...readBuildSettings({}, PROJECT_ROOT), cacheDirectory: temporaryFolder() };
  const reading = await startEssayThread(settings)?.read();
  assert.ok(reading);
  const work = workOf(reading.work);
  const here = await readWork(settings, READING);
  assert.deepEqual(work.essay, here.essay);
  assert.deepEqual(work.translations, here.translations);
  assert.deepEqual(work.editions.histories, here.editions.histories);
  const htmlOf = ({ essay, bodies }: Pick<Work, "essay" | "bodies">) =>
    Object.values(essay.texts).flatMap(({ language, sections }) => [bodies.about(language), sections.map(bodies.html)]);
  const editions = ({ editions: { earlier } }: Work) => earlier.map(htmlOf);
  assert.deepEqual(htmlOf(work), htmlOf(here));
  assert.deepEqual(editions(work), editions(here));
});

it("the citations that pages show are in a thread those that are made without one", async () => {
  const environment = { SITE_URL: "https://example.org" };
  const settings = { ...readBuildSettings(environment, PROJECT_ROOT), cacheDirectory: temporaryFolder() };
  const thread = startEssayThread(settings);
  const { essay, editions } = await readWork(settings, READING);
  const earlier = editions.earlier.map((edition) => edition.essay);
  const site = { origin: settings.siteUrl, basePath: settings.basePath };
  const here = await withTextStyles(essay.languages, (format) => writeReadyCitations(essay, earlier, site, format));
  const pages = Object.keys(here);
  assert.ok(earlier.length > 0 && pages.length > allRecords(essay, site).length, pages.join(" "));
  assert.deepEqual(await thread?.citations(), here);
  await thread?.writeForms(temporaryFolder()).abandon();
});

it("a thread tells that it could not read an essay, and begins nothing", async () => {
  const settings = { ...readBuildSettings({ ESSAY_DIR: temporaryFolder() }, PROJECT_ROOT) };
  assert.equal(await startEssayThread(settings)?.read(), undefined);
});

it("are found again by a next build, and are made anew where a word of the essay is another", async () => {
  const cacheDirectory = temporaryFolder();
  const source = await sourceOf({ ...readBuildSettings({ ESSAY_DIR: MINIMAL_ESSAY }, PROJECT_ROOT), cacheDirectory });
  const made = async (essay: Essay, version?: string) => {
    const folder = temporaryFolder();
    await startOtherForms({ ...source, essay, version }, folder).finish();
    return filesIn(folder);
  };
  const { essay } = source;
  const changed: Essay = { ...essay, edition: { ...essay.edition, version: "9.9.9" } };
  const [first, second] = [await made(essay, "1"), await made(essay, "1")];
  assert.deepEqual(second, first);
  const written = statSync(join(cacheDirectory, "other-forms")).mtimeMs;
  const anew = await made(changed, "1");
  assert.deepEqual(anew, await made(changed));
  assert.notDeepEqual(anew, first);
  assert.notEqual(statSync(join(cacheDirectory, "other-forms")).mtimeMs, written);
});
