import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { readyCitation } from "../citation/bundle.ts";
import { allRecords, type CitationRecord, citationRoute, earlierRecords, type Site } from "../citation/record.ts";
import type { FormatText } from "../citation/text-styles.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import type { BuildSettings } from "./build-settings.ts";
import { citationFiles } from "./citation-files.ts";
import { openCitations } from "./kept-citations.ts";
import { writeLinksets } from "./linksets.ts";
import type { Editions } from "./read-editions.ts";
import { virtualModule } from "./virtual-module.ts";

/** Gives the citation of a record that its page shows ready to be copied. */
export type ReadyCitations = (record: CitationRecord) => Promise<string>;

/** The same as plain data, by the path of the record's file (`routeOf`). */
export type WrittenCitations = Readonly<Record<string, string>>;

const routeOf = (record: CitationRecord): string => citationRoute(record, "json");

/** @returns the citations of all pages that have one, of this edition and of earlier ones */
export function writeReadyCitations(
  essay: Essay,
  earlier: readonly Essay[],
  site: Site,
  format: FormatText,
): WrittenCitations {
  const records = [...allRecords(essay, site), ...earlier.flatMap((edition) => earlierRecords(edition, site))];
  return Object.fromEntries(records.map((record) => [routeOf(record), readyCitation(record, format)]));
}

/**
 * Formats citations with citeproc for pages, as the module `virtual:citations`: pages are bundled, which citeproc does not
 * support. The files for those who cite it serves while an author writes; a build makes them with the essay's other forms.
 *
 * @param written gives those that another thread has formatted; `undefined` where none does so
 */
export function citationIntegration(
  { siteUrl, basePath, cacheDirectory }: BuildSettings,
  essay: () => Essay,
  editions: () => Editions,
  written: () => Promise<WrittenCitations> | undefined,
): AstroIntegration {
  // While an author writes, there may come other languages.
  const styles = async (): Promise<FormatText> => (await openCitations(essay().languages, cacheDirectory)).format;
  const site = { origin: siteUrl, basePath };
  return {
    name: "citations",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // The bundler does not wait for them; the page that shows one does.
        const ready = (): ReadyCitations => {
          const citations = written();
          if (!citations) return async (record) => readyCitation(record, await styles());
          return async (record) => {
            const citation = (await citations)[routeOf(record)];
            if (citation === undefined) throw new Error(`There is no citation for ${record.url}.`);
            return citation;
          };
        };
        updateConfig({ vite: { plugins: [virtualModule("virtual:citations", ready)] } });
      },
      "astro:server:setup": ({ server }) => {
        server.middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const { pathname } = new URL(request.url ?? "/", "http://localhost");
          if (!pathname.startsWith(`${basePath}${routes.citations}`)) return next();
          const path = pathname.slice(basePath.length);
          const earlier = editions().earlier.map((edition) => edition.essay);
          for (const file of citationFiles(essay(), earlier, site)) {
            if (file.path !== path) continue;
            response.setHeader("Content-Type", `${file.type}; charset=utf-8`);
            return response.end(await file.body(await styles()));
          }
          return next();
        });
      },
      "astro:build:done": ({ dir }) => writeLinksets(fileURLToPath(dir), essay(), site),
    },
  };
}
