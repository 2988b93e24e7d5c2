import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { readSettings } from "../../../src/build/settings.ts";

/** Where the site under test stands. */
export const DIRECTORY = readSettings(process.env).outputDirectory;

const built = (path: string) => readFileSync(join(DIRECTORY, path), "utf8");
const locations = (sitemap: string) => [...sitemap.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, address = ""]) => address);
const pathOf = (address: string) => new URL(address, "http://localhost").pathname;

/** @returns the tree of a built page, by its path */
export const pageTree = (path: string) => fromHtml(built(path.endsWith("/") ? `${path}index.html` : path));

/** Paths of the pages that the sitemap lists. */
export const LISTED = locations(built("sitemap-index.xml")).flatMap((sitemap) =>
  locations(built(pathOf(sitemap))).map(pathOf),
);

/** Paths of the search pages, by the header's link. */
export const SEARCH_PAGES = [
  ...new Set(
    LISTED.flatMap((path) => selectAll("[data-opens=search]", pageTree(path)).map((link) => link.properties["href"])),
  ),
].map(String);

/** Paths of all pages: what the sitemap lists, and what it leaves out on purpose. */
export const PAGES = [...LISTED, ...SEARCH_PAGES, "/404.html"];

/** Languages that the essay is published in, the default first. */
export const LANGUAGES = [...new Set(SEARCH_PAGES.map((path) => path.split("/")[1] ?? ""))];

/** @returns the language of a page: the first part of its path, else the default */
export function languageOf(path: string): string {
  const first = path.split("/")[1] ?? "";
  return LANGUAGES.includes(first) ? first : (LANGUAGES[0] ?? "");
}

/** @returns paths of a language's sections in reading order, by the contents on its cover */
export const sectionPaths = (language: string): string[] =>
  selectAll("ol.contents a", pageTree(`/${language}/`)).map((link) => String(link.properties["href"]));

/** @returns the edition's title as the header of its pages has it */
export function siteTitle(language: string): string {
  const link = select(".site-title a", pageTree(`/${language}/`));
  return link?.children.map((child) => (child.type === "text" ? child.value : "")).join("") ?? "";
}
