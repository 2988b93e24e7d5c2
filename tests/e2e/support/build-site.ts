import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const CACHE = join(process.cwd(), "node_modules", ".cache");
const LOCK = join(CACHE, "build.lock");
const RETRY_IN_MS = 200;

/** The longest that a test may wait for a site of its own. */
export const BUILD_TIMEOUT_IN_MS = 300_000;

/**
 * Builds a site as `npm run build` does, once in a run of the tests whichever workers ask for it. Builds wait for each
 * other, because Astro keeps files of its own in the project's folder.
 *
 * @param name of the folder that the site is built into
 * @param environment the settings of the build
 * @returns the folder
 */
export async function buildSite(name: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const directory = join(CACHE, name);
  const stamp = join(CACHE, `${name}.run`);
  const run = process.env["TEST_RUN"] ?? "";
  const release = await takeLock();
  try {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === run) return directory;
    const astro = join(process.cwd(), "node_modules", "astro", "bin", "astro.mjs");
    await promisify(execFile)(process.execPath, [astro, "build", "--silent"], {
      env: { ...process.env, ...environment, OUT_DIR: directory },
    });
    writeFileSync(stamp, run);
    return directory;
  } finally {
    release();
  }
}

/** The lock is a file with the number of the process that holds it; one left by a process that is gone is void. */
async function takeLock(): Promise<() => void> {
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return () => rmSync(LOCK, { force: true });
    } catch {
      if (!isHeld()) rmSync(LOCK, { force: true });
      await sleep(RETRY_IN_MS);
    }
  }
}

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
