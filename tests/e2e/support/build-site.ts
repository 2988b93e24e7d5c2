import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { promisify } from "node:util";

const CACHE = join(process.cwd(), "node_modules", ".cache");
/** Is there while a test builds. */
const LOCK = join(CACHE, "browser-tests-build");
const REST_IN_MS = 100;

/** Lets the first test build, whatever a run that was ended has left. */
export function allowBuilds(): void {
  rmSync(LOCK, { recursive: true, force: true });
}

async function takeTurn(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      return mkdirSync(LOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      await rest(REST_IN_MS);
    }
  }
}

/**
 * Builds a site as `npm run build` does. Astro keeps files of its own in the project's folder, so that the tests that
 * need a site of their own build it in turn.
 *
 * @param environment the settings; those of the test run itself do not count
 * @returns all that it printed
 * @throws where the build fails, with what it printed
 */
export async function buildSite(environment: Readonly<Record<string, string>>): Promise<string> {
  const { SITE_URL: _site, BASE_PATH: _base, ESSAY_DIR: _essay, OUT_DIR: _out, ...own } = process.env;
  const astro = join(process.cwd(), "node_modules", "astro", "bin", "astro.mjs");
  await takeTurn();
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [astro, "build"], {
      env: { ...own, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment },
    });
    return `${stdout}${stderr}`;
  } finally {
    allowBuilds();
  }
}
