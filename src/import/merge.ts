import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diff3Merge, diffIndices } from "node-diff3";
import { parse } from "yaml";
import { readTitle } from "../essay/title-notes.ts";
import { append } from "./lists.ts";

/** Folder in the essay's directory that keeps the files as the last import wrote them. */
export const BASE_FOLDER = ".import";

/** Ends the name of a file there that holds an image's digest in its place. */
export const DIGEST = ".sha256";

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A section of the last import, to find it again in a changed manuscript. */
export interface KnownSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What the last import wrote. */
export interface ImportBase {
  readonly files: ReadonlyMap<string, string>;
  readonly id: string;
  /** Date of its first edition. */
  readonly edition: string | undefined;
  readonly sections: readonly KnownSection[];
}

/** What an import that is run again writes. */
export interface Merged {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Files whose section is no longer in the manuscript and that no hand has changed. */
  readonly removed: readonly string[];
  /** Places that both the manuscript and a hand changed. */
  readonly conflicts: readonly string[];
}

/** @param directory the essay's directory, absolute */
export function readBase(directory: string): ImportBase {
  const folder = join(directory, BASE_FOLDER);
  const files = new Map(
    globSync("**/*", { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")];
      }),
  );
  const settings = (parse(files.get("essay.yaml") ?? "") ?? {}) as { id?: string; edition?: { date?: string } };
  const sections = [...files].flatMap(([path, text]): KnownSection[] => {
    const id = /^[^/]+\/([^/]+)\.mdx$/u.exec(path)?.[1];
    if (!id) return [];
    const head = /^---\n([\s\S]*?)\n---\n/u.exec(text);
    const title = ((head?.[1] ? parse(head[1]) : {}) as { title?: string }).title ?? "";
    return [{ id, title: readTitle(title).words, text: head ? text.slice(head[0].length) : text }];
  });
  return { files, id: settings.id ?? "essay", edition: settings.edition?.date, sections };
}

/**
 * Brings a changed manuscript into an essay: what only the manuscript changed is taken, what only a hand changed stays,
 * and what both changed is shown as both have it, marked as version control marks it, and not decided.
 *
 * @param directory the essay's directory, absolute
 * @param base what the last import wrote
 * @param incoming what this one would write
 */
export function mergeAgain(
  directory: string,
  base: ImportBase,
  incoming: ReadonlyMap<string, string | Uint8Array>,
): Merged {
  const files = new Map<string, string | Uint8Array>();
  const conflicts: string[] = [];
  const removed: string[] = [];
  for (const [path, content] of incoming) {
    const place = join(directory, path);
    if (typeof content !== "string") {
      const before = base.files.get(`${path}${DIGEST}`);
      const now = existsSync(place) ? digestOf(readFileSync(place)) : undefined;
      const next = digestOf(content);
      // Where it is not known what was there, what is there stays.
      if (now === undefined || (now === before && next !== before)) files.set(path, content);
      else if (before !== undefined && next !== before && next !== now)
        conflicts.push(`${path}: a hand has changed the image, and so has the manuscript; it was left as it is`);
      continue;
    }
    const before = base.files.get(path);
    if (!existsSync(place)) {
      // A file that a hand has taken away stays away, unless the manuscript has it anew.
      if (before !== content) files.set(path, content);
      if (before !== undefined && before !== content)
        conflicts.push(`${path}: a hand has taken the file away, and the manuscript has changed it; it is there again`);
      continue;
    }
    const now = readFileSync(place, "utf8");
    const { text, places } = mergeText(now, before ?? "", content);
    if (text !== now) files.set(path, text);
    append(
      conflicts,
      places.map((line) => `${path}:${line}`),
    );
  }
  for (const [kept, before] of base.files) {
    const isDigest = kept.endsWith(DIGEST);
    const path = isDigest ? kept.slice(0, -DIGEST.length) : kept;
    if (incoming.has(path)) continue;
    const place = join(directory, path);
    if (!existsSync(place)) continue;
    if ((isDigest ? digestOf(readFileSync(place)) : readFileSync(place, "utf8")) === before) removed.push(path);
    else conflicts.push(`${path}: the manuscript no longer has it, and a hand has changed it; it was left as it is`);
  }
  return { files, removed, conflicts };
}

