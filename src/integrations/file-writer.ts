import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WriteSiteFile } from "./kept-files.ts";

/**
 * Makes what writes many files into a folder. To ask the file system for the same folder before each file takes as long as
 * to write the file.
 *
 * @param directory that exists
 */
export function fileWriter(directory: string): WriteSiteFile {
  const made = new Set(["."]);
  return (path, content) => {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(join(directory, folder), { recursive: true });
    made.add(folder);
    writeFileSync(join(directory, path), content);
  };
}
