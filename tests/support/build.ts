import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { PROJECT_ROOT } from "./project.ts";

/** What a build ended with. */
export interface BuildResult {
  readonly status: number | null;
  /** All that it printed. */
  readonly output: string;
}

/**
 * Builds a site as `npm run build` does. Astro keeps files of its own in the project's folder, so that two builds
 * must not run at the same time: keep all builds in one test file.
 *
 * @param environment the settings; those of the test run itself do not count
 */
export function build(environment: Readonly<Record<string, string>>): BuildResult {
  const astro = join(PROJECT_ROOT, "node_modules", "astro", "bin", "astro.mjs");
  const { SITE_URL: _site, BASE_PATH: _base, ESSAY_DIR: _essay, OUT_DIR: _out, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, "build", "--silent"], {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
    // A test runner's marks in the environment would change what its children print. Others' variables must change nothing.
    env: {
      ...own,
      ...OF_OTHERS,
      NODE_TEST_CONTEXT: undefined,
      ASTRO_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
      ...environment,
    },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Variables that other programs of a machine may have set, under names that Astro has for what it knows of a site. */
const OF_OTHERS = { SITE: "no address", BASE_URL: "/another/", ASSETS_PREFIX: "https://cdn.example.org" };

/** @returns the hash of every file in a folder, by its path; nothing where there is no folder */
export function hashesOf(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}
