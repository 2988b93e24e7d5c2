import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { UserError } from "../src/essay/problem.ts";
import { runCommand } from "./command.ts";
import { newEssayFiles } from "./new/files.ts";

const USAGE = `npm run new -- <directory> [--language <tag>]…

Makes a directory with an essay that builds: one section, a note and a source. The language is a BCP 47 tag such as
de or zh-Hans, en by default; give it several times for an essay in several languages, the first one first.`;

/**
 * Makes a new essay. Nothing that is there is ever written over.
 *
 * @param root the project's root, absolute
 * @returns the essay's directory, absolute
 * @throws {UserError} where the command is not right
 */
export function makeEssay(args: readonly string[], root: string, today: string): string {
  const { directory, languages } = readArguments(args);
  const path = resolve(root, directory);
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new UserError(`${directory} is there already and not empty; choose another directory.`);
  const files = newEssayFiles({
    id: idFrom(basename(path)),
    languages,
    date: today,
    schema: relative(path, join(root, "docs", "essay.schema.json"))
      .split(sep)
      .join("/"),
  });
  for (const [name, text] of Object.entries(files)) {
    const target = join(path, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
  }
  return path;
}

function readArguments(args: readonly string[]): { directory: string; languages: string[] } {
  const { values, positionals } = parse(args);
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0) throw new UserError(USAGE);
  const tags = (values.language ?? ["en"]).flatMap((tag) => tag.split(",")).map((tag) => tag.trim());
  return { directory, languages: [...new Set(tags.map(canonical))] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { language: { type: "string", short: "l", multiple: true } },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function canonical(tag: string): string {
  try {
    const [language] = Intl.getCanonicalLocales(tag);
    if (language !== undefined) return language;
  } catch {
    // Told below.
  }
  throw new UserError(`“${tag}” is not a BCP 47 language tag such as de or zh-Hans.`);
}

/** A directory's name as an id: Latin letters, digits and single hyphens. */
function idFrom(name: string): string {
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^[^a-z]+|-+$/gu, "");
  return id || "my-essay";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await runCommand(USAGE, () => {
    const root = resolve(import.meta.dirname, "..");
    const path = makeEssay(process.argv.slice(2), root, new Date().toISOString().slice(0, 10));
    const shown = relative(process.cwd(), path) || ".";
    console.log(`${shown} has an essay in it. To see it while you write:\n\n  ESSAY_DIR=${shown} npm run dev`);
  });
