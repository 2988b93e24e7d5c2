import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { toBiblatex, toBibtex } from "../citation/bibtex.ts";
import { citationBundle, readyCitation } from "../citation/bundle.ts";
import { citeprocVersion } from "../citation/csl-engine.ts";
import { toCslJson } from "../citation/csl-json.ts";
import {
  allRecords,
  type CitationFormat,
  type CitationRecord,
  citationRecord,
  citationRoute,
  earlierRecords,
  MEDIA_TYPES,
} from "../citation/record.ts";
import { toCitationFile, toCodemeta } from "../citation/repository-files.ts";
import { toRis } from "../citation/ris.ts";
import { SOURCE_WRITERS } from "../citation/sources.ts";
import { type FormatText, type WrittenCitation, withTextStyles } from "../citation/text-styles.ts";
import { inLanguage } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import type { CslItem } from "../schemas/references.ts";
import type { BuildSettings } from "./build-settings.ts";
import { fileWriter } from "./file-writer.ts";
import { digest, type KeptResults, openResults } from "./kept-results.ts";
import { writeLinksets } from "./linksets.ts";
import type { Editions } from "./read-editions.ts";
import { virtualModule } from "./virtual-module.ts";

/** Gives the citation of a record that its page shows ready to be copied. */
export type ReadyCitations = (record: CitationRecord) => string;

const WRITERS: Readonly<Record<CitationFormat, (record: CitationRecord) => string>> = {
  bib: toBibtex,
  "biblatex.bib": toBiblatex,
  ris: toRis,
  "csl.json": toCslJson,
};

/** A file for those who cite, its path below the site's base. */
interface CitationFile {
  readonly path: string;
  readonly body: string;
  readonly type: string;
}

/**
 * Formats citations with citeproc: for pages as the module `virtual:citations`, and as files. This is not done in a page
 * because pages are bundled, which citeproc does not support.
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
    kept ??= openResults(join(cacheDirectory, "citations"), makersVersion());
    const known = loaded.get(key) ?? withTextStyles(languages, (format) => format, kept);
    loaded.set(key, known);
    return known;
  };
  const files = async () =>
    citationFiles(
      essay(),
      editions().earlier.map((edition) => edition.essay),
      { origin: siteUrl, basePath },
      await styles(),
    );
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
          for (const file of await files()) {
            if (file.path !== path) continue;
            response.setHeader("Content-Type", `${file.type}; charset=utf-8`);
            return response.end(file.body);
          }
          return next();
        });
      },
      "astro:build:done": async ({ dir }) => {
        const directory = fileURLToPath(dir);
        const write = fileWriter(directory);
        for (const { path, body } of await files()) write(path, body);
        kept?.save();
        writeLinksets(directory, essay(), { origin: siteUrl, basePath });
      },
    },
  };
}

/** @returns the version of all that makes a citation besides what is cited: citeproc, the code that calls it, Node's data of languages */
function makersVersion(): string {
  const code = ["text-styles.ts", "csl-engine.ts"].map((file) =>
    readFileSync(new URL(`../citation/${file}`, import.meta.url), "utf8"),
  );
  return digest(citeprocVersion(), process.version, String(process.versions["icu"]), ...code);
}

/** Makes, one after the other, what repositories read, a file for each record and format of every edition, the dialog's
 * bundle, and what earlier editions said. */
function* citationFiles(
  essay: Essay,
  earlier: readonly Essay[],
  site: { readonly origin: string; readonly basePath: string },
  format: FormatText,
): Generator<CitationFile> {
  const [first = ""] = essay.languages;
  const whole = citationRecord(essay, site, first);
  const { code } = essay.licence;
  const licence = code && { name: inLanguage(code.name, first) ?? "", url: code.url };
  yield { path: "CITATION.cff", body: toCitationFile(whole), type: "application/yaml" };
  yield { path: "codemeta.json", body: toCodemeta(whole, licence), type: "application/ld+json" };
  const records = [...allRecords(essay, site), ...earlier.flatMap((edition) => earlierRecords(edition, site))];
  for (const record of records) {
    for (const [extension, write] of Object.entries(WRITERS)) {
      const type = MEDIA_TYPES[extension as CitationFormat];
      yield { path: citationRoute(record, extension as CitationFormat), body: write(record), type };
    }
    const body = JSON.stringify(citationBundle(record, format));
    yield { path: citationRoute(record, "json"), body, type: "application/json" };
  }
  // The references are those of the file, with every variable of it.
  const sources = Object.values(essay.references) as CslItem[];
  for (const [extension, write] of Object.entries(SOURCE_WRITERS)) {
    const type = MEDIA_TYPES[extension as CitationFormat];
    if (sources.length > 0) yield { path: routes.allSources(extension), body: write(sources), type };
    for (const source of sources) yield { path: routes.source(source.id, extension), body: write([source]), type };
  }
  for (const language of essay.languages) {
    const body = JSON.stringify(essay.earlierWords[language] ?? {});
    yield { path: routes.citation(language, "earlier-words", "json"), body, type: "application/json" };
  }
}
