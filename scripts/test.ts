import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.ts";

/** How many tests of a runner passed and failed. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const FAILED: Count = { passed: 0, failed: 1 };
const PASSED: Count = { passed: 1, failed: 0 };
const reports = mkdtempSync(join(tmpdir(), "test-reports-"));
const counts: Count[] = [];

/** Runs a command in the open; its exit code is the whole result. */
function command(title: string, name: string, parameters: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(name, parameters, { stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

/** A command that counts as one test. */
function check(title: string, name: string, parameters: readonly string[], env?: NodeJS.ProcessEnv): boolean {
  const passed = command(title, name, parameters, env);
  counts.push(passed ? PASSED : FAILED);
  return passed;
}

function nodeTests(title: string, pattern: string): void {
  const report = join(reports, `${title}.tap`);
  const files = globSync(pattern).sort();
  const passed = command(title, "node", [
    "--test",
    "--test-reporter=dot",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  const tap = readFileSync(report, "utf8");
  const total = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, "mu").exec(tap)?.[1] ?? 0);
  const count = { passed: total("pass"), failed: total("fail") + total("cancelled") };
  if (!passed && count.failed === 0) counts.push(FAILED);
  counts.push(count.passed + count.failed === 0 ? FAILED : count);
}

function browserTests(title: string): void {
  let browser: ReturnType<typeof findBrowser>;
  try {
    browser = findBrowser();
  } catch (error) {
    console.error(`\n── ${title}\n${error instanceof Error ? error.message : String(error)}`);
    counts.push(FAILED);
    return;
  }
  console.log(`\nThe browser is ${browser.executable}, ${browser.origin}.`);
  const report = join(reports, "browser.json");
  const passed = command(title, "playwright", ["test", "--reporter=dot,json"], {
    CHROMIUM: browser.executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  try {
    const { stats } = JSON.parse(readFileSync(report, "utf8")) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    counts.push({ passed: stats.expected + stats.flaky, failed: stats.unexpected });
    if (!passed && stats.unexpected === 0) counts.push(FAILED);
  } catch {
    counts.push(FAILED);
  }
}

check("types", "astro", ["check"]);
check("format and lint", "biome", ["ci", "--error-on-warnings"]);
nodeTests("units", "tests/unit/**/*.test.ts");
const built = check("build", "astro", ["build", "--silent"]);
if (built) {
  nodeTests("built site", "tests/dist/**/*.test.ts");
  browserTests("browser");
}
rmSync(reports, { recursive: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
