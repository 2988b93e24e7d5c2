import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { attribute, type BuiltPage, type BuiltSite } from "../../src/checks/html/page.ts";

/** @returns every element below the node that the test holds for, in document order */
export function elements(tree: Root | Element, holds: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (holds(element)) found.push(element);
  });
  return found;
}

/** @returns a page as the checks see it */
export function page(path: string, html: string): BuiltPage {
  const tree = fromHtml(html);
  const ids = elements(tree).flatMap((element) => attribute(element, "id") ?? []);
  return { path, file: `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`, tree, ids };
}

/** @returns a site of these pages and other files */
export function site(pages: readonly BuiltPage[], otherFiles: readonly string[] = [], basePath = "/"): BuiltSite {
  return {
    basePath,
    pages: new Map(pages.map((one) => [one.path, one])),
    files: new Set([...pages.map(({ file }) => file), ...otherFiles]),
  };
}
