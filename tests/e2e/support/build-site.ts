import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { promisify } from "node:util";

const CACHE = join(process.cwd(), "node_modules", ".cache");
/** Is there while a test builds; it holds the number of the process that does. */
const LOCK = join(CACHE, "browser-tests-build");
const REST_IN_MS = 200;

/** The longest that a test may wait for a site of its own. */
export const BUILD_TIMEOUT_IN_MS = 300_000;

/**
 * Builds a site as `npm run build` does. Astro keeps files of its own in the project's folder, so that the tests that
 * need a site of their own build it in turn.
 *
 * @param environment the settings; those of the test run itself do not count
 * @returns all that it printed
 * @throws where the build fails, with what it printed
 */
export async function buildSite(environment: Readonly<Record<string, string>>): Promise<string> {
  const release = await takeTurn();
  try {
    return await build(environment);
  } finally {
    release();
  }
}

/**
 * Builds a site once in a run of the tests, whichever workers ask for it.
 *
 * @param name of the folder that the site is built into
 * @returns the folder
 */
export async function buildOnce(name: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const directory = join(CACHE, name);
  const stamp = join(CACHE, `${name}.run`);
  const run = process.env["TEST_RUN"] ?? "";
  const release = await takeTurn();
  try {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === run) return directory;
    await build({ ...environment, OUT_DIR: directory });
    writeFileSync(stamp, run);
    return directory;
  } finally {
    release();
  }
}

async function build(environment: Readonly<Record<string, string>>): Promise<string> {
  const { SITE_URL: _site, BASE_PATH: _base, ESSAY_DIR: _essay, OUT_DIR: _out, ...own } = process.env;
  const astro = join(process.cwd(), "node_modules", "astro", "bin", "astro.mjs");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [astro, "build"], {
    env: { ...own, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment },
  });
  return `${stdout}${stderr}`;
}

async function takeTurn(): Promise<() => void> {
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return () => rmSync(LOCK, { force: true });
    } catch {
      if (!isHeld()) rmSync(LOCK, { force: true, recursive: true });
      await rest(REST_IN_MS);
    }
  }
}

/** A lock that is left by a process that is gone is void. */
function isHeld(): boolean {
  try {
    const holder = Number(readFileSync(LOCK, "utf8"));
    // A lock that is just being written has no number yet.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}
