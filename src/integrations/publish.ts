import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Essay } from "../essay/model.ts";
import { ContentError } from "../essay/problem.ts";
import { writeSearchIndex } from "../search/build-index.ts";
import type { BuildSettings } from "./build-settings.ts";
import { checkSite } from "./check-site.ts";
import { citationRules, figureRules, headersFile } from "./headers.ts";

/**
 * The last step of a build: checks the finished pages, indexes them, and only then lets them take the place of the
 * site that was there before. Until that moment everything happens in the staging folder.
 */
export function publishIntegration(settings: BuildSettings, essay: () => Essay): AstroIntegration {
  return {
    name: "publish",
    hooks: {
      "astro:build:start": () => {
        rmSync(settings.stagingDirectory, { recursive: true, force: true });
      },
      "astro:build:done": async ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const problems = checkSite(directory, settings.basePath, essay(), settings.root);
        if (problems.length > 0) throw new ContentError(problems);

        await writeSearchIndex(essay(), join(directory, "pagefind"));
        writeFileSync(
          join(directory, "_headers"),
          headersFile(settings.basePath, essay().languages, [...citationRules(settings, essay()), ...figureRules()]),
        );
        replaceDirectory(directory, settings.outputDirectory);
        logger.info(`published in ${settings.outputDirectory}`);
      },
    },
  };
}

/** Puts the new folder where the old one is; the old one is gone only when the new one is in its place. */
function replaceDirectory(from: string, to: string): void {
  const old = `${to}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}
