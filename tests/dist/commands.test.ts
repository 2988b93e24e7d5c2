import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { MINIMAL_ESSAY } from "../support/essay-folder.ts";
import { PROJECT_ROOT, removeFolder } from "../support/project.ts";

const script = (name: string) => join(PROJECT_ROOT, "scripts", `${name}.ts`);
const environment = (own: Readonly<Record<string, string>>) => {
  const { SITE_URL: _site, BASE_PATH: _base, ESSAY_DIR: _essay, OUT_DIR: _out, PORT: _port, ...rest } = process.env;
  return { ...rest, NODE_TEST_CONTEXT: undefined, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...own };
};

/** A mistake that is told with its place. */
const [FILE, RIGHT, WRONG] = ["ja/opening.mdx", "待った[^boat]", "待った"] as const;
const TOLD = /ja\/opening\.mdx:10:1\n {4}the note \[\^boat\] is never cited\n {4}→ Set the mark/u;

let essay: string;
const edit = (from: string, to: string) =>
  writeFileSync(join(essay, FILE), readFileSync(join(essay, FILE), "utf8").replace(from, to));
before(() => {
  // Not below node_modules, where no one watches for changes.
  essay = mkdtempSync(join(tmpdir(), "commands-"));
  cpSync(MINIMAL_ESSAY, essay, { recursive: true });
  edit(RIGHT, WRONG);
});
after(() => {
  rmSync(essay, { recursive: true });
  removeFolder(readBuildSettings({ ESSAY_DIR: essay }, PROJECT_ROOT).cacheDirectory);
});

describe("a command that cannot do its work", () => {
  const cases: readonly (readonly [string, string, readonly string[], () => Record<string, string>, RegExp])[] = [
    [
      "a mistake in the essay",
      "build",
      [],
      () => ({ OUT_DIR: `${essay}-site` }),
      new RegExp(`^1 problem in the essay; nothing was published\\.\\n\\n.*${TOLD.source}[^\\n]*\\n*$`, "u"),
    ],
    [
      "an address with a path",
      "build",
      [],
      () => ({ SITE_URL: "https://example.org/essay" }),
      /^SITE_URL is [^\n]*\n$/u,
    ],
    ["an unknown option", "build", ["--bogus"], () => ({}), /^Unknown option '--bogus'\.\n$/u],
    ["a port that is none", "dev", [], () => ({ PORT: "abc" }), /^PORT is “abc”, which is not a port; [^\n]*\n$/u],
    [
      "an id that is not registered",
      "anchors",
      ["--still", "p1=x:1"],
      () => ({ ESSAY_DIR: MINIMAL_ESSAY }),
      /^--still p1=x:1: nothing is registered as “p1”\.\n$/u,
    ],
  ];
  for (const [title, name, parameters, own, expected] of cases)
    it(`says why, and nothing else, and ends with 1: ${title}`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script(name), ...parameters], {
        cwd: PROJECT_ROOT,
        encoding: "utf8",
        env: environment({ ESSAY_DIR: essay, ...own() }),
      });
      assert.match(stderr, expected);
      assert.doesNotMatch(stdout, /error|hook/iu);
      assert.equal(status, 1);
    });
});

describe("a command that is asked how it is used", () => {
  it("says so, and does nothing", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script("dev"), "--port", "0", "--help"], {
      cwd: PROJECT_ROOT,
      encoding: "utf8",
      env: environment({ ESSAY_DIR: essay }),
    });
    assert.deepEqual([stderr, status], ["", 0]);
    assert.match(stdout, /^npm run dev [\s\S]*--open/u);
  });

  it("has an answer, whichever of package.json it is", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    // Other lines run a runner of tests, or two commands.
    const files = Object.entries(scripts).flatMap(([name, line]) => {
      const [, file] = / scripts\/([\w-]+)\.ts$/u.exec(line) ?? [];
      return file === undefined || file === "test" || name === "start" ? [] : [[name, file] as const];
    });
    assert.ok(files.length > 10);
    for (const [name, file] of files) {
      const text = readFileSync(script(file), "utf8");
      assert.match(text, new RegExp(`^const USAGE = \`npm run ${name}\\b`, "mu"));
      assert.match(text, /await runCommand\(USAGE, /u, file);
    }
  });
});

describe("the development server", () => {
  let server: ChildProcess;
  let address: string;
  let lines: AsyncIterator<string>;
  /** Waits for a line that the server prints. */
  const printed = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return assert.fail(`The server ended before it printed ${pattern}.`);
      const match = pattern.exec(value);
      if (match) return match;
    }
  };
  const page = (path: string) => fetch(`${address}${path}`, { headers: { accept: "text/html" } });

  before(async () => {
    server = spawn(process.execPath, [script("dev"), "--port", "0"], {
      cwd: PROJECT_ROOT,
      env: environment({ ESSAY_DIR: essay }),
      stdio: ["ignore", "pipe", "inherit"],
    });
    lines = createInterface({ input: server.stdout as NonNullable<typeof server.stdout> })[Symbol.asyncIterator]();
    address = (await printed(/http:\/\/localhost:\d+/u))[0];
  });
  after(async () => {
    const ended = once(server, "exit");
    server.kill();
    await ended;
  });

  it("starts with a mistake in the essay, shows it in the page, and goes on when it is mended", async () => {
    const broken = await page("/ja/opening/");
    assert.equal(broken.status, 500);
    const html = await broken.text();
    assert.match(html, /the note \[\^boat\] is never cited/u);
    assert.match(html, /ja\/opening\.mdx:10:1/u);
    assert.match(html, /@vite\/client/u, "the page waits for the server's word");

    await printed(/watching for file changes/u);
    edit(WRONG, RIGHT);
    await printed(/can be read again/u);
    const mended = await page("/ja/opening/");
    assert.equal(mended.status, 200);
    assert.match(await mended.text(), /id="note-boat"/u);
  });
});
