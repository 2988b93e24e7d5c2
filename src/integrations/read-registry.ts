import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ContentError, type Problem } from "../essay/problem.ts";
import type { CurrentText, Registry } from "../essay/registry.ts";
import { matchRegistry, type Row } from "../essay/registry-match.ts";
import {
  ANCHORS_COMMAND,
  disagreementProblems,
  labelProblems,
  type RegistryFiles,
  registryProblems,
  unrecordedEdits,
} from "../essay/registry-verify.ts";
import { registrySchema } from "../schemas/anchors.ts";
import { DEFAULT_ESSAY_DIRECTORY } from "./build-settings.ts";
import { validateYaml } from "./validate-yaml.ts";

/** Name of the anchor registry in an essay's directory. */
export const REGISTRY_FILE = "anchors.json";

/** @returns the files that messages about the registry name */
export function registryFiles(directory: string, root: string): RegistryFiles {
  const name = (path: string) => relative(root, join(directory, path)).replaceAll("\\", "/");
  return { registry: name(REGISTRY_FILE), settings: name("essay.yaml") };
}

/**
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @returns the registry, or `undefined` where the essay has none
 * @throws {ContentError} where it makes no sense
 */
export function readRegistry(directory: string, root: string): Registry | undefined {
  const path = join(directory, REGISTRY_FILE);
  if (!existsSync(path)) return undefined;
  const { registry: file } = registryFiles(directory, root);
  const result = validateYaml({ text: readFileSync(path, "utf8"), file }, registrySchema);
  // The registry is JSON: a key that is absent is not there with the value `undefined` either.
  if ("value" in result) return result.value as Registry;
  throw new ContentError(
    result.problems.map((problem) => ({
      ...problem,
      how: `The registry is written by ${ANCHORS_COMMAND} and not by hand. Restore it (git checkout -- ${file}), then run ${ANCHORS_COMMAND}.`,
    })),
  );
}

/**
 * The project's own essay is published: that its registry is missing is a loss and not a choice. Other essays, which
 * `ESSAY_DIR` names, may do without one.
 *
 * @throws {ContentError} where it is missing
 */
export function requireRegistry(directory: string, root: string): void {
  if (directory !== join(root, DEFAULT_ESSAY_DIRECTORY) || existsSync(join(directory, REGISTRY_FILE))) return;
  const { registry: file } = registryFiles(directory, root);
  throw new ContentError([
    {
      file,
      what: "the registry of the published addresses is missing",
      how: `Restore it (git checkout -- ${file}); only an essay that was never published gets a new one from ${ANCHORS_COMMAND}.`,
    },
  ]);
}

/**
 * Finds the current paragraphs in the registry.
 *
 * @throws {ContentError} where that is beyond the command too: languages disagree, or a label was given to another text
 */
export function matchCurrent(registry: Registry, current: CurrentText): readonly Row[] {
  const { rows, disagreements } = matchRegistry(registry, current);
  const problems = [...disagreementProblems(disagreements), ...labelProblems(registry, current)];
  if (problems.length > 0) throw new ContentError(problems);
  return rows;
}

/** The ids of a section's paragraphs, in order. */
export type ParagraphIds = (section: string) => readonly string[];

/** The registry's answer to the current text. */
interface VerifiedIds {
  readonly ids: ParagraphIds;
  /** Paragraphs of which the registry does not have the current words. */
  readonly unrecorded: readonly string[];
}

/**
 * @returns the ids that the registry gives to the current paragraphs
 * @throws {ContentError} where a published address would be lost or would lead elsewhere
 */
export function verifyRegistry(registry: Registry, current: CurrentText, files: RegistryFiles): VerifiedIds {
  const rows = matchCurrent(registry, current);
  const problems: Problem[] = registryProblems(registry, current, rows, files);
  if (problems.length > 0) throw new ContentError(problems);
  const bySection = Map.groupBy(rows, ({ section }) => section);
  return {
    ids: (section) => (bySection.get(section) ?? []).map(({ id }) => id ?? ""),
    unrecorded: unrecordedEdits(registry, rows),
  };
}
