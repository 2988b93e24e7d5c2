import type { Element, Root } from "hast";

/** A built page, as the checks see it. */
export interface BuiltPage {
  /** Address within the site, without the base path: `/ja/przewodow/`, `/404.html`. */
  readonly path: string;
  /** Path of the file, relative to the site's folder. */
  readonly file: string;
  readonly tree: Root;
  /** All ids of the page in document order, duplicates included. */
  readonly ids: readonly string[];
}

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
