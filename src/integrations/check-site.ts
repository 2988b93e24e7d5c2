import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { checkDuplicateIds } from "../checks/html/duplicate-ids.ts";
import { checkLinks } from "../checks/html/links.ts";
import { checkLiteralMarkup, hasLiteralMarkup } from "../checks/html/literal-markup.ts";
import {
  type BuiltPage,
  type BuiltSite,
  type PageCheck,
  type PageContent,
  type PageFinding,
  pathOfPage,
  readPage,
} from "../checks/html/page.ts";
import type { Essay, Section } from "../essay/model.ts";
import type { Problem } from "../essay/problem.ts";
import { HANDOUT, routes } from "../essay/routes.ts";
import type { KeptResults } from "./kept-results.ts";

const CHECKS: readonly PageCheck[] = [checkLinks, checkLiteralMarkup, checkDuplicateIds];

/**
 * Runs all checks over a built site.
 *
 * @param directory of the built site
 * @param basePath of the site on its host
 * @param essay its source files are searched for the place of each finding
 * @param root of the project; the paths of the essay's files are relative to it
 * @param later files that are written when the pages are right
 * @param kept what an earlier build has read of the same pages
 * @returns each problem once
 */
export function checkSite(
  directory: string,
  basePath: string,
  essay: Essay,
  root: string,
  later: readonly string[] = [],
  kept?: KeptResults<PageContent>,
): Problem[] {
  const built = readSite(directory, basePath, kept);
  const site = { ...built, files: new Set([...built.files, ...later]) };
  const sections = Object.values(essay.texts).flatMap((text) => text.sections);
  const paths = new Set(sections.map(pathOf));
  // Section pages come first: other pages repeat their text.
  const pages = [...site.pages.values()].sort((a, b) => Number(paths.has(b.path)) - Number(paths.has(a.path)));
  const findings = (some: readonly BuiltPage[]) => some.flatMap((page) => CHECKS.flatMap((check) => check(page, site)));
  // Side-by-side pages repeat section pages and are checked only if those are right.
  const [made, own] = [pages.filter(isSideBySide), pages.filter((page) => !isSideBySide(page))];
  const ownFindings = findings(own);
  const locate = locateInSources(sections, root);
  const distinct = new Map<string, Problem>();
  const told = new Set<string>();
  for (const finding of ownFindings.length > 0 ? ownFindings : findings(made)) {
    // What stands on every page alike is looked for in the sources once.
    if (told.size === told.add(finding.what).size) continue;
    const problem = locate(finding);
    const mistake = problem.line === undefined ? problem.what : `${problem.line}:${problem.column}:${problem.how}`;
    const key = `${problem.file}:${mistake}`;
    if (!distinct.has(key)) distinct.set(key, problem);
  }
  return [...distinct.values()];
}

const isSideBySide = ({ path }: BuiltPage): boolean => path.startsWith("/parallel/");

/** @returns the address of a section's page within the site */
const pathOf = ({ language, id }: Section): string => `/${routes.section(language, id)}`;

/**
 * Reads the pages of a built site one after the other, keeping of each what the checks need.
 *
 * @param directory of the built site
 * @param basePath of the site on its host
 */
export function readSite(directory: string, basePath: string, kept?: KeptResults<PageContent>): BuiltSite {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length).split(sep).filter(Boolean).join("/"));
  const pages = files
    // What is handed out is no page of the site.
    .filter((file) => file.endsWith(".html") && !file.endsWith(`/${HANDOUT}`))
    .map((file): BuiltPage => {
      const html = readFileSync(join(directory, file), "utf8");
      const read = () => readPage(html, hasLiteralMarkup);
      return { path: pathOfPage(file), file, ...(kept ? kept.once([html], read) : read()) };
    });
  return { basePath, pages: new Map(pages.map((page) => [page.path, page])), files: new Set(files) };
}

/** Finds the source line of a finding: in the section of the page, else in its language. */
function locateInSources(sections: readonly Section[], root: string): (finding: PageFinding) => Problem {
  const byPath = Map.groupBy(sections, pathOf);
  const byLanguage = Map.groupBy(sections, ({ language }) => language);
  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    const text = texts.get(file) ?? readFileSync(join(root, file), "utf8");
    texts.set(file, text);
    return text;
  };
  return ({ page, sourceTexts, what, how }) => {
    for (const candidates of [byPath.get(page.path), byLanguage.get(page.path.split("/")[1] ?? "")])
      for (const wanted of sourceTexts)
        for (const { file } of candidates ?? []) {
          const at = textOf(file).indexOf(wanted);
          if (at < 0) continue;
          const before = textOf(file).slice(0, at).split("\n");
          return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what, how };
        }
    return { file: page.file, what, how };
  };
}
