import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ContentError, type Problem } from "../essay/problem.ts";
import type { CurrentText, Registry } from "../essay/registry.ts";
import { type AuthorDecisions, matchRegistry, NO_DECISIONS, type Row } from "../essay/registry-match.ts";
import { type Change, updateRegistry } from "../essay/registry-update.ts";
import {
  ANCHORS_COMMAND,
  disagreementProblems,
  labelProblems,
  type RegistryFiles,
  recordProblems,
  registryProblems,
} from "../essay/registry-verify.ts";
import { registrySchema } from "../schemas/anchors.ts";
import { digestOf, keepEdition } from "./kept-editions.ts";
import { readText } from "./read-text.ts";
import { keptEditionProblems, LOCK_FILE, lockOf, lockProblems, readLock, signOfRegistry } from "./registry-lock.ts";
import { type Validated, validateYaml } from "./validate-yaml.ts";

/** Name of the anchor registry in an essay's directory. */
export const REGISTRY_FILE = "anchors.json";

/** The registry of an essay that had one is missing. */
export class LostRegistryError extends ContentError {}

/** @returns the files that messages about the registry name */
export function registryFiles(directory: string, root: string): RegistryFiles & { readonly lock: string } {
  const name = nameIn(directory, root);
  return { registry: name(REGISTRY_FILE), lock: name(LOCK_FILE), settings: name("essay.yaml") };
}

const nameIn = (directory: string, root: string) => (path: string) =>
  relative(root, join(directory, path)).replaceAll("\\", "/");

const restoreEdition = (path: string): string =>
  `Restore it as it was (git checkout -- ${path}), or from the copy that you keep; what was published is not edited.`;

/**
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @param outputDirectory where the essay may have been built before
 * @returns the registry, or `undefined` where the essay has none and nothing says that it had one
 * @throws {LostRegistryError} where it is missing and something says that it was there
 * @throws {ContentError} where it makes no sense, or is not as the command wrote it
 */
export function readRegistry(directory: string, root: string, outputDirectory?: string): Registry | undefined {
  const path = join(directory, REGISTRY_FILE);
  const { registry: file, lock: lockFile } = registryFiles(directory, root);
  const restore =
    `Restore both as they were (git checkout -- ${file} ${lockFile}), or from the copy that you keep; ` +
    `${ANCHORS_COMMAND} alone writes them.`;
  if (!existsSync(path)) {
    const sign = signOfRegistry(directory, REGISTRY_FILE, outputDirectory);
    if (sign === undefined) return undefined;
    throw new LostRegistryError([
      {
        file,
        what: `the registry of the published addresses is missing: ${sign}`,
        how: `${restore} An essay that was never published starts anew with ${ANCHORS_COMMAND} -- --never-published.`,
      },
    ]);
  }
  const read = readText(path, file);
  if ("problem" in read) throw new ContentError([{ ...read.problem, how: `${read.problem.how} ${restore}` }]);
  const lock = readLock(directory);
  if (!lock && existsSync(join(directory, LOCK_FILE)))
    throw new ContentError([{ file: lockFile, what: "the lock of the registry cannot be read", how: restore }]);
  const result = validateRegistry(read.text, file);
  // JSON has no `undefined`: absent keys are absent.
  const registry = "value" in result ? (result.value as Registry) : undefined;
  // Manual edits are reported first; other problems follow from them.
  const changed = lock ? lockProblems(registry ?? parsed(read.text), lock, file, restore) : [];
  if (lock && changed.length === 0)
    changed.push(...keptEditionProblems(directory, lock, nameIn(directory, root), (path) => restoreEdition(path)));
  const problems = changed.length > 0 ? changed : result.problems.map((problem) => ({ ...problem, how: restore }));
  if (!registry || problems.length > 0) throw new ContentError(problems);
  return registry;
}

