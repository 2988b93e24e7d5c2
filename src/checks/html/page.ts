import type { Element } from "hast";
import { Parser } from "htmlparser2";

/** What the checks need to know of a page's HTML; a page's tree would be a hundred times as large. */
export interface PageContent {
  /** All ids of the page in document order, duplicates included. */
  readonly ids: readonly string[];
  /** The address of every link, each once. */
  readonly links: readonly string[];
  /** The texts of its prose, as `isSuspect` let them through. */
  readonly suspects: readonly string[];
}

/** A built page, as the checks see it. */
export interface BuiltPage extends PageContent {
  /** Address within the site, without the base path: `/ja/przewodow/`, `/404.html`. */
  readonly path: string;
  /** Path of the file, relative to the site's folder. */
  readonly file: string;
}

/**
 * @param file of a page, relative to the site's folder, with `/` between folders
 * @returns its address within the site
 */
export const pathOfPage = (file: string): string => `/${file.replace(/(^|\/)index\.html$/u, "$1")}`;

/** The built site, as the checks see it. */
export interface BuiltSite {
  /** `/` or `/essay/`. */
  readonly basePath: string;
  readonly pages: ReadonlyMap<string, BuiltPage>;
  /** Every file of the site, relative to its folder, with `/` between folders. */
  readonly files: ReadonlySet<string>;
}

/** A mistake in a built page, before it is located in a source file. */
export interface PageFinding {
  readonly page: BuiltPage;
  /** Texts to look for in the source files, the most specific first. */
  readonly sourceTexts: readonly string[];
  readonly what: string;
  readonly how: string;
}

/** A check over the built site. */
export type PageCheck = (page: BuiltPage, site: BuiltSite) => PageFinding[];

/** @returns the element's attribute as text, or `undefined` where it is absent */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === "string" ? value : undefined;
}

/** Elements whose content is not the words of a page. */
const NOT_PROSE = new Set(["head", "script", "style", "code", "pre", "svg"]);

/**
 * Reads a page tag by tag, without making a tree of it.
 *
 * @param isSuspect which texts of the page's prose are worth keeping
 */
export function readPage(html: string, isSuspect: (text: string) => boolean): PageContent {
  const ids: string[] = [];
  const links = new Set<string>();
  const suspects: string[] = [];
  let text = "";
  let outside = 0;
  const flush = () => {
    if (text && outside === 0 && isSuspect(text)) suspects.push(text);
    text = "";
  };
  const parser = new Parser({
    onopentag: (name, { id, href }) => {
      flush();
      if (id !== undefined) ids.push(id);
      if (href !== undefined && name === "a") links.add(href);
      if (NOT_PROSE.has(name)) outside += 1;
    },
    onclosetag: (name) => {
      flush();
      if (NOT_PROSE.has(name)) outside -= 1;
    },
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(html);
  return { ids, links: [...links], suspects };
}