/** @returns the text that has both sides' changes, and the lines at which both had changed the same */
function mergeText(now: string, before: string, incoming: string): { text: string; places: number[] } {
  const lines: string[] = [];
  const places: number[] = [];
  for (const region of diff3Merge(now.split("\n"), before.split("\n"), incoming.split("\n"), {
    excludeFalseConflicts: true,
  })) {
    if (region.ok) {
      append(lines, region.ok);
      continue;
    }
    if (!region.conflict) continue;
    const both = besideEachOther(region.conflict);
    if (both) {
      append(lines, both);
      continue;
    }
    places.push(lines.length + 1);
    lines.push(
      "<<<<<<< as it was edited here",
      ...region.conflict.a,
      "=======",
      ...region.conflict.b,
      ">>>>>>> as the manuscript has it now",
    );
  }
  return { text: lines.join("\n"), places };
}

/** Which blocks the one side has in the place of others. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly string[];
}

/**
 * Paragraphs and notes are parted by empty lines: changes of different ones are both taken, whatever stands beside them.
 *
 * @returns the lines with both changes; undefined where both are of the same, or both put something into the same place
 */
function besideEachOther({ a, o, b }: { a: string[]; o: string[]; b: string[] }): string[] | undefined {
  // In code, empty lines may part nothing and stand together.
  if ([a, o, b].some((lines) => lines.some((line, index) => line === "" && lines[index + 1] === ""))) return undefined;
  const [own, other] = [changesOf(blocksOf(o), blocksOf(a)), changesOf(blocksOf(o), blocksOf(b))];
  const isSame = (one: Change, two: Change): boolean =>
    one.start === two.start && one.end === two.end && one.blocks.join("\n\n") === two.blocks.join("\n\n");
  const clash = (one: Change, two: Change): boolean =>
    !isSame(one, two) &&
    ((one.start < two.end && two.start < one.end) ||
      (one.start === one.end && one.start === two.start && two.start === two.end));
  if (own.some((one) => other.some((two) => clash(one, two)))) return undefined;
  const merged: string[] = [];
  let position = 0;
  const before = blocksOf(o);
  const changes = [...own, ...other.filter((two) => !own.some((one) => isSame(one, two)))].sort(
    (one, two) => one.start - two.start || one.end - two.end,
  );
  for (const { start, end, blocks } of changes) {
    append(merged, [...before.slice(position, start), ...blocks]);
    position = end;
  }
  append(merged, before.slice(position));
  // An empty line at an end of the region stands where either side put or left it.
  const edge = (at: (lines: readonly string[]) => string | undefined): boolean => {
    const [hand, was, manuscript] = [a, o, b].map((lines) => at(lines) === "");
    return (hand === was ? manuscript : hand) ?? false;
  };
  const [leads, trails] = [edge((lines) => lines[0]), edge((lines) => lines.at(-1))];
  if (merged.length === 0) return leads || trails ? [""] : [];
  return [
    ...(leads ? [""] : []),
    ...merged.flatMap((block, index) => [...(index > 0 ? [""] : []), ...block.split("\n")]),
    ...(trails ? [""] : []),
  ];
}

/** @returns what empty lines part */
const blocksOf = (lines: readonly string[]): string[] =>
  lines
    .join("\n")
    .split(/\n{2,}/u)
    .map((block) => block.replace(/^\n|\n$/gu, ""))
    .filter((block) => block !== "");

/** Where a side has other blocks than were there. */
const changesOf = (before: readonly string[], now: readonly string[]): Change[] =>
  diffIndices([...before], [...now]).map(
    ({ buffer1: [start, length], buffer2Content }): Change => ({
      start,
      end: start + length,
      blocks: buffer2Content,
    }),
  );
