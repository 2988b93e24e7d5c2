import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { hasLiteralMarkup } from "../../src/checks/html/literal-markup.ts";
import { type BuiltPage, type BuiltSite, pathOfPage, readPage } from "../../src/checks/html/page.ts";
import { once } from "../../src/essay/once.ts";
import { readSite } from "../../src/integrations/check-site.ts";
import { visit } from "../../src/markdown/visit.ts";

/** Every element below a node, in document order; a built page does not change. */
const allElements = once((tree: Root | Element): readonly Element[] => {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    found.push(element);
  });
  return found;
});

/** @returns every element below the node that the test holds for, in document order */
export const elements = (tree: Root | Element, holds: (element: Element) => boolean = () => true): Element[] =>
  allElements(tree).filter(holds);

/** A page as the checks see it, and its tree besides. */
export interface ParsedPage extends BuiltPage {
  readonly tree: Root;
}

/** @returns a page as the checks see it */
export function page(path: string, html: string): ParsedPage {
  const file = `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
  return { path: pathOfPage(file), file, ...readPage(html, hasLiteralMarkup), tree: fromHtml(html) };
}

/** A built site as the checks see it, and the trees of its pages. */
export interface ParsedSite extends BuiltSite {
  readonly pages: ReadonlyMap<string, ParsedPage>;
}

/** Sites that were read: the test files of a run are one program. */
const parsedSites = new Map<string, ParsedSite>();

/** @returns the site in a folder, whose trees are those of all who ask: nobody changes them */
export function parsedSite(directory: string, basePath: string): ParsedSite {
  const known = parsedSites.get(directory);
  if (known) return known;
  const site = readSite(directory, basePath);
  const pages = [...site.pages].map(([path, one]) => {
    const tree = fromHtml(readFileSync(join(directory, one.file), "utf8"));
    return [path, { ...one, tree }] as const;
  });
  const parsed = { ...site, pages: new Map(pages) };
  parsedSites.set(directory, parsed);
  return parsed;
}

/** @returns a site of these pages and other files */
export function site(pages: readonly BuiltPage[], otherFiles: readonly string[] = [], basePath = "/"): BuiltSite {
  return {
    basePath,
    pages: new Map(pages.map((one) => [one.path, one])),
    files: new Set([...pages.map(({ file }) => file), ...otherFiles]),
  };
}
