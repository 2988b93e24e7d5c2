import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../essay/problem.ts";
import type { Registry } from "../essay/registry.ts";
import { ANCHORS_COMMAND } from "../essay/registry-verify.ts";
import { digestOf, EDITIONS_FOLDER, keptEditions } from "./kept-editions.ts";
import { readMark } from "./output-folder.ts";

/** Name of the lock file, beside the registry. */
export const LOCK_FILE = "anchors-lock.json";

/** A checksum of the registry, by which its loss and manual edits are noticed. */
export interface RegistryLock {
  readonly edition: string;
  /** SHA-256 of the canonical registry, hexadecimal. */
  readonly sha256: string;
  /** The ids of the registry, in order. */
  readonly anchors: readonly string[];
  /** SHA-256 of each edition that is kept (`digestOf`), by version; absent where none is. */
  readonly editions?: Readonly<Record<string, string>>;
}

/**
 * @param editions checksums of the editions that are kept
 * @returns the lock of a registry
 */
export const lockOf = (registry: Registry, editions: RegistryLock["editions"] = {}): RegistryLock => ({
  edition: registry.edition,
  sha256: createHash("sha256").update(canonical(registry)).digest("hex"),
  anchors: registry.anchors.map(({ id }) => id),
  ...(Object.keys(editions).length > 0 && { editions }),
});

/** Serialises JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join(",")}}`;
}

/** @returns the lock of an essay; `undefined` where there is none or it cannot be read */
export function readLock(directory: string): RegistryLock | undefined {
  try {
    const lock = JSON.parse(readFileSync(join(directory, LOCK_FILE), "utf8")) as Partial<RegistryLock>;
    return typeof lock.sha256 === "string" && Array.isArray(lock.anchors) ? (lock as RegistryLock) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param registry as it is; `undefined` where it cannot be read
 * @param file the path of the registry, as authors know it
 * @param restore how to restore it
 * @returns the changes of the registry since the command wrote it
 */
export function lockProblems(
  registry: Registry | undefined,
  lock: RegistryLock,
  file: string,
  restore: string,
): Problem[] {
  if (!registry) return [];
  const own = lockOf(registry);
  if (own.sha256 === lock.sha256) return [];
  const [here, locked] = [new Set(own.anchors), new Set(lock.anchors)];
  const missing = lock.anchors.filter((id) => !here.has(id));
  const strange = own.anchors.filter((id) => !locked.has(id));
  const details = [
    missing.length > 0 ? `${some(missing)} ${missing.length === 1 ? "is" : "are"} not in it any more` : "",
    strange.length > 0 ? `${some(strange)} ${strange.length === 1 ? "was" : "were"} put in` : "",
    missing.length + strange.length === 0 && own.anchors.join() !== lock.anchors.join() ? "its order is another" : "",
  ].filter(Boolean);
  return [
    {
      file,
      what: `the registry is not as ${ANCHORS_COMMAND} wrote it: ${details.join("; ") || "words in it were changed"}`,
      how: restore,
    },
  ];
}

/**
 * @param directory the essay's directory, absolute
 * @param name gives the path that an author is shown
 * @param restore how to restore a file or folder
 * @returns the changes of the kept editions since the command wrote them
 */
export function keptEditionProblems(
  directory: string,
  { editions = {} }: RegistryLock,
  name: (path: string) => string,
  restore: (path: string) => string,
): Problem[] {
  const kept = keptEditions(directory);
  const problem = (version: string, what: string): Problem => {
    const file = name(`${EDITIONS_FOLDER}/${version}`);
    return { file, what, how: restore(file) };
  };
  return [
    ...Object.entries(editions).flatMap(([version, digest]) => {
      if (!kept.includes(version)) return [problem(version, `edition ${version} was kept here and is missing`)];
      if (digestOf(directory, version) === digest) return [];
      return [problem(version, `edition ${version} is not as ${ANCHORS_COMMAND} kept it: its files were changed`)];
    }),
    ...kept
      .filter((version) => !(version in editions))
      .map((version) => problem(version, `edition ${version} was not put here by ${ANCHORS_COMMAND}`)),
  ];
}

const some = (ids: readonly string[]): string =>
  ids.length > 5
    ? `${ids
        .slice(0, 5)
        .map((id) => `#${id}`)
        .join(", ")} and ${ids.length - 5} more`
    : ids.map((id) => `#${id}`).join(", ");

/**
 * Looks for evidence that an essay without a registry had one.
 *
 * @param directory of the essay
 * @param registryFile name of the registry
 * @param outputDirectory of an earlier build
 * @returns the evidence, as the beginning of a sentence; `undefined` where there is none
 */
export const signOfRegistry = (
  directory: string,
  registryFile: string,
  outputDirectory?: string,
): string | undefined =>
  existsSync(join(directory, LOCK_FILE))
    ? `${LOCK_FILE} says that it was there`
    : signOfPublication(directory, registryFile, outputDirectory);

/**
 * Looks for evidence that an essay’s registry has left its author’s hands: a commit, or a site. What it is given and what it
 * returns are as those of `signOfRegistry`.
 */
export function signOfPublication(
  directory: string,
  registryFile: string,
  outputDirectory?: string,
): string | undefined {
  const id = essayId(join(directory, "essay.yaml"));
  // A registry committed for another essay does not count.
  if (committed(directory, registryFile) !== undefined && idIn(committed(directory, "essay.yaml") ?? "") === id)
    return "git has it in the last commit";
  const mark = outputDirectory === undefined ? undefined : readMark(outputDirectory);
  if (mark?.registered && mark.essay === id) return `the site in ${outputDirectory} was built with it`;
  return undefined;
}

const idIn = (yaml: string): string | undefined => /^id:\s*["']?(?<id>[\w-]+)/mu.exec(yaml)?.groups?.["id"];

const essayId = (path: string): string | undefined => (existsSync(path) ? idIn(readFileSync(path, "utf8")) : undefined);

/** @returns whether a folder is in a repository, as git looks for one: to ask git itself is a program to start */
function isInRepository(directory: string): boolean {
  for (let folder = realpathSync(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** @returns a file of the last commit; `undefined` where there is none, or no git */
function committed(directory: string, file: string): string | undefined {
  // Hooks of git set variables that name another repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  try {
    if (!isInRepository(directory)) return undefined;
    return execFileSync("git", ["show", `HEAD:./${file}`], {
      cwd: directory,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return undefined;
  }
}
