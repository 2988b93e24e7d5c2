import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/** The project's root, absolute. */
export const PROJECT_ROOT = resolve(import.meta.dirname, "../..");

/**
 * Makes an empty folder inside the project, so that what is built from it finds the project's packages.
 *
 * @param purpose goes into its name, for whoever finds one left over
 */
export function makeTemporaryFolder(purpose: string): string {
  const parent = join(PROJECT_ROOT, "node_modules", ".cache");
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `tests-${purpose}-`));
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
