import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type AnchorHistory, anchorHistories } from "../essay/edition-history.ts";
import type { KeptEdition } from "../essay/kept-editions.ts";
import type { Essay } from "../essay/model.ts";
import { ContentError, type Problem } from "../essay/problem.ts";
import {
  compareEditions,
  isSameText,
  lastRevision,
  type Registry,
  recordsById,
  registryOfEdition,
} from "../essay/registry.ts";
import { ANCHORS_COMMAND } from "../essay/registry-verify.ts";
import { registrySchema } from "../schemas/anchors.ts";
import { digestOf, editionFolder, keptEditions } from "./kept-editions.ts";
import { type ParseSection, readEssayWithBodies } from "./read-essay.ts";
import type { SectionBodies } from "./section-bodies.ts";

/** An earlier edition with the words of its sections. */
export interface ReadEdition extends KeptEdition {
  readonly bodies: SectionBodies;
}

/** What is known of the editions of an essay. */
export interface Editions {
  /** Those before the present one that are kept, the newest first. */
  readonly earlier: readonly ReadEdition[];
  /** Every anchor, through all editions that are kept and the present one. */
  readonly histories: readonly AnchorHistory[];
  /** With the words of every edition; absent of an essay that has none. */
  readonly registry?: Registry;
}

/** Kept editions do not change: each is read once, however often its author's files are read again. */
const known = new Map<string, ReadEdition>();

/**
 * Reads the editions that are kept beside the present one.
 *
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @param essay the present edition
 * @param warn is told where the present edition is kept with other words than it has, while its author writes; where
 *   it is absent, that is refused
 * @param parse parses a section
 * @throws {ContentError} where one cannot be read, or has other words than the registry has for it
 */
export async function readEditions(
  directory: string,
  root: string,
  essay: Essay,
  registry: Registry | undefined,
  warn?: (problem: Problem) => void,
  parse?: ParseSection,
): Promise<Editions> {
  if (!registry) return { earlier: [], histories: [] };
  const stale = staleProblems(directory, root, registry);
  if (warn) stale.forEach(warn);
  else if (stale.length > 0) throw new ContentError(stale);
  const versions = keptEditions(directory).filter((version) => compareEditions(version, essay.edition.version) < 0);
  const earlier: ReadEdition[] = [];
  for (const version of versions) {
    const folder = editionFolder(directory, version);
    const key = `${folder} ${digestOf(directory, version)}`;
    const edition = known.get(key) ?? (await readEdition(folder, root, essay, parse));
    known.set(key, edition);
    earlier.push(edition);
    const problems = keptWordsProblems(registry, edition.registry, relative(root, folder).replaceAll("\\", "/"));
    if (problems.length > 0) throw new ContentError(problems);
  }
  return {
    earlier,
    histories: anchorHistories([registryOfEdition(registry), ...earlier.map((edition) => edition.registry)]),
    registry,
  };
}

/** @returns a problem where the present edition has changed since it was kept: the next one would find the old words */
function staleProblems(directory: string, root: string, registry: Registry): Problem[] {
  const path = join(editionFolder(directory, registry.edition), "anchors.json");
  if (!existsSync(path)) return [];
  const kept = registrySchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  const file = relative(root, editionFolder(directory, registry.edition)).replaceAll("\\", "/");
  if (kept.success && keptWordsProblems(kept.data as Registry, registryOfEdition(registry), file).length === 0)
    return [];
  return [
    {
      file,
      what: `edition ${registry.edition} is not kept with the words that it has now`,
      how: `Run ${ANCHORS_COMMAND}, and commit what it writes.`,
    },
  ];
}

async function readEdition(
  folder: string,
  root: string,
  present: Essay,
  parse: ParseSection | undefined,
): Promise<ReadEdition> {
  const { essay, bodies, registry } = await readEssayWithBodies(folder, root, undefined, { ...(parse && { parse }) });
  if (!registry)
    throw new ContentError([
      {
        file: relative(root, folder).replaceAll("\\", "/"),
        what: `edition ${essay.edition.version} has no registry`,
        how: "Restore its folder as it was (git checkout), or from the copy that you keep.",
      },
    ]);
  const listed = present.editions.find(({ version }) => version === essay.edition.version);
  return { edition: { ...essay.edition, ...listed }, essay, bodies, registry };
}

/**
 * @param registry with the words of every edition
 * @param kept what an edition that is kept has
 * @param file its folder, as an author knows it
 * @returns a problem for each anchor whose words are not those that the registry has for the edition
 */
export function keptWordsProblems(registry: Registry, kept: Registry, file: string): Problem[] {
  const records = recordsById(registry);
  return kept.anchors.flatMap((record) =>
    Object.keys((!record.retired && record.texts) || {}).flatMap((language): Problem[] => {
      const recorded = records
        .get(record.id)
        ?.texts?.[language]?.findLast(({ edition }) => compareEditions(edition, kept.edition) <= 0);
      const words = lastRevision(record, language)?.text ?? "";
      if (recorded && isSameText(recorded.text, words)) return [];
      return [
        {
          file,
          what: `“#${record.id}” of edition ${kept.edition} has other words in ${language} than the registry has for it`,
          how: `Restore this folder and the registry as they were (git checkout), or from the copy that you keep; what was published is not edited.`,
        },
      ];
    }),
  );
}