/** @returns the ids of an inconsistent registry; none where it is not JSON */
function parsed(text: string): Pick<Registry, "edition" | "anchors"> | undefined {
  try {
    const value = JSON.parse(text) as Partial<Registry>;
    return Array.isArray(value.anchors) ? { edition: String(value.edition), anchors: value.anchors } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * JSON is parsed some hundred times faster than YAML, whose parser is needed only to find the lines of problems.
 */
function validateRegistry(
  text: string,
  file: string,
): Pick<Validated<unknown>, "problems"> & { readonly value?: unknown } {
  try {
    const { success, data } = registrySchema.safeParse(JSON.parse(text));
    if (success) return { value: data, problems: [] };
  } catch {
    // Not even JSON.
  }
  return validateYaml({ text, file }, registrySchema);
}

/**
 * Writes the registry, keeps its edition beside the earlier ones (`keepEdition`), and writes the lock of both, each file
 * atomically, if it changes.
 *
 * @throws {ContentError} where the registry would be inconsistent; nothing is written then
 */
export function writeRegistry(directory: string, root: string, registry: Registry): void {
  const text = `${JSON.stringify(registry, null, 2)}\n`;
  const file = registryFiles(directory, root).registry;
  const result = validateRegistry(text, file);
  if (result.problems.length > 0)
    throw new ContentError(
      result.problems.map(({ what }) => ({
        file,
        what: `the registry would make no sense: ${what}`,
        how: "Give what this is about another id, then run the command again.",
      })),
    );
  replaceFile(join(directory, REGISTRY_FILE), text);
  keepEdition(directory, registry);
  const editions = { ...readLock(directory)?.editions, [registry.edition]: digestOf(directory, registry.edition) };
  replaceFile(join(directory, LOCK_FILE), `${JSON.stringify(lockOf(registry, editions), null, 2)}\n`);
}

function replaceFile(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  const target = existsSync(path) ? realpathSync(path) : path;
  writeFileSync(`${target}.new`, text);
  renameSync(`${target}.new`, target);
}

/**
 * Identifies the current paragraphs by the registry.
 *
 * @param decisions of the author
 * @throws {ContentError} where languages disagree or a label is reused for another text
 */
export function matchCurrent(
  registry: Registry,
  current: CurrentText,
  decisions: AuthorDecisions = NO_DECISIONS,
): readonly Row[] {
  const { rows, disagreements } = matchRegistry(registry, current, decisions);
  const problems = [...disagreementProblems(disagreements), ...labelProblems(registry, current, decisions.labels)];
  if (problems.length > 0) throw new ContentError(problems);
  return rows;
}

/** The ids of a section's paragraphs, in order. */
export type ParagraphIds = (section: string) => readonly string[];

/**
 * @returns the ids of the current paragraphs
 * @throws {ContentError} where a published address would be lost or lead elsewhere, or the text differs from the record
 *   of its edition
 */
export function verifyRegistry(registry: Registry, current: CurrentText, files: RegistryFiles): ParagraphIds {
  const rows = matchCurrent(registry, current);
  const problems: Problem[] = registryProblems(registry, current, rows, files);
  if (problems.length === 0) problems.push(...recordProblems(registry, current, rows, files));
  if (problems.length > 0) throw new ContentError(problems);
  return idsOf(rows);
}

/**
 * Updates the registry in memory for a text that is being written.
 *
 * @returns the updated registry, the ids, and the changes
 * @throws {ContentError} where `updateRegistry` could not decide either
 */
export function previewRegistry(
  registry: Registry,
  current: CurrentText,
): { readonly registry: Registry; readonly ids: ParagraphIds; readonly changes: readonly Change[] } {
  const update = updateRegistry(registry, current, matchCurrent(registry, current), {
    today: "1970-01-01",
    within: "unpublished",
  });
  const { rows } = matchRegistry(update.registry, current);
  return { ...update, ids: idsOf(rows) };
}

function idsOf(rows: readonly Row[]): ParagraphIds {
  const bySection = Map.groupBy(rows, ({ section }) => section);
  return (section) => (bySection.get(section) ?? []).map(({ id }) => id ?? "");
}
