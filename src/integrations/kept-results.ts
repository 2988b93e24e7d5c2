import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Kept } from "../essay/once.ts";

/** Results that a build finds again at the next. */
export interface KeptResults<Value> extends Kept<Value> {
  /** Writes what was asked for since it was opened; what no build asks for any more is forgotten. */
  save(): void;
}

/**
 * Opens the results of an earlier build. Each is kept by a digest of all that it was made from, so that none is taken for
 * that of something else; all are forgotten when what makes them changes. A file that cannot be read holds nothing.
 *
 * @param file absolute
 * @param version of what makes them: of its packages, and of its code
 */
export function openResults<Value>(file: string, version: string): KeptResults<Value> {
  const earlier = read<Value>(file, version);
  const used = new Map<string, Value>();
  let hasNew = false;
  return {
    get: (from) => {
      const key = digest(from);
      const found = used.get(key) ?? earlier.get(key);
      if (found !== undefined) used.set(key, found);
      return found;
    },
    set: (from, value) => {
      hasNew = true;
      used.set(digest(from), value);
    },
    save: () => {
      if (!hasNew && used.size === earlier.size) return;
      mkdirSync(dirname(file), { recursive: true });
      // Another build of the same essay may be reading it.
      const written = `${file}.${process.pid}`;
      try {
        writeFileSync(written, JSON.stringify({ version, results: Object.fromEntries(used) }));
        renameSync(written, file);
      } finally {
        rmSync(written, { force: true });
      }
    },
  };
}

/** @returns the digest of some texts, in their order */
export const digest = (...texts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest("base64url");
};

function read<Value>(file: string, version: string): Map<string, Value> {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as { version: string; results: Record<string, Value> };
    return new Map(kept.version === version ? Object.entries(kept.results) : []);
  } catch {
    return new Map();
  }
}
