import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ContentError } from "../src/essay/problem.ts";
import { DECISIONS_FILE, parseDecision, readDecisions, writeDecisions } from "../src/import/decisions.ts";
import { LARGEST_FILE } from "../src/import/detect-form.ts";
import { ImportError } from "../src/import/import-error.ts";
import { type GivenFile, type ImportedEssay, importManuscripts } from "../src/import/import-manuscript.ts";
import { BASE_FOLDER, DIGEST, digestOf, type Merged, mergeAgain, readBase } from "../src/import/merge.ts";
import { type ReportContext, terminalReport, writeReport } from "../src/import/report.ts";
import { writeIntoDirectory, writeNewDirectory } from "../src/import/write-directory.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { keptEditions } from "../src/integrations/kept-editions.ts";
import { REGISTRY_FILE } from "../src/integrations/read-registry.ts";
import { signOfPublication } from "../src/integrations/registry-lock.ts";
import { updateAnchors } from "./anchors.ts";
import { runCommand } from "./command.ts";

const USAGE = `npm run import -- FILE [MORE…] --into DIRECTORY [--language TAG]

FILE is a PDF, a Word file (.docx), a page (.html), a book (.epub), Markdown (.md) or a text (.txt); MORE are further parts
of the same text, in their order, or its sources (.bib, .ris, .json in CSL).

  --into DIRECTORY      the essay's directory; it is made, and must not be there yet
  --language TAG        the language of the text, such as ja, en, de, zh-Hans
  --id NAME             the essay's short permanent name; else it is made of the title
  --encoding NAME       the encoding of a text, such as shift_jis
  --decide "KEY=ANSWER" overrules a guess that the report names; may be given several times
  --again               brings a changed manuscript into an essay that was imported before
`;

interface Options {
  readonly files: readonly string[];
  readonly into: string;
  readonly language: string | undefined;
  readonly id: string | undefined;
  readonly encoding: string | undefined;
  readonly decide: readonly string[];
  readonly again: boolean;
}

function readOptions(parameters: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(parameters);
  } catch (error) {
    throw new ImportError(
      "The command",
      `was not understood: ${(error as Error).message.split(".")[0]}`,
      `Its form is:\n\n${USAGE}`,
    );
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new ImportError("The command", "names no manuscript", `Its form is:\n\n${USAGE}`);
  if (!values.into)
    throw new ImportError(
      "The command",
      "does not say where the essay goes",
      `Name a directory with --into.\n\n${USAGE}`,
    );
  if (values.language && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(values.language))
    throw new ImportError(
      `“${values.language}”`,
      "is not the tag of a language",
      "Write ja, en, de, fr, ko, ar, zh-Hans or another BCP 47 tag.",
    );
  if (values.id && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(values.id))
    throw new ImportError(
      `“${values.id}”`,
      "is not a name for an essay",
      "Use lower-case Latin letters, digits and single hyphens, beginning with a letter.",
    );
  return {
    files: positionals,
    into: values.into,
    language: values.language,
    id: values.id,
    encoding: values.encoding,
    decide: values.decide ?? [],
    again: values.again ?? false,
  };
}

const parse = (parameters: readonly string[]) =>
  parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      into: { type: "string" },
      language: { type: "string" },
      id: { type: "string" },
      encoding: { type: "string" },
      decide: { type: "string", multiple: true },
      again: { type: "boolean" },
    },
  });

function readManuscript(name: string): GivenFile {
  if (!existsSync(name)) throw new ImportError(name, "is not there", "Name the manuscript by its path.");
  const stats = statSync(name);
  const { size } = stats;
  if (!stats.isFile() && !stats.isDirectory())
    throw new ImportError(name, "is no file but a device or a pipe", "Save the manuscript as a file, and name that.");
  if (stats.isDirectory()) throw new ImportError(name, "is a directory", "Name the manuscript's files.");
  if (size > LARGEST_FILE)
    throw new ImportError(
      name,
      `has ${Math.round(size / 1048576)} MB; up to 50 MB are read`,
      "Part it, or take large images out of it.",
    );
  return {
    name: basename(name),
    bytes: readFileSync(name),
    beside: (path) => imageBeside(dirname(resolve(name)), path),
  };
}

/** An image in the manuscript's own folder; nothing else is read for it. */
function imageBeside(folder: string, path: string): Uint8Array | undefined {
  const place = resolve(folder, path);
  const below = relative(folder, place);
  if (below === "" || below.startsWith("..") || isAbsolute(below)) return undefined;
  if (!/\.(?:png|jpe?g|gif|webp|svg|avif)$/iu.test(place) || !existsSync(place)) return undefined;
  const { size } = statSync(place);
  // A link may lead out of the folder.
  const isOutside = relative(realpathSync(folder), realpathSync(place)).startsWith("..");
  return size > LARGEST_FILE || isOutside ? undefined : readFileSync(place);
}

/** Shows how far a long work is, on a terminal on one line, elsewhere every ten seconds. */
function progressLine(): (done: number, all: number, what: string) => void {
  const began = Date.now();
  let shown = began;
  return (done, all, what) => {
    const now = Date.now();
    if (now - began < 2000 || now - shown < (process.stderr.isTTY ? 200 : 10_000)) return;
    shown = now;
    process.stderr.write(process.stderr.isTTY ? `\r${done} of ${all} ${what} ` : `${done} of ${all} ${what}\n`);
    if (process.stderr.isTTY && done === all) process.stderr.write("\r\u001B[K");
  };
}

