import { join } from "node:path";
import type { AstroIntegration } from "astro";
import type { Essay } from "../essay/model.ts";
import { formatProblem, type Problem } from "../essay/problem.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import type { BuildSettings } from "./build-settings.ts";
import type { WrittenCitations } from "./citations.ts";
import { compiledSections } from "./compiled-sections.ts";
import { explainError, orExit } from "./explain-error.ts";
import { workFormats } from "./formats.ts";
import { versionOfProgram } from "./kept-results.ts";
import type { openTrees } from "./kept-trees.ts";
import { languageStyles } from "./language-styles.ts";
import { offlineWorker } from "./offline.ts";
import { abandonSite, checkOutput, outputFolder } from "./output-folder.ts";
import { preloadParts } from "./preload-parts.ts";
import type { Editions } from "./read-editions.ts";
import { scriptGroups } from "./script-groups.ts";
import { searchRules } from "./search-rules.ts";
import type { SectionBodies } from "./section-bodies.ts";
import { type EssayThread, startEssayThread } from "./start-essay-thread.ts";
import { type OtherForms, startOtherForms } from "./start-other-forms.ts";
import { stringSets } from "./string-sets.ts";
import { virtualModule } from "./virtual-module.ts";
import { type Work, workOf } from "./work.ts";

/** The integration, and its access to the essay for other integrations. */
interface EssayIntegration {
  readonly integration: AstroIntegration;
  /** The essay as it was last read. */
  readonly essay: () => Essay;
  /** The words of its sections, as last read. */
  readonly bodies: () => SectionBodies;
  /** Its editions, as last read. */
  readonly editions: () => Editions;
  /** Begins to write its other forms, as last read, into a folder that nobody empties any more. */
  readonly startForms: (directory: string) => Promise<OtherForms>;
  /** The citations that its pages show, where a thread has formatted them. */
  readonly citations: () => Promise<WrittenCitations> | undefined;
  /** The version of the program, `versionOfProgram`. */
  readonly version: () => string | undefined;
}

/**
 * What a page may know of the build that renders it, as `virtual:build`. Astro offers the same as `import.meta.env`, for
 * which it has a program of its own rewrite every module that says so.
 */
export interface BuildFacts {
  /** The path of the site on its host, `/` or `/essay/`. */
  readonly basePath: string;
  /** Whether an author is writing, and nothing is published. */
  readonly isPreview: boolean;
}

/**
 * Reads and checks the essay before the build and offers it to pages as `virtual:essay`. During development, it is read
 * again when one of its files changes.
 *
 * @param compilesSections tells whether its sections are compiled as MDX, and not made from their trees alone
 */
