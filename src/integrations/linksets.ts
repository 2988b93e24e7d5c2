import { globSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { pageLinks, signposts, type TypedLink } from "../citation/links.ts";
import { LINKSET_FILE, toLinkset } from "../citation/linkset.ts";
import { allRecords, type CitationRecord, type Site } from "../citation/record.ts";
import { otherLanguages, parallelRoute } from "../essay/languages.ts";
import type { Essay } from "../essay/model.ts";
import { address, routes } from "../essay/routes.ts";

/** Writes the links of every page of a site beside it. */
export function writeLinksets(directory: string, essay: Essay, site: Site): void {
  const records = recordsByRoute(essay, site);
  const pages = globSync("**/index.html", { cwd: directory }).map((file) => {
    const folder = dirname(file).split(sep).join("/");
    return folder === "." ? "" : `${folder}/`;
  });
  const isPage = new Set(pages);
  for (const route of pages) {
    const record = records.get(route);
    const links: readonly TypedLink[] = record
      ? signposts(record)
      : pageLinks(essay, site, route, (other) => isPage.has(other));
    const page = `${site.origin}${address(site.basePath, route)}`;
    writeFileSync(join(directory, route, LINKSET_FILE), toLinkset(page, links));
  }
}

/**
 * The records of all pages that have one; that of the whole is the full text's too, and that of a section that of the page
 * on which another language stands beside it.
 */
const recordsByRoute = (essay: Essay, site: Site): ReadonlyMap<string, CitationRecord> =>
  new Map(
    allRecords(essay, site).flatMap((record): (readonly [string, CitationRecord])[] => {
      const { work, language, name } = record;
      if (!work)
        return [
          [routes.cover(language), record],
          [routes.full(language), record],
        ];
      const beside = otherLanguages(essay, language).map((other) => parallelRoute(essay, name, language, other));
      return [routes.section(language, name), ...beside].map((route) => [route, record]);
    }),
  );