const isEmptyOrAbsent = (directory: string): boolean =>
  !existsSync(directory) || (statSync(directory).isDirectory() && readdirSync(directory).length === 0);

/** The files as they were written, to tell later what a hand has changed. */
const baseFiles = (files: ReadonlyMap<string, string | Uint8Array>): Map<string, string | Uint8Array> =>
  new Map(
    [...files].flatMap(([path, content]): [string, string | Uint8Array][] =>
      typeof content === "string"
        ? [[`${BASE_FOLDER}/${path}`, content]]
        : [[`${BASE_FOLDER}/${path}${DIGEST}`, digestOf(content)]],
    ),
  );

async function run(parameters: readonly string[]): Promise<void> {
  const options = readOptions(parameters);
  const root = process.cwd();
  const target = resolve(root, options.into);
  const shown = relative(root, target) || ".";
  if (!options.again && !isEmptyOrAbsent(target))
    throw new ImportError(
      shown,
      "is there already, and nothing in it was touched",
      "Name another directory, or give --again to bring a changed manuscript into it.",
    );
  if (options.again && !existsSync(join(target, BASE_FOLDER)))
    throw new ImportError(
      shown,
      "was not imported before, so there is nothing to compare with",
      "Give --into the directory of an earlier import, or leave --again out.",
    );

  const kept = existsSync(join(target, DECISIONS_FILE))
    ? readDecisions(readFileSync(join(target, DECISIONS_FILE), "utf8"), join(shown, DECISIONS_FILE))
    : undefined;
  const given = new Map(options.decide.map(parseDecision));
  const decisions = new Map([...(kept?.decisions ?? []), ...given]);
  // What is decided now is about what stands there now.
  const about = new Map([...(kept?.about ?? [])].filter(([key]) => !given.has(key)));
  const twice = options.files.find(
    (name, index) => options.files.findIndex((one) => resolve(one) === resolve(name)) < index,
  );
  if (twice !== undefined)
    throw new ImportError(twice, "is named twice", "Name each part of the text once, in their order.");
  const files = options.files.map(readManuscript);
  const base = options.again ? readBase(target) : undefined;
  const imported = await importManuscripts({
    files,
    language: options.language ?? kept?.language,
    encoding: options.encoding,
    decisions,
    about,
    id: options.id ?? base?.id,
    today: base?.edition ?? new Date().toISOString().slice(0, 10),
    known: base?.sections ?? [],
    progress: progressLine(),
  });
  const merged: Merged = base
    ? mergeAgain(target, base, imported.files)
    : { files: imported.files, removed: [], conflicts: [] };

  const names = files.map(({ name }) => name);
  const context = reportContext(imported, merged, names, shown);
  const all = new Map<string, string | Uint8Array>([
    ...merged.files,
    [DECISIONS_FILE, writeDecisions({ manuscripts: names, language: imported.language, ...imported.findings.ruled() })],
    ["import-report.md", writeReport(imported.findings, context)],
    ...baseFiles(imported.files),
  ]);
  if (options.again) await writeIntoDirectory(target, all, merged.removed, shown);
  else await writeNewDirectory(target, all, shown);

  console.log(`${names.join(", ")} → ${shown}: every word that came in went out.\n`);
  console.log(terminalReport(imported.findings, context));
  if (merged.conflicts.length > 0) {
    console.log(
      `\nBoth the manuscript and a hand changed ${merged.conflicts.length === 1 ? "a place" : "places"} that “<<<<<<<” marks in the files above. Settle them, then run:`,
    );
    console.log(`ESSAY_DIR=${quoted(shown)} npm run anchors`);
    process.exitCode = 1;
    return;
  }
  if (registerAnchors(target, root, shown, options.again && !isOut(target, root) ? "unpublished" : undefined))
    console.log(`\nThe whole report is in ${join(shown, "import-report.md")}. To see the essay:`);
  console.log(`ESSAY_DIR=${quoted(shown)} npm run dev`);
}

const quoted = (path: string): string => (/^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/**
 * @returns whether others may have seen the essay. Before that, an import that is made again writes the record of its edition
 *   anew; afterwards the author says what the change is.
 */
const isOut = (target: string, root: string): boolean =>
  keptEditions(target).length > 1 ||
  signOfPublication(
    target,
    REGISTRY_FILE,
    readBuildSettings({ ...process.env, ESSAY_DIR: target }, root).outputDirectory,
  ) !== undefined;

/** Registers the paragraphs' addresses; what stands in the way is the author's to settle and said in his words. */
function registerAnchors(target: string, root: string, shown: string, within: "unpublished" | undefined): boolean {
  // A record is written whole, whenever somebody asks the command to stop.
  const stop = () => {
    process.exitCode = STOPPED;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    updateAnchors(target, root, { within });
    return true;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log(
      `\nThe essay is written; its addresses could not be registered yet:\n\n${error.message.replace("nothing was published", "no address was registered")}`,
    );
    console.log(`Mend that, and run: ESSAY_DIR=${quoted(shown)} npm run anchors`);
    process.exitCode = 1;
    return false;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** What a shell knows a command by that was stopped. */
const STOPPED = 130;

function reportContext(
  imported: ImportedEssay,
  merged: Merged,
  manuscripts: readonly string[],
  into: string,
): ReportContext {
  return {
    manuscripts,
    into,
    sections: imported.draft.sections.length,
    paragraphs: imported.paragraphs,
    notes: imported.draft.labels.size,
    characters: imported.characters,
    conflicts: merged.conflicts,
  };
}

await runCommand(USAGE, () => run(process.argv.slice(2)));
