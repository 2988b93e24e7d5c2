import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The project's root, absolute. */
export const PROJECT_ROOT = resolve(import.meta.dirname, "../..");

/**
 * Makes an empty folder for what is written and read again.
 *
 * @param purpose goes into its name, for whoever finds one left over
 */
export const makeTemporaryFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `tests-${purpose}-`));

/** As `makeTemporaryFolder`, inside the project, so that what is built from it finds the project's packages. */
export function makeFolderInProject(purpose: string): string {
  const parent = join(PROJECT_ROOT, "node_modules", ".cache");
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `tests-${purpose}-`));
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
