import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContentError } from "../src/essay/problem.ts";
import { compareEditions, type Registry } from "../src/essay/registry.ts";
import { type Change, updateRegistry } from "../src/essay/registry-update.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { readSources } from "../src/integrations/read-essay.ts";
import { matchCurrent, REGISTRY_FILE, readRegistry, registryFiles } from "../src/integrations/read-registry.ts";

/**
 * Brings an essay's anchor registry up to its text, and writes it where that changed anything.
 *
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @returns what was done
 * @throws {ContentError} where an author has to decide
 */
export function updateAnchors(directory: string, root: string): { changes: readonly Change[]; registry: Registry } {
  const { current } = readSources(directory, root);
  const published = readRegistry(directory, root);
  if (published && compareEditions(current.edition, published.edition) < 0) {
    const files = registryFiles(directory, root);
    throw new ContentError([
      {
        file: files.settings,
        what: `the edition is ${current.edition}, but ${published.edition} is registered already`,
        how: `Raise “edition.version” to ${published.edition} or later.`,
      },
    ]);
  }
  const before: Registry = published ?? { edition: current.edition, anchors: [] };
  const { registry, changes } = updateRegistry(before, current, matchCurrent(before, current));
  const path = join(directory, REGISTRY_FILE);
  const text = `${JSON.stringify(registry, null, 2)}\n`;
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  return { changes, registry };
}

/** @returns the change as a line for the terminal */
function toLine({ id, kind, what, to }: Change): string {
  const name = kind === "paragraph" ? `¶${id.slice(1)}` : `#${id}`;
  const target = to?.replace(/^p(?=\d)/u, "¶");
  return {
    new: `${name}  new ${kind}`,
    edited: `${name}  edited (${to})`,
    translated: `${name}  has its text in ${to} now`,
    moved: `${name}  moved to the section “${to}”`,
    returned: `${name}  is back`,
    merged: `${name}  merged into ${target}, to which its address leads now`,
    removed: `${name}  removed; its address leads to ${target}`,
    renamed: `${name}  renamed to ${target}, to which its address leads now`,
  }[what];
}

if (import.meta.main) {
  const { essayDirectory, root } = readBuildSettings(process.env);
  try {
    const { changes, registry } = updateAnchors(essayDirectory, root);
    for (const change of changes) console.log(toLine(change));
    const file = registryFiles(essayDirectory, root).registry;
    const retired = registry.anchors.filter((anchor) => anchor.retired).length;
    const summary = `${registry.anchors.length} anchors (${retired} of them lead elsewhere), edition ${registry.edition}`;
    console.log(changes.length > 0 ? `\n${file}: ${summary}` : `${file} is up to date: ${summary}`);
    if (changes.some(({ what, kind }) => what === "edited" && kind === "paragraph"))
      console.log(`If edition ${registry.edition} is published already, raise “edition.version” and run this again.`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message.replace("nothing was published", "nothing was written"));
    process.exitCode = 1;
  }
}
