import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { readyCitation } from "../citation/bundle.ts";
import type { CitationRecord } from "../citation/record.ts";
import { type FormatText, type WrittenCitation, withTextStyles } from "../citation/text-styles.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import type { BuildSettings } from "./build-settings.ts";
import { citationFiles } from "./citation-files.ts";
import { openCitations } from "./kept-citations.ts";
import type { KeptResults } from "./kept-results.ts";
import { writeLinksets } from "./linksets.ts";
import type { Editions } from "./read-editions.ts";
import { virtualModule } from "./virtual-module.ts";

/** Gives the citation of a record that its page shows ready to be copied. */
export type ReadyCitations = (record: CitationRecord) => string;

/**
 * Formats citations with citeproc for pages, as the module `virtual:citations`: pages are bundled, which citeproc does not
 * support. The files for those who cite it serves while an author writes; a build makes them with the essay's other forms.
 */
export function citationIntegration(
  { siteUrl, basePath, cacheDirectory }: BuildSettings,
  essay: () => Essay,
  editions: () => Editions,
): AstroIntegration {
  /** What formats citations in some languages; while an author writes, there may come others. */
  const loaded = new Map<string, Promise<FormatText>>();
  let kept: KeptResults<WrittenCitation> | undefined;
  const styles = (): Promise<FormatText> => {
    const { languages } = essay();
    const key = languages.join(" ");
    kept ??= openCitations(join(cacheDirectory, "citations"));
    const known = loaded.get(key) ?? withTextStyles(languages, (format) => format, kept);
    loaded.set(key, known);
    return known;
  };
  const site = { origin: siteUrl, basePath };
  return {
    name: "citations",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const ready = async (): Promise<ReadyCitations> => {
          const format = await styles();
          return (record) => readyCitation(record, format);
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
            return response.end(file.body(await styles()));
          }
          return next();
        });
      },
      "astro:build:done": ({ dir }) => {
        kept?.save();
        writeLinksets(fileURLToPath(dir), essay(), site);
      },
    },
  };
}
