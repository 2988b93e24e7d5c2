import type { AstroIntegration } from "astro";
import { type CitationBundle, citationBundle } from "../citation/bundle.ts";
import { allRecords } from "../citation/record.ts";
import { withTextStyles } from "../citation/text-styles.ts";
import type { Essay } from "../essay/model.ts";
import type { BuildSettings } from "./build-settings.ts";
import { virtualModule } from "./virtual-module.ts";

/**
 * Formats all citations with citeproc and offers them to pages as `virtual:citations`. This is not done in a page
 * because pages are bundled, which citeproc does not support.
 */
export function citationIntegration({ siteUrl, basePath }: BuildSettings, essay: () => Essay): AstroIntegration {
  return {
    name: "citations",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const bundles = () => citationBundles(essay(), { origin: siteUrl, basePath });
        updateConfig({ vite: { plugins: [virtualModule("virtual:citations", bundles)] } });
      },
    },
  };
}

/** @returns the bundle of every record, by language and name */
async function citationBundles(
  essay: Essay,
  site: { readonly origin: string; readonly basePath: string },
): Promise<Record<string, Record<string, CitationBundle>>> {
  return withTextStyles((format) => {
    const bundles: Record<string, Record<string, CitationBundle>> = {};
    for (const record of allRecords(essay, site)) {
      const ofLanguage = bundles[record.language] ?? {};
      ofLanguage[record.name] = citationBundle(record, format);
      bundles[record.language] = ofLanguage;
    }
    return bundles;
  });
}
