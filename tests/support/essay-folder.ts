import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "./project.ts";

/** A small essay that is right in everything. */
export const MINIMAL_ESSAY = join(PROJECT_ROOT, "tests", "fixtures", "minimal");

/** A copy of the minimal essay, to put mistakes into. */
export class EssayFolder {
  readonly path: string;

  /** @param path an empty folder for it; one that is built has to be in the project */
  constructor(path = makeTemporaryFolder("essay")) {
    this.path = path;
    cpSync(MINIMAL_ESSAY, this.path, { recursive: true });
  }

  /** Replaces the one place where `old` stands in a file. */
  replace(file: string, old: string, replacement: string): void {
    const text = readFileSync(join(this.path, file), "utf8");
    assert.equal(text.split(old).length, 2, `“${old}” stands once in ${file}`);
    this.write(
      file,
      text.replace(old, () => replacement),
    );
  }

  write(file: string, text: string): void {
    const target = join(this.path, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  remove(file: string): void {
    rmSync(join(this.path, file));
  }

  /** Deletes the copy, and what builds of it have left behind. */
  delete(): void {
    removeFolder(this.path);
    removeFolder(readBuildSettings({ ESSAY_DIR: this.path }, PROJECT_ROOT).cacheDirectory);
  }
}
