import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UserError } from "../essay/problem.ts";

/**
 * Name of the file in a published site that lists its files. A folder without it, or with other files, is not replaced.
 * Hosts need not serve it.
 */
export const MARK_FILE = ".made-by-build.json";

/** The content of that file. */
interface SiteMark {
  /** Id of the essay. */
  readonly essay: string;
  /** The edition that was published. */
  readonly edition: string;
  /** Whether the essay had a registry. */
  readonly registered: boolean;
  /** All files of the site, as sorted paths with slashes. */
  readonly files: readonly string[];
}

/** The folders of a build, symbolic links resolved. */
interface OutputFolder {
  /** The finished site, absolute. */
  readonly output: string;
  /** A folder beside it, on the same file system, for the unfinished site and, during the swap, for the old one. */
  readonly workshop: string;
}

/** Folders that must not be replaced. */
interface Surroundings {
  /** The project's root, absolute. */
  readonly root: string;
  readonly essayDirectory: string;
}

/** @returns the folders of a build into a directory, links resolved as far as it exists */
export function outputFolder(directory: string): OutputFolder {
  const output = realPath(directory);
  return { output, workshop: `${output}.building` };
}

/** @returns the folder of the unfinished site */
export const stagingFolder = ({ workshop }: OutputFolder): string => join(workshop, "site");

/**
 * Astro moves files of its own from the project into the folder that it builds, and so needs one on the project's file
 * system; where the output is on another, the site is built in the project's cache and copied when it is finished.
 *
 * @param root the project's root, absolute
 * @returns the folder to build in
 */
export function buildFolder(folder: OutputFolder, root: string): string {
  const device = (path: string) => statSync(nearestExisting(path)).dev;
  if (device(dirname(folder.output)) === device(root)) return stagingFolder(folder);
  const name = createHash("sha256").update(folder.output).digest("hex").slice(0, 12);
  return join(root, "node_modules", ".cache", `site-${name}`);
}

const previousFolder = ({ workshop }: OutputFolder): string => join(workshop, "previous");

/** Folders of the project that cannot hold a site; the cache in `node_modules` can. */
const PROJECT_FOLDERS = new Set(["src", "public", "scripts", "tests", "docs", "node_modules"]);

/**
 * Checks that an output directory can be replaced without losing a file.
 *
 * @param directory `OUT_DIR`, absolute
 * @throws {UserError} where it is, contains or is in the essay or a folder of the project; is not a folder; has files
 *   of others; or cannot be replaced in one step
 */
export function checkOutput(directory: string, { root, essayDirectory }: Surroundings): void {
  const refuse = (what: string, how: string): never => {
    throw new UserError(`OUT_DIR is ${directory}, ${what}. ${how}`);
  };
  const elsewhere = "Name a folder of its own, such as OUT_DIR=dist.";
  const folder = outputFolder(directory);
  const { output, workshop } = folder;
  const [project, essay] = [realPath(root), realPath(essayDirectory)];

  if (output === essay) refuse("which is the essay’s own folder", elsewhere);
  if (isInside(essay, output)) refuse("which contains the essay", elsewhere);
  if (isInside(output, essay)) refuse("which lies in the essay’s folder", elsewhere);
  if (output === project) refuse("which is the project’s own folder", elsewhere);
  if (isInside(project, output)) refuse("which contains the project", elsewhere);
  if (isInside(output, project)) {
    const [first = "", second] = relative(project, output).split(sep);
    const isCache = first === "node_modules" && second === ".cache";
    if ((PROJECT_FOLDERS.has(first) && !isCache) || first.startsWith("."))
      refuse(`which lies in the project’s folder ${first}`, elsewhere);
  }
  for (let above = dirname(output); above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, "essay.yaml"))) refuse(`which lies in the essay in ${above}`, elsewhere);

  const standing = nearestExisting(output);
  if (!statSync(standing).isDirectory())
    refuse(standing === output ? "which is a file" : `but ${standing} is a file`, elsewhere);
  if (standing === output) {
    if (statSync(output).dev !== statSync(dirname(output)).dev)
      refuse(
        "where another file system begins, so that it cannot be replaced in one step",
        `Name a folder in it: OUT_DIR=${join(directory, "site")}.`,
      );
    const strangers = strangersIn(output);
    if (strangers.length > 0)
      refuse(
        `which holds what no build made: ${some(strangers)}`,
        "Move that elsewhere (what belongs to every site belongs in public/), or name another folder.",
      );
  }
  // Said before anything is built; that a folder cannot be written to shows otherwise in its last step.
  accessSync(nearestExisting(dirname(output)), constants.W_OK);
  const inWorkshop = existsSync(workshop) ? readdirSync(workshop).filter((name) => !WORKSHOP.has(name)) : [];
  if (inWorkshop.length > 0 || (existsSync(workshop) && !isMarkedWorkshop(workshop)))
    refuse(
      `and beside it stands ${workshop}, which no build made${inWorkshop.length > 0 ? `: ${some(inWorkshop)}` : ""}`,
      "The site grows there until it is finished: move that elsewhere, or name another folder.",
    );
}

const WORKSHOP_MARK = ".made-by-build";
const WORKSHOP = new Set([WORKSHOP_MARK, "site", "previous"]);
const isMarkedWorkshop = (workshop: string): boolean =>
  existsSync(join(workshop, WORKSHOP_MARK)) || readdirSync(workshop).length === 0;

