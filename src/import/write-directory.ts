import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { ImportError } from "./import-error.ts";

/** Files by their paths in a directory. */
export type DirectoryFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a system says when it cannot write, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "it is not yours to write in",
  EPERM: "it is not yours to write in",
  EROFS: "its disk can only be read",
  ENOSPC: "its disk is full",
  EDQUOT: "your share of its disk is used up",
  ENOTDIR: "something in its path is a file",
  EEXIST: "something in its path is a file",
  ENOENT: "its path is not there",
  ENAMETOOLONG: "its path is too long",
  EIO: "its disk does not work",
};

/**
 * Puts a new directory in its place as a whole: what fails or is stopped half-way leaves nothing behind.
 *
 * @param shown the directory, as the author wrote it
 */
export async function writeNewDirectory(target: string, files: DirectoryFiles, shown: string): Promise<void> {
  await grown(target, files, shown, (growing) => renameSync(growing, target));
}

/**
 * Puts changed files into a directory that is there: all are written beside it first, so that what fails or is stopped
 * half-way leaves the directory as it was.
 *
 * @param removed paths of files that go
 */
export async function writeIntoDirectory(
  target: string,
  files: DirectoryFiles,
  removed: readonly string[],
  shown: string,
): Promise<void> {
  await grown(target, files, shown, (growing) => {
    for (const path of files.keys()) makeFolder(dirname(join(target, path)));
    for (const path of files.keys()) renameSync(join(growing, path), join(target, path));
    for (const path of removed) rmSync(join(target, path), { force: true });
  });
}

async function grown(
  target: string,
  files: DirectoryFiles,
  shown: string,
  settle: (growing: string) => void,
): Promise<void> {
  const growing = `${target}.partial`;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  // Asked again it stops no sooner: it would leave half of what it was writing.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  const parent = firstMissing(growing);
  try {
    rmSync(growing, { recursive: true, force: true });
    for (const [path, content] of files) {
      makeFolder(dirname(join(growing, path)));
      writeFileSync(join(growing, path), content);
      await setImmediate();
      if (isStopped) throw new ImportError(shown, "was not written: the import was stopped", "Run it again.");
    }
    settle(growing);
  } catch (error) {
    // Folders over it that were made for it go too.
    if (parent !== undefined && parent !== growing) rmSync(parent, { recursive: true, force: true });
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new ImportError(
      shown,
      `could not be written: ${reason}`,
      "Mend that, or name another directory with --into.",
    );
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, stop);
    rmSync(growing, { recursive: true, force: true });
  }
}

/**
 * Makes a folder and those over it, one after the other: Node's own way (`recursive`) never ends where the system lets nobody
 * make a folder and says that the path is not there, as in `/proc`.
 */
function makeFolder(path: string): void {
  // What is there and no folder is told of when something is made in it.
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}

/** @returns the first folder of a path that is not there; undefined where all are */
function firstMissing(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const parent = dirname(path);
  return (parent === path ? undefined : firstMissing(parent)) ?? path;
}
