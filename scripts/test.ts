import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findBrowser } from "./find-browser.ts";

/** How many tests of a runner passed and failed. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const FAILED: Count = { passed: 0, failed: 1 };
const PASSED: Count = { passed: 1, failed: 0 };
const MEMORY = "/dev/shm";
const ROOM_IN_BYTES = 2 ** 30;

/**
 * The tests make and delete some hundred small folders, and browsers their profiles: in memory, where a system offers it
 * and has room, that takes a tenth of the time.
 */
function temporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize > ROOM_IN_BYTES) return mkdtempSync(join(MEMORY, "tests-"));
  } catch {
    // Another system than Linux, or one that lends no memory.
  }
  return mkdtempSync(join(tmpdir(), "tests-"));
}

/** What the tests write besides sites; their reports too. */
const temporary = temporaryFolder();
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
/** Some fifty programs begin in a run, and half the time of the shorter ones goes into what they load. */
const COMPILED_MODULES = resolve("node_modules/.cache/compiled-modules");
const counts: Count[] = [];

/** Runs a command and prints all that it said when it is done: several run at the same time. */
function run(title: string, name: string, parameters: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const start = performance.now();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(name, parameters, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      TMPDIR: temporary,
      NODE_COMPILE_CACHE: COMPILED_MODULES,
      ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
      ...env,
    },
  });
  let output = "";
  const keep = (text: string) => {
    output += text;
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", keep);
  child.on("error", (error) => keep(`${error.message}\n`));
  child.on("close", (status) => {
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`\n── ${title}: ${status === 0 ? "passed" : "failed"}, ${seconds} s`);
    if (output.trim()) console.log(output.trimEnd());
    resolve(status === 0);
  });
  return promise;
}

/** A command that counts as one test. */
async function check(title: string, name: string, parameters: readonly string[]): Promise<boolean> {
  const passed = await run(title, name, parameters);
  counts.push(passed ? PASSED : FAILED);
  return passed;
}

/**
 * One process for all files, one after the other: half of a file's time is what it imports, and those that build, or start
 * a server, share what Astro keeps in the project's folder.
 */
async function nodeTests(title: string, pattern: string): Promise<void> {
  const report = join(temporary, `${title}.tap`);
  const files = globSync(pattern).sort();
  const passed = await run(title, "node", [
    "--test",
    "--test-isolation=none",
    "--test-reporter=dot",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  const tap = readFileSync(report, "utf8");
  const total = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, "mu").exec(tap)?.[1] ?? 0);
  // A file whose tests the runner has lost counts for it as one that has passed, under the file's name.
  const lost = files.filter((file) => tap.includes(`\n# Subtest: ${file}\n`));
  for (const file of lost) console.log(`No test ran in ${file}.`);
  const count = { passed: total("pass") - lost.length, failed: total("fail") + total("cancelled") + lost.length };
  if (!passed && count.failed === 0) counts.push(FAILED);
  counts.push(count.passed + count.failed === 0 ? FAILED : count);
}

/** The tests of a file, or of a group in it, as the browser's runner reports them. */
interface Suite {
  readonly file: string;
  readonly specs: readonly {
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
  readonly suites?: readonly Suite[];
}

/** Where the browser's runner keeps tests as it runs them, by what their files hold. */
const TRANSFORMED_TESTS = resolve("node_modules/.cache/playwright");
const SHOWN = 10;

/** @returns a line with the files whose tests took longest, in seconds of one of the runner's workers */
function slowest(suites: readonly Suite[]): string {
  const millisecondsOf = ({ specs, suites: inner = [] }: Suite): number =>
    specs
      .flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration)))
      .concat(inner.map(millisecondsOf))
      .reduce((sum, duration) => sum + duration, 0);
  const files = suites
    .map((suite) => [suite.file, millisecondsOf(suite)] as const)
    .sort(([, one], [, other]) => other - one)
    .slice(0, SHOWN);
  return `Longest: ${files.map(([file, duration]) => `${file} ${Math.round(duration / 1000)} s`).join(", ")}.`;
}

async function browserTests(title: string): Promise<void> {
  let browser: ReturnType<typeof findBrowser>;
  try {
    browser = findBrowser();
  } catch (error) {
    console.error(`\n── ${title}\n${error instanceof Error ? error.message : String(error)}`);
    counts.push(FAILED);
    return;
  }
  console.log(`\nThe browser is ${browser.executable}, ${browser.origin}.`);
  const report = join(temporary, "browser.json");
  const passed = await run(title, "playwright", ["test", "--reporter=dot,json"], {
    CHROMIUM: browser.executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    // Beside the temporary folder, with which it would go: to strip types from all tests anew takes three seconds.
    PLAYWRIGHT_TRANSFORM_CACHE_DIR: TRANSFORMED_TESTS,
  });
  try {
    const { stats, suites } = JSON.parse(readFileSync(report, "utf8")) as {
      stats: { expected: number; unexpected: number; flaky: number };
      suites: readonly Suite[];
    };
    console.log(slowest(suites));
    counts.push({ passed: stats.expected, failed: stats.unexpected + stats.flaky });
    if (!passed && stats.unexpected === 0) counts.push(FAILED);
  } catch {
    counts.push(FAILED);
  }
}

async function builds(): Promise<boolean> {
  if (!(await check("build", "astro", ["build", "--silent"]))) return false;
  return check("sites of the tests", "node", ["tests/support/sites.ts"]);
}

const builtSites = () => nodeTests("built sites", "tests/dist/**/*.test.ts");

async function sources(): Promise<void> {
  await check("format and lint", "biome", ["ci", "--error-on-warnings"]);
  await nodeTests("units", "tests/unit/**/*.test.ts");
}

if (process.argv.includes("--engines")) await nodeTests("engines", "tests/engines/**/*.test.ts");
else if (process.argv.includes("--books")) await nodeTests("books", "tests/books/**/*.test.ts");
else if (process.argv.includes("--import")) await nodeTests("import", "tests/import/**/*.test.ts");
else {
  // A build has one thread for most of its time: what needs no site goes beside it, and goes on beside the browser, which
  // waits for the sites alone.
  const building = builds();
  const others = sources().then(async () => {
    const built = await building;
    // Astro's check writes the same files of types as its build, and needs a TypeScript that is four times as slow: it reads
    // the components alone.
    await check("types of components", "astro", ["check", "--tsconfig", "scripts/tsconfig.components.json"]);
    await check("types", "node", ["node_modules/typescript-native/bin/tsc", "--noEmit"]);
    if (built) await builtSites();
  });
  if (await building) await browserTests("browser");
  await others;
}

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
