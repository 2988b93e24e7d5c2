import {
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
import { basename, dirname, join, relative, sep } from "node:path";
import { UserError } from "../essay/problem.ts";

/**
 * The file in a published folder that says that this program made it, and which files: whatever else stands there is
 * someone's own, and the folder is not replaced. Hosts need not serve it.
 */
export const MARK_FILE = ".made-by-build.json";

/** What the mark says of the site that stands in the folder. */
export interface SiteMark {
  /** Id of the essay. */
  readonly essay: string;
  /** The edition that was published. */
  readonly edition: string;
  /** Whether its addresses were registered, as `anchors.json` does. */
  readonly registered: boolean;
  /** Every file of the site, its path with slashes, sorted. */
  readonly files: readonly string[];
}

/** Where a build puts its site, symbolic links followed. */
export interface OutputFolder {
  /** The finished site, absolute. */
  readonly output: string;
  /** Beside it, on the same file system: holds what is being built, and for a moment the site that is replaced. */
  readonly workshop: string;
}

/** What must never be replaced. */
interface Surroundings {
  /** The project's root, absolute. */
  readonly root: string;
  readonly essayDirectory: string;
}

/** @returns where a build into the directory works, its links followed as far as it exists */
export function outputFolder(directory: string): OutputFolder {
  const output = realPath(directory);
  return { output, workshop: `${output}.building` };
}

/** @returns the folder in the workshop in which the site grows */
export const stagingFolder = ({ workshop }: OutputFolder): string => join(workshop, "site");
const previousFolder = ({ workshop }: OutputFolder): string => join(workshop, "previous");

/** Folders of the project in which no site may be put; of `node_modules` the cache is free. */
const PROJECT_FOLDERS = new Set(["src", "public", "scripts", "tests", "docs", "node_modules"]);

/**
 * Refuses an output that would cost anyone a file.
 *
 * @param directory `OUT_DIR`, absolute
 * @throws {UserError} where the folder is, contains or lies in the essay or the project's own folders, is no folder, holds
 *   files that no build made, or cannot be replaced in one step
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
 * Makes room for a build, after `checkOutput`. A site that an interrupted build had moved aside is put back first.
 *
 * @returns the empty folder in which the site is to grow
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
 * Marks the finished site and puts it where the old one is; the old one is gone only when the new one is in its place.
 *
 * @param mark what the folder is to say of the site in it
 * @throws the file system's error where that fails; the old site is then where it was
 */
export function publishSite(folder: OutputFolder, mark: Omit<SiteMark, "files">): void {
  const { output, workshop } = folder;
  const [staging, previous] = [stagingFolder(folder), previousFolder(folder)];
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
  rmSync(workshop, { recursive: true, force: true });
}

/** @returns what the mark in a folder says; `undefined` where there is none that can be read */
export function readMark(directory: string): SiteMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(join(directory, MARK_FILE), "utf8")) as Partial<SiteMark>;
    return Array.isArray(mark.files) ? (mark as SiteMark) : undefined;
  } catch {
    return undefined;
  }
}

/** What file managers leave behind of themselves. */
const LITTER = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);
/** A host may want its files compressed beforehand; what stands beside a file that was made is made of it. */
const COMPRESSED = /\.(br|gz|zst)$/u;

/** @returns the entries of a folder that no build made: all of them where it has no mark */
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

/** Release 1.0 left no mark: its sites are known by their headers and index, and by having nothing else in them. */
function isOfFirstRelease(output: string, entries: readonly string[]): boolean {
  const has = (...path: string[]) => existsSync(join(output, ...path));
  if (!has("_headers") || !has("404.html") || !has("_astro") || !has("pagefind")) return false;
  const own = /^(_astro|pagefind|cite|data|parallel|404\.html|_headers|index\.html|robots\.txt|favicon\.svg)$/u;
  return entries.every((name) => own.test(name) || /^sitemap-\w+\.xml$/u.test(name) || has(name, "full", "index.html"));
}

/** @returns every entry of a folder that is no folder itself, its path with slashes */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** @returns whether a path lies below a folder */
function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !/^([a-z]:|[\\/])/iu.test(way);
}

/**
 * @returns the path with its links followed as far as it exists
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
