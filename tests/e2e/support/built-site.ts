import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { readBuildSettings } from "../../../src/integrations/build-settings.ts";

/** Where the site under test stands. */
export const DIRECTORY = readBuildSettings(process.env).outputDirectory;

const trees = new Map<string, Root>();

const pageText = (path: string): string =>
  readFileSync(join(DIRECTORY, path.endsWith("/") ? `${path}index.html` : path), "utf8");

/** @returns the tree of a built page, by its path; each is read once */
export function pageTree(path: string): Root {
  const known = trees.get(path);
  if (known) return known;
  const tree = fromHtml(pageText(path));
  trees.set(path, tree);
  return tree;
}

// Every process of the runner needs the two lists: to parse all pages for them takes a second each time.
const LEADS_ON = /<meta http-equiv="?refresh/u;
const OPENS_SEARCH = /<a\b[^>]*\bdata-opens="?search\b[^>]*>/gu;
const HREF = /\bhref="?([^"\s>]+)/u;

/** Paths of all pages that show something: the sitemap leaves some out, and a former address only leads on. */
export const PAGES = readdirSync(DIRECTORY, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .map(
    (file) =>
      `/${file
        .split(sep)
        .join("/")
        .replace(/(^|\/)index\.html$/u, "$1")}`,
  )
  .filter((path) => !LEADS_ON.test(pageText(path)))
  .sort();

/** Paths of the search pages, by the header's link. */
export const SEARCH_PAGES = [
  ...new Set(
    PAGES.flatMap((path) => [...pageText(path).matchAll(OPENS_SEARCH)].flatMap(([link]) => HREF.exec(link)?.[1] ?? [])),
  ),
];

/** Languages that the essay is published in, the default first: the first page says that it is in the default. */
export const LANGUAGES = [
  ...new Set([
    String(select("html", pageTree("/"))?.properties["lang"]),
    ...SEARCH_PAGES.map((path) => path.split("/")[1] ?? ""),
  ]),
];

/** @returns the language of a page: the one that its path begins with, or that leads side by side; else the default */
export function languageOf(path: string): string {
  const [, first = "", , pair = ""] = path.split("/");
  const named = first === "parallel" ? (pair.split("-")[0] ?? "") : first;
  return LANGUAGES.includes(named) ? named : (LANGUAGES[0] ?? "");
}

/** @returns paths of a language's sections in reading order, by the contents on its cover */
export const sectionPaths = (language: string): string[] =>
  selectAll("ol.contents a", pageTree(`/${language}/`)).map((link) => String(link.properties["href"]));

/** @returns the edition's title as the header of its pages has it */
export function siteTitle(language: string): string {
  const link = select(".site-title a", pageTree(`/${language}/`));
  return link?.children.map((child) => (child.type === "text" ? child.value : "")).join("") ?? "";
}
