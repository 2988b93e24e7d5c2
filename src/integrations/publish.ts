import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { PageContent } from "../checks/html/page.ts";
import type { Essay } from "../essay/model.ts";
import { ContentError } from "../essay/problem.ts";
import { shareImageRoute } from "../essay/share-image.ts";
import type { BuildSettings } from "./build-settings.ts";
import { checkSite } from "./check-site.ts";
import { citationFiles } from "./citation-files.ts";
import { orExit } from "./explain-error.ts";
import { writeFileSizes } from "./file-sizes.ts";
import { routesOfFormats } from "./formats.ts";
import { writeHostFiles } from "./hosts/write-host-files.ts";
import { writeIcons } from "./icons.ts";
import { writeImages } from "./images.ts";
import { openResults } from "./kept-results.ts";
import { placeMissingPages } from "./missing-pages.ts";
import { writeOffline } from "./offline.ts";
import { abandonSite, checkOutput, openWorkshop, outputFolder, publishSite } from "./output-folder.ts";
import type { Editions } from "./read-editions.ts";
import type { OtherForms } from "./start-other-forms.ts";

const FAVICON = "favicon.svg";

/**
 * The last step of a build: checks the pages, writes search index, other forms and what hosts read, and only then replaces the published
 * site. Until then everything happens in the staging directory.
 *
 * @param startForms begins to write the other forms into a folder
 * @param version of the program
 */
export function publishIntegration(
  settings: BuildSettings,
  essay: () => Essay,
  editions: () => Editions,
  startForms: (directory: string) => Promise<OtherForms>,
  version: () => string | undefined,
): AstroIntegration {
  let forms: Promise<OtherForms> | undefined;
  /** Nothing is left of a site that is not published. */
  const abandon = async () => {
    await (await forms)?.abandon();
    abandonSite(outputFolder(settings.outputDirectory), settings.stagingDirectory);
  };
  const earlierEssays = () => editions().earlier.map((edition) => edition.essay);
  const filesToCome = () => [
    ...routesOfFormats(essay(), settings.withPdf),
    ...[...citationFiles(essay(), earlierEssays(), { origin: settings.siteUrl, basePath: settings.basePath })].map(
      ({ path }) => path,
    ),
  ];
  return {
    name: "publish",
    hooks: {
      "astro:build:start": () =>
        orExit(() => {
          checkOutput(settings.outputDirectory, settings);
          openWorkshop(outputFolder(settings.outputDirectory));
        }),
      // Astro has emptied the folder of the site by now. They need no page, and are written while the pages are made.
      "astro:build:setup": () => {
        mkdirSync(settings.stagingDirectory, { recursive: true });
        forms = startForms(settings.stagingDirectory);
      },
      "astro:build:done": ({ dir, logger }) =>
        orExit(async () => {
          const directory = fileURLToPath(dir);
          placeMissingPages(Object.keys(essay().texts), directory);
          // The essay's own sign takes the place of the site's.
          const favicon = join(settings.essayDirectory, FAVICON);
          if (existsSync(favicon)) copyFileSync(favicon, join(directory, FAVICON));
          await writeIcons(join(directory, FAVICON), directory);
          const pages = openResults<PageContent>(join(settings.cacheDirectory, "pages"), version());
          const problems = checkSite(directory, settings.basePath, essay(), settings.root, filesToCome(), pages);
          if (problems.length > 0) throw new ContentError(problems);
          pages.save();

          const earlier = earlierEssays().flatMap(({ images }) => Object.values(images));
          await writeImages([...Object.values(essay().images), ...earlier], directory, settings.cacheDirectory);
          for (const language of essay().shareImages) {
            const route = shareImageRoute(language);
            mkdirSync(join(directory, "share"), { recursive: true });
            copyFileSync(join(settings.essayDirectory, route), join(directory, route));
          }
          await (await forms)?.finish();
          writeFileSizes(directory, Object.keys(essay().texts));
          writeOffline(essay(), directory);
          writeHostFiles(directory, settings.basePath, Object.keys(essay().texts));
          // A file may have been added meanwhile.
          checkOutput(settings.outputDirectory, settings);
          const { id, edition, isRegistered } = essay();
          publishSite(
            outputFolder(settings.outputDirectory),
            {
              essay: id,
              edition: edition.version,
              registered: isRegistered,
            },
            settings.stagingDirectory,
          );
          logger.info(`published in ${settings.outputDirectory}`);
        }, abandon),
    },
  };
}
