import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diff3Merge } from "node-diff3";
import { parse } from "yaml";
import { readTitle } from "../essay/title-notes.ts";

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
    conflicts.push(...places.map((line) => `${path}:${line}`));
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
      lines.push(...region.ok);
      continue;
    }
    if (!region.conflict) continue;
    const both = besideEachOther(region.conflict);
    if (both) {
      lines.push(...both);
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

/**
 * Two changes that touch where an empty line parts them are of two paragraphs, or of two notes: both are taken.
 *
 * @returns the lines with both changes; undefined where they are of the same
 */
function besideEachOther({ a, o, b }: { a: string[]; o: string[]; b: string[] }): string[] | undefined {
  const [first, second] = [changeOf(o, a), changeOf(o, b)].sort((one, other) => one.start - other.start);
  if (!first || !second || first.end > second.start || first.start === first.end || second.start === second.end)
    return undefined;
  const isParted = o.slice(first.start, second.end).some((line, index, part) => {
    const at = first.start + index;
    return line.trim() === "" && index < part.length - 1 && at >= first.end - 1 && at <= second.start;
  });
  if (!isParted) return undefined;
  return [
    ...o.slice(0, first.start),
    ...first.lines,
    ...o.slice(first.end, second.start),
    ...second.lines,
    ...o.slice(second.end),
  ];
}

/** Which lines of the one the other has changed, and to what. */
function changeOf(before: readonly string[], now: readonly string[]): { start: number; end: number; lines: string[] } {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start += 1;
  let kept = 0;
  while (kept < most - start && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept += 1;
  return { start, end: before.length - kept, lines: now.slice(start, now.length - kept) };
}
