import type { AstroIntegration } from "astro";
import { allRecords } from "../citation/record.ts";
import { type CitationSheet, citationSheet } from "../citation/bundle.ts";
import { withTextStyles } from "../citation/text-styles.ts";
import type { Essay } from "../essay/model.ts";
import type { BuildSettings } from "./build-settings.ts";
import { virtualModule } from "./virtual-module.ts";

/**
 * Formats every citation of the essay with citeproc, and offers them to pages as the module `virtual:citations`.
 * Here and not in a page, because pages are bundled and citeproc is not made for that.
 */
export function citationIntegration({ siteUrl, basePath }: BuildSettings, essay: () => Essay): AstroIntegration {
  return {
    name: "citations",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const sheets = () => citationSheets(essay(), { origin: siteUrl, basePath });
        updateConfig({ vite: { plugins: [virtualModule("virtual:citations", sheets)] } });
      },
    },
  };
}

/** @returns the sheet of every record, by language and name */
export async function citationSheets(
  essay: Essay,
  site: { readonly origin: string; readonly basePath: string },
): Promise<Record<string, Record<string, CitationSheet>>> {
  return withTextStyles((format) => {
    const sheets: Record<string, Record<string, CitationSheet>> = {};
    for (const record of allRecords(essay, site)) {
      const ofLanguage = sheets[record.language] ?? {};
      ofLanguage[record.name] = citationSheet(record, format);
      sheets[record.language] = ofLanguage;
    }
    return sheets;
  });
}
