import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../src/essay/problem.ts";

/** What a build took. */
export interface BuildCost {
  readonly seconds: number;
  /** Seconds of the processor, of the build and all that it started. */
  readonly cpuSeconds: number;
  /** Bytes of memory that the largest process had at once. */
  readonly peakMemory: number;
  /** Bytes of the built site as it is on disk. */
  readonly siteBytes: number;
  readonly pages: number;
}

const aside: string[] = [];

/**
 * Takes a folder out of the way of a build that is measured, under another name: a file system that has just deleted
 * thousands of files may take ten times as long to make new ones (ext4 spares for a minute the inodes that it freed).
 *
 * @param path absolute; there may be nothing
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  const name = `${path}.aside-${process.pid}-${aside.length}`;
  renameSync(path, name);
  aside.push(name);
}

process.on("exit", () => {
  for (const path of aside) rmSync(path, { recursive: true, force: true });
});

/** The one measure of memory that counts a finished process with its descendants; Node has none. */
const TIME = "/usr/bin/time";

/**
 * Runs a build in a process of its own and measures it.
 *
 * @param command program and arguments
 * @param where absolute: the folder in which it runs, and that of the site it makes
 * @throws {UserError} where the build fails, with what it printed
 */
export function measuredBuild(
  command: readonly string[],
  where: { readonly directory: string; readonly output: string },
  environment: Readonly<Record<string, string>> = {},
): BuildCost {
  if (!existsSync(TIME)) throw new UserError(`There is no ${TIME}. Install GNU time: apt-get install time`);
  setAside(where.output);
  const report = join(tmpdir(), `bench-time-${process.pid}`);
  const { status, stdout, stderr } = spawnSync(TIME, ["-f", "%e %U %S %M", "-o", report, ...command], {
    cwd: where.directory,
    encoding: "utf8",
    maxBuffer: 1_000_000_000,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...environment },
  });
  if (status !== 0) throw new UserError(`The build failed.\n${`${stdout}${stderr}`.slice(-4_000)}`);
  const line = readFileSync(report, "utf8").trim().split("\n").at(-1) ?? "";
  rmSync(report);
  const [seconds = 0, user = 0, system = 0, kibibytes = 0] = line.split(" ").map(Number);
  const count = (...test: readonly string[]) =>
    execFileSync("find", [where.output, "-type", "f", ...test], { encoding: "utf8", maxBuffer: 1_000_000_000 })
      .split("\n")
      .filter(Boolean);
  return {
    seconds,
    cpuSeconds: user + system,
    peakMemory: kibibytes * 1_024,
    siteBytes: count("-printf", "%s\n").reduce((sum, size) => sum + Number(size), 0),
    pages: count("-name", "*.html").length,
  };
}
