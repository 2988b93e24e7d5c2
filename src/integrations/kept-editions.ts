import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { compareEditions, type Registry, registryOfEdition } from "../essay/registry.ts";

/** Folder in an essay's directory with each registered edition as it was written. */
export const EDITIONS_FOLDER = "editions";

/** What an essay is written in; whatever else lies in its directory is no part of it. */
const KEPT = new Set([
  ...[".yaml", ".json", ".mdx", ".csv"],
  ...[".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic"],
]);
/** They are written anew for each edition. */
const REGISTRY_FILES = new Set(["anchors.json", "anchors-lock.json"]);

/** @returns the folder of an edition in an essay's directory */
export const editionFolder = (directory: string, version: string): string => join(directory, EDITIONS_FOLDER, version);

/** @returns the editions that are kept, the newest first */
export function keptEditions(directory: string): string[] {
  const folder = join(directory, EDITIONS_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+\.\d+\.\d+$/u.test(entry.name))
    .map(({ name }) => name)
    .sort((one, other) => compareEditions(other, one));
}

/**
 * Keeps the edition that is being registered: a copy of the essay's files beside those of earlier editions, with the
 * registry of this edition. It can be read as an essay of its own, whatever becomes of the files.
 *
 * @param directory the essay's directory, absolute
 * @param registry as it was just written
 */
export function keepEdition(directory: string, registry: Registry): void {
  const target = editionFolder(directory, registry.edition);
  const files = filesIn(directory, (name) => name !== EDITIONS_FOLDER).filter((file) => !REGISTRY_FILES.has(file));
  mkdirSync(target, { recursive: true });
  const wanted = new Set([...files, "anchors.json"]);
  for (const file of filesIn(target)) if (!wanted.has(file)) rmSync(join(target, file));
  for (const file of files) {
    const [from, to] = [join(directory, file), join(target, file)];
    if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  writeFileSync(join(target, "anchors.json"), `${JSON.stringify(registryOfEdition(registry), null, 2)}\n`);
}

/** @returns the SHA-256 of an edition's files and their names, hexadecimal; how lines end does not count */
export function digestOf(directory: string, version: string): string {
  const folder = editionFolder(directory, version);
  const hash = createHash("sha256");
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(join(folder, file));
    const content = IMAGE.test(file) ? bytes : bytes.toString("utf8").replaceAll("\r\n", "\n");
    hash.update(JSON.stringify(file)).update(content).update("\0");
  }
  return hash.digest("hex");
}

const IMAGE = /\.(?:jpe?g|png|webp|gif|avif|heic)$/iu;

/** @returns the essay's files below a folder, as paths with `/`, in order */
function filesIn(folder: string, isWanted: (name: string) => boolean = () => true): string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const own = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith(".") || entry.name === "node_modules" || (path === "" && !isWanted(entry.name)))
        continue;
      if (entry.isDirectory()) walk(own);
      else if (KEPT.has(extname(entry.name).toLowerCase())) found.push(own);
    }
  };
  walk("");
  return found.sort((one, other) => (one < other ? -1 : 1));
}