/**
 * Prepares the workshop, after `checkOutput`. Restores a site that an interrupted build had moved aside.
 *
 * @returns the empty folder for the new site
 */
export function openWorkshop(folder: OutputFolder): string {
  const { output, workshop } = folder;
  if (existsSync(previousFolder(folder)) && !existsSync(output)) renameSync(previousFolder(folder), output);
  rmSync(workshop, { recursive: true, force: true });
  const staging = stagingFolder(folder);
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(workshop, WORKSHOP_MARK), "");
  return staging;
}

/**
 * Writes the list of files and swaps the finished site with the old one, which is deleted last.
 *
 * @param mark describes the site
 * @param builtIn the folder in which it was built, where that is not the staging folder
 * @throws the error of the file system; the old site is in place then
 */
export function publishSite(
  folder: OutputFolder,
  mark: Omit<SiteMark, "files">,
  builtIn: string = stagingFolder(folder),
): void {
  const { output, workshop } = folder;
  const [staging, previous] = [stagingFolder(folder), previousFolder(folder)];
  if (resolve(builtIn) !== staging) cpSync(builtIn, staging, { recursive: true });
  const content: SiteMark = { ...mark, files: filesIn(staging).sort() };
  writeFileSync(join(staging, MARK_FILE), `${JSON.stringify(content, null, 1)}\n`);
  const replaces = existsSync(output);
  if (replaces) renameSync(output, previous);
  try {
    renameSync(staging, output);
  } catch (error) {
    if (replaces) renameSync(previous, output);
    throw error;
  }
  for (const done of [workshop, builtIn]) rmSync(done, { recursive: true, force: true });
}

/**
 * Takes away what a build that does not come to its end has made of a site. The old one is in place then.
 *
 * @param builtIn the folder in which it was built, where that is not the staging folder
 */
export function abandonSite(folder: OutputFolder, builtIn: string = stagingFolder(folder)): void {
  const { output, workshop } = folder;
  if (existsSync(workshop) && !isMarkedWorkshop(workshop)) return;
  if (existsSync(previousFolder(folder)) && !existsSync(output)) renameSync(previousFolder(folder), output);
  for (const unfinished of [workshop, builtIn]) rmSync(unfinished, { recursive: true, force: true });
}

/**
 * Adds a file to a site that stands already, so that the next build knows it for its own.
 *
 * @param directory of the published site
 * @param route its path in the site, with slashes
 * @throws {UserError} where no build made the site
 */
export function addToSite(directory: string, route: string, content: Uint8Array): void {
  const mark = markOfBuild(directory);
  writeFileSync(join(directory, route), content);
  const files = [...new Set([...mark.files, route])].sort();
  writeFileSync(join(directory, MARK_FILE), `${JSON.stringify({ ...mark, files }, null, 1)}\n`);
}

/** @returns the list of files of a folder; `undefined` where it has none */
export function readMark(directory: string): SiteMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(join(directory, MARK_FILE), "utf8")) as Partial<SiteMark>;
    return Array.isArray(mark.files) ? (mark as SiteMark) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @returns the list of files of a built site
 * @throws {UserError} where no build made one in the folder
 */
export function markOfBuild(directory: string): SiteMark {
  const mark = readMark(directory);
  if (!mark) throw new UserError(`There is no built site in ${directory}. Build it first: npm run build`);
  return mark;
}

/** Files that file managers create. */
const LITTER = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);
/** Compressed copies for hosts; they belong to the file beside them. */
const COMPRESSED = /\.(br|gz|zst)$/u;

/** @returns the entries of a folder that no build created; all of them where there is no list */
function strangersIn(output: string): string[] {
  const mark = readMark(output);
  if (!mark) {
    const entries = readdirSync(output).filter((name) => !LITTER.has(name));
    return isOfFirstRelease(output, entries) ? [] : entries;
  }
  const made = new Set([...mark.files, MARK_FILE]);
  return filesIn(output).filter(
    (file) => !made.has(file) && !made.has(file.replace(COMPRESSED, "")) && !LITTER.has(basename(file)),
  );
}

/**
 * Sites of version 1.0 have no list; they are recognised by their headers, their index and the absence of other files.
 */
function isOfFirstRelease(output: string, entries: readonly string[]): boolean {
  const has = (...path: string[]) => existsSync(join(output, ...path));
  if (!has("_headers") || !has("404.html") || !has("_astro") || !has("pagefind")) return false;
  const own = /^(_astro|pagefind|cite|data|parallel|404\.html|_headers|index\.html|robots\.txt|favicon\.svg)$/u;
  return entries.every((name) => own.test(name) || /^sitemap-\w+\.xml$/u.test(name) || has(name, "full", "index.html"));
}

/** @returns all files of a folder, as paths with slashes */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** @returns whether a path is inside a folder */
function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !/^([a-z]:|[\\/])/iu.test(way);
}

/**
 * @returns the path with links resolved as far as it exists
 * @throws {UserError} where a link leads nowhere
 */
function realPath(path: string): string {
  const standing = nearestExisting(path);
  return join(realpathSync.native(standing), relative(standing, path));
}

function nearestExisting(path: string): string {
  if (existsSync(path)) return path;
  if (isLink(path)) throw new UserError(`${path} is a symbolic link that leads nowhere.`);
  return nearestExisting(dirname(path));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
