import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { hasLiteralMarkup } from "../../src/checks/html/literal-markup.ts";
import { type BuiltPage, type BuiltSite, pathOfPage, readPage } from "../../src/checks/html/page.ts";
import { readSite } from "../../src/integrations/check-site.ts";

/** @returns every element below the node that the test holds for, in document order */
export function elements(tree: Root | Element, holds: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (holds(element)) found.push(element);
  });
  return found;
}

/** A page as the checks see it, and its tree besides. */
export interface ParsedPage extends BuiltPage {
  readonly tree: Root;
}

/** @returns a page of a site, by the path of its file */
export const parsedPage = (file: string, html: string): ParsedPage => ({
  path: pathOfPage(file),
  file,
  ...readPage(html, hasLiteralMarkup),
  tree: fromHtml(html),
});

/** @returns a page as the checks see it */
export const page = (path: string, html: string): ParsedPage =>
  parsedPage(`${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`, html);

/** A built site as the checks see it, and the trees of its pages. */
export interface ParsedSite extends BuiltSite {
  readonly pages: ReadonlyMap<string, ParsedPage>;
}

/** @returns the site in a folder */
export function parsedSite(directory: string, basePath: string): ParsedSite {
  const site = readSite(directory, basePath);
  const pages = [...site.pages].map(
    ([path, { file }]) => [path, parsedPage(file, readFileSync(join(directory, file), "utf8"))] as const,
  );
  return { ...site, pages: new Map(pages) };
}

/** @returns a site of these pages and other files */
export function site(pages: readonly BuiltPage[], otherFiles: readonly string[] = [], basePath = "/"): BuiltSite {
  return {
    basePath,
    pages: new Map(pages.map((one) => [one.path, one])),
    files: new Set([...pages.map(({ file }) => file), ...otherFiles]),
  };
}
