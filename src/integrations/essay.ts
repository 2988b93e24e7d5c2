import { join, relative } from "node:path";
import type { AstroIntegration } from "astro";
import type { Essay } from "../essay/model.ts";
import { ContentError, formatProblem, type Problem } from "../essay/problem.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import type { BuildSettings } from "./build-settings.ts";
import { compiledSections } from "./compiled-sections.ts";
import { readCustomTranslations } from "./custom-translations.ts";
import { devSearch } from "./dev-search.ts";
import { explainError, orExit } from "./explain-error.ts";
import { workFormats } from "./formats.ts";
import { versionOfProgram } from "./kept-results.ts";
import { openTrees } from "./kept-trees.ts";
import { languageStyles } from "./language-styles.ts";
import { mistakePage } from "./mistake-page.ts";
import { offlineWorker } from "./offline.ts";
import { checkOutput } from "./output-folder.ts";
import { preloadParts } from "./preload-parts.ts";
import { type Editions, readEditions } from "./read-editions.ts";
import { readEssayWithBodies } from "./read-essay.ts";
import { scriptGroups } from "./script-groups.ts";
import { searchRules } from "./search-rules.ts";
import type { SectionBodies } from "./section-bodies.ts";
import { stringSets } from "./string-sets.ts";
import { virtualModule } from "./virtual-module.ts";

/** The integration, and its access to the essay for other integrations. */
interface EssayIntegration {
  readonly integration: AstroIntegration;
  /** The essay as it was last read. */
  readonly essay: () => Essay;
  /** The words of its sections, as last read. */
  readonly bodies: () => SectionBodies;
  /** Its editions, as last read. */
  readonly editions: () => Editions;
}

/** How its pages are made. */
interface EssayOptions {
  /** @returns whether its sections are compiled as MDX, and not made from their trees alone */
  readonly compilesSections: () => boolean;
  /** Is called before the essay is read to be built. */
  readonly beforeBuild: () => void;
}

/**
 * Reads and checks the essay before the build and offers it to pages as `virtual:essay`. During development, it is read
 * again when one of its files changes.
 */
export function essayIntegration(
  settings: BuildSettings,
  { compilesSections, beforeBuild }: EssayOptions,
): EssayIntegration {
  const { basePath, cacheDirectory, essayDirectory, outputDirectory, root } = settings;
  let essay: Essay | undefined;
  let bodies: SectionBodies | undefined;
  let editions: Editions | undefined;
  let isPreview = false;
  /** What was parsed is not parsed again, neither at the next build nor while an author writes. */
  let trees: ReturnType<typeof openTrees> | undefined;
  /** What keeps the essay as it stands from being read, while its author writes. */
  let mistake: unknown;
  let given: Readonly<Record<string, CustomTranslations>> = {};

  let remark: (message: string) => void = () => undefined;
  const warn = (problem: Problem) => remark(formatProblem(problem));
  const load = async () => {
    trees ??= openTrees(join(cacheDirectory, "trees"), versionOfProgram(root));
    const { parse } = trees;
    const read = await readEssayWithBodies(essayDirectory, root, warn, { isPreview, outputDirectory, parse });
    essay = read.essay;
    bodies = read.bodies;
    editions = await readEditions(essayDirectory, root, essay, read.registry, isPreview ? warn : undefined, parse);
    const { strings, problems, warnings } = readCustomTranslations(essayDirectory, essay.languages, (path) =>
      relative(root, join(essayDirectory, path)).replaceAll("\\", "/"),
    );
    if (problems.length > 0) throw new ContentError(problems);
    warnings.forEach(warn);
    given = strings;
    // The build itself needs the translations, for citations.
    Object.assign(customTranslations, strings);
  };
  const tryToLoad = async (tell: (message: string) => void) => {
    try {
      await load();
      mistake = undefined;
    } catch (error) {
      mistake = error;
      tell(explainError(error).replace("nothing was published", "the pages wait until it is mended"));
    }
  };
  const current = (): Essay => {
    if (!essay) throw new Error("The essay has not been read yet.");
    return essay;
  };

  const titles = () =>
    Object.fromEntries(Object.values(essay?.texts ?? {}).map(({ language, title }) => [language, title]));

  const currentBodies = (): SectionBodies => {
    if (!bodies) throw new Error("The essay has not been read yet.");
    return bodies;
  };

  const currentEditions = (): Editions => {
    if (!editions) throw new Error("The essay has not been read yet.");
    return editions;
  };

  return {
    essay: current,
    bodies: currentBodies,
    editions: currentEditions,
    integration: {
      name: "essay",
      hooks: {
        "astro:config:setup": async ({ updateConfig, logger, command }) => {
          remark = (message) => logger.warn(message);
          isPreview = command === "dev";
          if (isPreview) await tryToLoad((message) => logger.error(message));
          else
            await orExit(async () => {
              if (command === "build") {
                checkOutput(outputDirectory, settings);
                beforeBuild();
              }
              await load();
            });
          updateConfig({
            vite: {
              css: { postcss: { plugins: [languageStyles(() => essay?.languages ?? [], titles)] } },
              plugins: [
                virtualModule("virtual:essay", current),
                virtualModule("virtual:formats", () => workFormats(current(), settings.withPdf)),
                virtualModule("virtual:bodies", currentBodies),
                virtualModule("virtual:editions", currentEditions),
                preloadParts(),
                scriptGroups(),
                searchRules(() => essay?.languages ?? []),
                offlineWorker(),
                compiledSections(() => (compilesSections() ? currentBodies().files : new Map())),
                stringSets(
                  () => essay?.languages ?? [],
                  () => given,
                ),
              ],
            },
          });
        },
        "astro:build:done": () => trees?.save(),
        "astro:server:setup": ({ server, logger }) => {
          server.middlewares.use(mistakePage(() => mistake, settings));
          server.middlewares.use(devSearch(current, basePath));
          server.watcher.add(essayDirectory);
          server.watcher.on("all", async (_event, path) => {
            if (!path.startsWith(essayDirectory)) return;
            const wasMistaken = mistake !== undefined;
            await tryToLoad((message) => logger.error(message));
            if (wasMistaken && mistake === undefined) logger.info("The essay can be read again.");
            server.moduleGraph.invalidateAll();
            server.ws.send({ type: "full-reload" });
          });
        },
      },
    },
  };
}
