import type { AstroIntegration } from "astro";
import { allRecords } from "../citation/record.ts";
import { type CitationSheet, citationSheet } from "../citation/sheet.ts";
import { withTextStyles } from "../citation/text-styles.ts";
import type { Essay } from "../essay/model.ts";
import type { BuildSettings } from "./settings.ts";

const MODULE = "virtual:citations";
const RESOLVED_MODULE = `\0${MODULE}`;

/**
 * Formats every citation of the essay with citeproc, and offers them to pages as the module `virtual:citations`.
 * Here and not in a page, because pages are bundled and citeproc is not made for that.
 */
export function citationIntegration({ siteUrl, basePath }: BuildSettings, essay: () => Essay): AstroIntegration {
  return {
    name: "citations",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: "virtual-citations",
                resolveId: (id: string) => (id === MODULE ? RESOLVED_MODULE : undefined),
                load: async (id: string) => {
                  if (id !== RESOLVED_MODULE) return undefined;
                  const sheets = await citationSheets(essay(), { origin: siteUrl, basePath });
                  return `export default ${JSON.stringify(sheets)};`;
                },
              },
            ],
          },
        });
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
