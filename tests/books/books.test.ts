import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, it } from "node:test";
import { promisify } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { findBrowser } from "../../scripts/find-browser.ts";
import { settings } from "../support/built-site.ts";
import { PROJECT_ROOT } from "../support/project.ts";
import { testSite } from "../support/sites.ts";

/* The books as the checkers of the trade judge them: the W3C's EPUBCheck and DAISY's Ace. `.ci/install-book-checkers` gets both. */

const EPUBCHECK = "/usr/share/java/epubcheck.jar";
const ACE = join(PROJECT_ROOT, "node_modules", ".cache", "ace", "node_modules", "@daisy", "ace-cli", "bin", "ace.js");

const run = promisify(execFile);
const work = mkdtempSync(join(tmpdir(), "books-"));
after(() => rmSync(work, { recursive: true }));

const hasJava = spawnSync("java", ["-version"]).error === undefined;
const skipEpubCheck = !(hasJava && existsSync(EPUBCHECK)) && "EPUBCheck is not installed: .ci/install-book-checkers";
const skipAce = !existsSync(ACE) && "Ace is not installed: .ci/install-book-checkers";

/** The essay’s own, and one from right to left with every kind of block. */
const books = [settings.outputDirectory, testSite("arabic").directory].flatMap((directory) =>
  globSync("*/*.epub", { cwd: directory })
    .sort()
    .map((route) => ({ route, file: join(directory, route) })),
);

/** @returns what EPUBCheck calls fatal, an error or a warning */
async function epubCheck(file: string): Promise<string[]> {
  const report = join(work, `${basename(file)}-${performance.now()}.json`);
  // A short run is over before the better compiler has paid.
  const options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
  // It ends with 1 where it has found something.
  await run("java", [...options, "-jar", EPUBCHECK, file, "--json", report]).catch(() => undefined);
  const { messages } = JSON.parse(readFileSync(report, "utf8")) as {
    messages: { ID: string; severity: string; message: string; locations: { path: string; line: number }[] }[];
  };
  return messages
    .filter(({ severity }) => ["FATAL", "ERROR", "WARNING"].includes(severity))
    .map(({ ID, message, locations: [place] }) => `${ID} ${place?.path}:${place?.line} ${message.slice(0, 200)}`);
}

/** @returns what Ace finds that keeps readers out */
async function ace(file: string): Promise<string[]> {
  const folder = mkdtempSync(join(work, "ace-"));
  const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: findBrowser().executable };
  await run(process.execPath, [ACE, "--silent", "--force", "--outdir", folder, file], { env });
  const { assertions } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as {
    assertions: {
      "earl:testSubject": { url: string };
      assertions: { "earl:test": { "dct:title": string }; "earl:result": { "dct:description": string } }[];
    }[];
  };
  return assertions.flatMap((page) =>
    page.assertions.map(
      (one) =>
        `${page["earl:testSubject"].url}: ${one["earl:test"]["dct:title"]}: ${one["earl:result"]["dct:description"]}`,
    ),
  );
}

/** @returns the path of a copy of the first book, one of whose sections is changed */
function broken(change: (page: string) => string): string {
  const files = unzipSync(new Uint8Array(readFileSync(books[0]?.file ?? "")));
  const name = Object.keys(files).find((path) => /section-.*\.xhtml$/u.test(path)) ?? "";
  files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  const file = join(work, "broken.epub");
  const { mimetype = new Uint8Array(), ...others } = files;
  const bytes = zipSync({ mimetype: [mimetype, { level: 0 }], ...others });
  writeFileSync(file, bytes);
  return file;
}

describe("EPUBCheck", { skip: skipEpubCheck, concurrency: 2 }, () => {
  for (const { route, file } of books)
    it(`finds neither an error nor a warning in ${route}`, async () => assert.deepEqual(await epubCheck(file), []));

  it("finds what is wrong", async () => {
    const [problem] = await epubCheck(broken((page) => page.replace("<h1", "<li/><h1")));
    assert.match(problem ?? "", /^RSC-005/u);
  });
});

describe("Ace", { skip: skipAce }, () => {
  // The essay’s first book differs from its horizontal one by a class.
  for (const { route, file } of books.filter(({ route }) => !route.includes("-horizontal")))
    it(`finds nothing that keeps readers out of ${route}`, async () => assert.deepEqual(await ace(file), []));

  it("finds what does", async () => {
    const [problem] = await ace(broken((page) => page.replace("<h1", '<img src="cover.svg"/><h1')));
    assert.match(problem ?? "", /image-alt/u);
  });
});
