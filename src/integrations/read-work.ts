import { join, relative } from "node:path";
import { ContentError, type Problem } from "../essay/problem.ts";
import type { BuildSettings } from "./build-settings.ts";
import { readCustomTranslations } from "./custom-translations.ts";
import { readEditions } from "./read-editions.ts";
import { type ParseSection, readEssayWithBodies } from "./read-essay.ts";
import type { Work } from "./work.ts";

/** How an essay is read. */
interface ReadWorkOptions {
  /** Whether its author is still writing. */
  readonly isPreview: boolean;
  readonly parse: ParseSection;
  /** Is told what an author should know and what does not stand in the way of publishing. */
  readonly warn: (problem: Problem) => void;
}

/**
 * Reads an essay with its editions and translations, and checks all of it.
 *
 * @throws {ContentError} with the problems that were found
 */
export async function readWork(
  { essayDirectory, outputDirectory, root }: BuildSettings,
  { isPreview, parse, warn }: ReadWorkOptions,
): Promise<Work> {
  const read = await readEssayWithBodies(essayDirectory, root, warn, { isPreview, outputDirectory, parse });
  const { essay, bodies, registry } = read;
  const editions = await readEditions(essayDirectory, root, essay, registry, isPreview ? warn : undefined, parse);
  const { strings, problems, warnings } = readCustomTranslations(essayDirectory, essay.languages, (path) =>
    relative(root, join(essayDirectory, path)).replaceAll("\\", "/"),
  );
  if (problems.length > 0) throw new ContentError(problems);
  warnings.forEach(warn);
  return { essay, bodies, editions, translations: strings };
}
