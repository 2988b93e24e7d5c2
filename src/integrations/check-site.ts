import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { checkDuplicateIds } from "../checks/html/duplicate-ids.ts";
import { checkLinks } from "../checks/html/links.ts";
import { checkLiteralMarkup } from "../checks/html/literal-markup.ts";
import { attribute, type BuiltPage, type BuiltSite, type PageCheck, type PageFinding } from "../checks/html/page.ts";
import type { Essay, Section } from "../essay/model.ts";
import type { Problem } from "../essay/problem.ts";
import { routes } from "../essay/routes.ts";

const CHECKS: readonly PageCheck[] = [checkLinks, checkLiteralMarkup, checkDuplicateIds];

/**
 * Runs all checks over a built site.
 *
 * @param directory of the built site
 * @param basePath of the site on its host
 * @param essay its source files are searched for the place of each finding
 * @param root of the project; the paths of the essay's files are relative to it
 * @returns each problem once
 */
export function checkSite(directory: string, basePath: string, essay: Essay, root: string): Problem[] {
  const site = readSite(directory, basePath);
  const sections = Object.values(essay.texts).flatMap((text) => text.sections);
  const paths = new Set(sections.map(pathOf));
  // Section pages come first: other pages repeat their text.
  const pages = [...site.pages.values()].sort((a, b) => Number(paths.has(b.path)) - Number(paths.has(a.path)));
  const findings = (some: readonly BuiltPage[]) => some.flatMap((page) => CHECKS.flatMap((check) => check(page, site)));
  // Side-by-side pages repeat section pages and are checked only if those are right.
  const [made, own] = [pages.filter(isSideBySide), pages.filter((page) => !isSideBySide(page))];
  const ownFindings = findings(own);
  const problems = (ownFindings.length > 0 ? ownFindings : findings(made)).map((finding) =>
    locateInSource(finding, sections, root),
  );
  const distinct = new Map<string, Problem>();
  for (const problem of problems) {
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
 * Reads and parses all pages of a built site.
 *
 * @param directory of the built site
 * @param basePath of the site on its host
 */
export function readSite(directory: string, basePath: string): BuiltSite {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length).split(sep).filter(Boolean).join("/"));
  const pages = files
    .filter((file) => file.endsWith(".html"))
    .map((file): BuiltPage => {
      const tree = fromHtml(readFileSync(join(directory, file), "utf8"));
      const ids: string[] = [];
      visit(tree, "element", (element) => {
        const id = attribute(element, "id");
        if (id !== undefined) ids.push(id);
      });
      return { path: `/${file.replace(/(^|\/)index\.html$/u, "$1")}`, file, tree, ids };
    });
  return { basePath, pages: new Map(pages.map((page) => [page.path, page])), files: new Set(files) };
}

/** Finds the source line of a finding: in the section of the page, else in its language. */
function locateInSource(finding: PageFinding, sections: readonly Section[], root: string): Problem {
  const { page, sourceTexts, what, how } = finding;
  const onPage = sections.filter((section) => page.path === pathOf(section));
  const inLanguage = sections.filter(({ language }) => page.path.startsWith(`/${language}/`));
  for (const candidates of [onPage, inLanguage]) {
    for (const text of sourceTexts) {
      for (const { file } of candidates) {
        const lines = readFileSync(join(root, file), "utf8").split("\n");
        const index = lines.findIndex((line) => line.includes(text));
        if (index >= 0) return { file, line: index + 1, column: (lines[index]?.indexOf(text) ?? 0) + 1, what, how };
      }
    }
  }
  return { file: page.file, what, how };
}