export function essayIntegration(settings: BuildSettings, compilesSections: () => boolean): EssayIntegration {
  const { basePath, cacheDirectory, essayDirectory, outputDirectory, root } = settings;
  let work: Work | undefined;
  /** What has read it, and makes its other forms. */
  let thread: EssayThread | undefined;
  let version = () => versionOfProgram(root);
  let isPreview = false;
  /** What was parsed is not parsed again, neither at the next build nor while an author writes. */
  let trees: ReturnType<typeof openTrees> | undefined;
  /** What keeps the essay as it stands from being read, while its author writes. */
  let mistake: unknown;

  let remark: (message: string) => void = () => undefined;
  const warn = (problem: Problem) => remark(formatProblem(problem));
  const take = (read: Work) => {
    work = read;
    // The build itself needs the translations, for citations.
    Object.assign(customTranslations, read.translations);
  };
  const load = async () => {
    // What reads it is loaded where no thread has done so.
    const [{ openTrees }, { readWork }] = await Promise.all([import("./kept-trees.ts"), import("./read-work.ts")]);
    trees ??= openTrees(join(cacheDirectory, "trees"), version());
    take(await readWork(settings, { isPreview, parse: trees.parse, warn }));
  };
  /** Waits for the thread of the build; what it could not read is read here, so that it is told what stood in the way. */
  const receive = async () => {
    const read = await thread?.read();
    if (!read) {
      thread = undefined;
      return load();
    }
    version = () => read.version;
    take(workOf(read.work));
    read.warnings.forEach(warn);
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
  const current = (): Work => {
    if (!work) throw new Error("The essay has not been read yet.");
    return work;
  };
  const essay = () => current().essay;

  /** What is fulfilled when there is an essay to bundle. Only modules that are made of it wait: all others are on their way. */
  let isRead: Promise<void> = Promise.resolve();
  const later =
    <Value>(value: () => Value) =>
    async () => {
      await isRead;
      return value();
    };
  const languages = later(() => work?.essay.languages ?? []);
  const titles = later(() =>
    Object.fromEntries(Object.values(work?.essay.texts ?? {}).map(({ language, title }) => [language, title])),
  );
  // In a preview a note may yet be written, and earlier editions may have had some.
  const hasEditorsNotes = later(
    () =>
      isPreview ||
      (work?.essay.editions.length ?? 0) > 1 ||
      Object.values(work?.essay.texts ?? {}).some(({ sections }) =>
        sections.some(({ notes }) => notes.some(({ origin }) => origin === "editor")),
      ),
  );
  /** Only the thread of a build loads what draws them. */
  const figures = later(async () => thread?.figures() ?? (await import("./figures.ts")).drawFigures(essay()));

  return {
    essay,
    bodies: () => current().bodies,
    editions: () => current().editions,
    startForms: async (directory) => {
      await isRead;
      if (thread) return thread.writeForms(directory);
      const { bodies, editions, ...others } = current();
      const earlier = editions.earlier.map((edition) => edition.essay);
      const source = { ...others, settings, earlier, bodies: bodies.source, version: version() };
      return startOtherForms(source, directory);
    },
    citations: () => thread?.citations(),
    version: () => version(),
    integration: {
      name: "essay",
      hooks: {
        "astro:config:setup": async ({ updateConfig, logger, command }) => {
          remark = (message) => logger.warn(message);
          isPreview = command === "dev";
          if (isPreview) await tryToLoad((message) => logger.error(message));
          else if (command === "build")
            await orExit(() => {
              checkOutput(outputDirectory, settings);
              thread = startEssayThread(settings);
            });
          else await orExit(load);
          updateConfig({
            vite: {
              css: { postcss: { plugins: [languageStyles(languages, titles, hasEditorsNotes)] } },
              plugins: [
                virtualModule("virtual:build", (): BuildFacts => ({ basePath, isPreview })),
                virtualModule("virtual:essay", later(essay)),
                virtualModule(
                  "virtual:formats",
                  later(() => workFormats(essay(), settings.withPdf)),
                ),
                virtualModule(
                  "virtual:bodies",
                  later(() => current().bodies),
                ),
                virtualModule("virtual:figures", figures),
                virtualModule(
                  "virtual:editions",
                  later(() => current().editions),
                ),
                preloadParts(),
                scriptGroups(),
                searchRules(languages),
                offlineWorker(),
                compiledSections(later(() => (compilesSections() ? current().bodies.files : new Map()))),
                stringSets(
                  languages,
                  later(() => work?.translations ?? {}),
                ),
              ],
            },
          });
        },
        "astro:build:start": () => {
          isRead = orExit(receive, () => abandonSite(outputFolder(outputDirectory), settings.stagingDirectory));
        },
        "astro:build:done": () => trees?.save(),
        "astro:server:setup": async ({ server, logger }) => {
          const [{ devSearch }, { mistakePage }] = await Promise.all([
            import("./dev-search.ts"),
            import("./mistake-page.ts"),
          ]);
          server.middlewares.use(mistakePage(() => mistake, settings));
          server.middlewares.use(devSearch(essay, basePath));
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
