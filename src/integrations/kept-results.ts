import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Kept, onceForEach } from "../essay/once.ts";

/** Results that a build finds again at the next. */
export interface KeptResults<Value> extends Kept<Value> {
  /** @returns what was made of some texts before, or what is made of them now */
  once(from: readonly string[], make: () => Value): Value;
  /** Writes what was asked for since it was opened; what no build asks for any more is forgotten. */
  save(): void;
}

/**
 * Opens the results of an earlier build. Each is kept by a digest of all that it was made from, so that none is taken for
 * that of something else; all are forgotten when what makes them changes. A file that cannot be read holds nothing.
 *
 * @param file absolute
 * @param version of what makes them: of its packages, and of its code; without it nothing is kept
 */
export function openResults<Value>(file: string, version: string | undefined): KeptResults<Value> {
  const earlier = version === undefined ? new Map<string, Value>() : read<Value>(file, version);
  const used = new Map<string, Value>();
  let hasNew = false;
  const find = (key: string): Value | undefined => {
    const found = used.get(key) ?? earlier.get(key);
    if (found !== undefined) used.set(key, found);
    return found;
  };
  const add = (key: string, value: Value): Value => {
    hasNew = true;
    used.set(key, value);
    return value;
  };
  return {
    get: (from) => find(digest(from)),
    set: (from, value) => add(digest(from), value),
    once: (from, make) => {
      const key = digest(...from);
      return find(key) ?? add(key, make());
    },
    save: () => {
      if (version !== undefined && (hasNew || used.size !== earlier.size))
        writeWhole(file, serialize({ version, results: used }));
    },
  };
}

/** @returns the digest of some texts or bytes, in their order */
export const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("base64url");
};

/** Writes a file that another build may be reading. */
function writeWhole(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const written = `${file}.${process.pid}`;
  try {
    writeFileSync(written, content);
    renameSync(written, file);
  } finally {
    rmSync(written, { force: true });
  }
}

/** What npm writes of the packages that it has installed, and of those that it would install. */
const LOCKFILES = ["node_modules/.package-lock.json", "package-lock.json"];

/**
 * Tells the version of all that makes a site of an essay, by the project's root: this project's code, its packages, Node;
 * `undefined` where nothing says which packages there are.
 */
export const versionOfProgram = onceForEach((root): string | undefined => {
  const lockfile = LOCKFILES.map((name) => join(root, name)).find((path) => existsSync(path));
  if (lockfile === undefined) return undefined;
  const { versions } = process;
  return digest(process.version, String(versions["icu"]), readFileSync(lockfile), digestOfFolder(join(root, "src")));
});

/** @returns the digest of all files of a folder, by their paths */
function digestOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return digest(...files.flatMap((file) => [file.slice(folder.length), readFileSync(file)]));
}

function read<Value>(file: string, version: string): Map<string, Value> {
  try {
    const kept = deserialize(readFileSync(file)) as { version: string; results: Map<string, Value> };
    return kept.version === version ? kept.results : new Map();
  } catch {
    return new Map();
  }
}
