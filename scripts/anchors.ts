import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readDecisions, type Statements } from "../src/essay/author-decisions.ts";
import { ContentError, UserError } from "../src/essay/problem.ts";
import { compareEditions, type Registry } from "../src/essay/registry.ts";
import { type Change, changesOfPublished, updateRegistry } from "../src/essay/registry-update.ts";
import { changeOfEdition } from "../src/essay/registry-verify.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { readSources } from "../src/integrations/read-essay.ts";
import {
  LostRegistryError,
  matchCurrent,
  readRegistry,
  registryFiles,
  writeRegistry,
} from "../src/integrations/read-registry.ts";
import { runCommand } from "./command.ts";

/** What an author tells the command; nothing need be told. */
export interface AnchorOptions extends Partial<Statements> {
  /** What changes in an edition that is registered already: a slip of a published one, or one that has not been out yet. */
  readonly within?: "correction" | "unpublished" | undefined;
  /** Whether the essay was never published, so that it may start a registry where there was one. */
  readonly neverPublished?: boolean;
  /** ISO 8601; the day that it is here, where it is not given. */
  readonly today?: string;
  /** Where the essay may have been built before. */
  readonly outputDirectory?: string;
}

/**
 * Brings an essay's anchor registry up to its text, and writes it where that changed anything.
 *
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @returns what was done
 * @throws {ContentError} where an author has to decide; nothing is written then
 * @throws {UserError} where what he says makes no sense
 */
export function updateAnchors(
  directory: string,
  root: string,
  options: AnchorOptions = {},
): { changes: readonly Change[]; registry: Registry } {
  const { current } = readSources(directory, root);
  const files = registryFiles(directory, root);
  const published = readPublished(directory, root, options);
  if (published && compareEditions(current.edition, published.edition) < 0) {
    throw new ContentError([
      {
        file: files.settings,
        what: `the edition is ${current.edition}, but ${published.edition} is registered already`,
        how: `Raise “edition.version” to ${published.edition} or later.`,
      },
    ]);
  }
  const before: Registry = published ?? { edition: current.edition, anchors: [] };
  const { still = [], not = [], within, today = localDay() } = options;
  const decisions = readDecisions({ still, not }, before, current, (written, file) =>
    [root, directory, process.cwd()].some((from) => resolve(from, written) === join(root, file)),
  );
  const rows = matchCurrent(before, current, decisions);
  const update = updateRegistry(before, current, rows, { today, within, decisions });
  refusePublished(changesOfPublished(before, update), current.edition, files.settings, within);
  writeRegistry(directory, root, update.registry);
  return update;
}

function readPublished(directory: string, root: string, options: AnchorOptions): Registry | undefined {
  try {
    return readRegistry(directory, root, options.outputDirectory);
  } catch (error) {
    if (options.neverPublished && error instanceof LostRegistryError) return undefined;
    throw error;
  }
}

/** @throws {ContentError} where a registered edition would change otherwise than its author says that it may */
function refusePublished(
  changes: readonly Change[],
  edition: string,
  file: string,
  within: AnchorOptions["within"],
): void {
  // A slip is mended in its place: what comes, goes or moves is more than that.
  const refused = within === "correction" ? changes.filter(({ what }) => what !== "edited") : changes;
  if (within === "unpublished" || refused.length === 0) return;
  const shown = refused.slice(0, SHOWN).map((change) => `      ${toLine(change)}`);
  const more = refused.length > SHOWN ? [`      and ${refused.length - SHOWN} more`] : [];
  throw new ContentError([
    {
      file,
      what: `edition ${edition} is registered, and its text has changed:\n${[...shown, ...more].join("\n")}`,
      how:
        within === "correction"
          ? `This is more than a slip: raise “edition.version”, then run the command again.`
          : changeOfEdition(edition),
    },
  ]);
}

/** How many changes a message lists. */
const SHOWN = 8;

/** @returns today's date where the author is, ISO 8601 */
function localDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
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
    reordered: `${name}  stands in another place of the order`,
    returned: `${name}  is back`,
    merged: `${name}  merged into ${target}, to which its address leads now`,
    removed: `${name}  removed; its address leads to ${target}`,
    renamed: `${name}  renamed to ${target}, to which its address leads now`,
  }[what];
}

const USAGE = `npm run anchors                           registers what is new, keeps every address
npm run anchors -- --correction           records a slip that is mended in a published edition
npm run anchors -- --unpublished          writes the record of an edition anew that has not been out yet
npm run anchors -- --still p5=content/ja/opening.mdx:12
                                          this paragraph is still ¶5, however it reads now
npm run anchors -- --still note-boat      this note is the same, however it reads now
npm run anchors -- --still note-boat=note-ferry
                                          this note has another label now
npm run anchors -- --not p5               nothing in the text is ¶5 any more, whatever is like it
npm run anchors -- --never-published      starts a registry where one was before`;

if (import.meta.main)
  await runCommand(USAGE, () => {
    const { values } = parseArgs({
      options: {
        correction: { type: "boolean" },
        unpublished: { type: "boolean" },
        "never-published": { type: "boolean" },
        still: { type: "string", multiple: true },
        not: { type: "string", multiple: true },
      },
    });
    if (values.correction && values.unpublished)
      throw new UserError(
        "--correction is for an edition that is published, --unpublished for one that is not: give one.",
      );
    const { essayDirectory, root, outputDirectory } = readBuildSettings(process.env);
    const { changes, registry } = whileWriting(() =>
      updateAnchors(essayDirectory, root, {
        within: values.correction ? "correction" : values.unpublished ? "unpublished" : undefined,
        neverPublished: values["never-published"] ?? false,
        still: values.still ?? [],
        not: values.not ?? [],
        outputDirectory,
      }),
    );
    for (const change of changes) console.log(toLine(change));
    const file = registryFiles(essayDirectory, root).registry;
    const retired = registry.anchors.filter((anchor) => anchor.retired).length;
    const summary = `${registry.anchors.length} anchors (${retired} of them lead elsewhere), edition ${registry.edition}`;
    console.log(changes.length > 0 ? `\n${file}: ${summary}` : `${file} is up to date: ${summary}`);
  });

/** What fails here is not the publishing of a site. */
function whileWriting<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new UserError(error.message.replace("nothing was published", "nothing was written"));
  }
}
