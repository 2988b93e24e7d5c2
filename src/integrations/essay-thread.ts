import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Problem } from "../essay/problem.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import type { BuildSettings } from "./build-settings.ts";
import { type WrittenCitations, writeReadyCitations } from "./citations.ts";
import type { DrawnFigures } from "./figures.ts";
import { fileWriter } from "./file-writer.ts";
import { openCitations } from "./kept-citations.ts";
import { versionOfProgram } from "./kept-results.ts";
import { openTrees } from "./kept-trees.ts";
import { writeOtherForms } from "./other-forms.ts";
import { readWork } from "./read-work.ts";
import { type PlainWork, plainWork } from "./work.ts";

/** What a thread is told that reads an essay and makes its other forms (`start-essay-thread.ts`). */
export interface ThreadTask {
  readonly settings: BuildSettings;
}

/** What it is told once the folder of the site is there, into which it writes. */
export interface FormsTask {
  readonly directory: string;
}

/** What it tells first of an essay that can be published. */
export interface ThreadReading {
  readonly work: PlainWork;
  /** What its author should know. */
  readonly warnings: readonly Problem[];
  /** Of the program (`versionOfProgram`). */
  readonly version: string | undefined;
}

/** All that it tells, each once, in this order. */
export interface ThreadReports {
  /** What it has read; `undefined` where something stood in its way, and then nothing else is told. */
  readonly reading: ThreadReading | undefined;
  /** The figures as it has drawn them. */
  readonly figures: DrawnFigures;
  /** The citations that pages show. */
  readonly citations: WrittenCitations;
  /** That the other forms are written. */
  readonly written: undefined;
}

/** One report, with its kind. */
export type ThreadMessage<Kind extends keyof ThreadReports = keyof ThreadReports> = {
  readonly [K in Kind]: { readonly kind: K; readonly report: ThreadReports[K] };
}[Kind];

function tell<Kind extends keyof ThreadReports>(kind: Kind, report: ThreadReports[Kind]): void {
  parentPort?.postMessage({ kind, report });
}

async function work({ settings }: ThreadTask, task: Promise<FormsTask>): Promise<void> {
  const version = versionOfProgram(settings.root);
  const trees = openTrees(join(settings.cacheDirectory, "trees"), version);
  const warnings: Problem[] = [];
  const read = await readWork(settings, {
    isPreview: false,
    parse: trees.parse,
    warn: (problem) => warnings.push(problem),
    // What stands in the way is told by the thread of the build, which reads it again and has the words for it.
  }).catch(() => undefined);
  tell("reading", read && { work: plainWork(read), warnings, version });
  if (!read) return;
  const { essay, bodies, editions, translations } = read;
  Object.assign(customTranslations, translations);
  // What draws them is loaded when the build has what it waits for.
  tell("figures", (await import("./figures.ts")).drawFigures(essay));
  const { format } = await openCitations(essay.languages, version && settings.cacheDirectory);
  const site = { origin: settings.siteUrl, basePath: settings.basePath };
  const earlier = editions.earlier.map((edition) => edition.essay);
  tell("citations", writeReadyCitations(essay, earlier, site, format));
  trees.save();
  const { directory } = await task;
  await writeOtherForms(
    { settings, essay, earlier, bodies: bodies.source, translations, version },
    fileWriter(directory),
  );
  tell("written", undefined);
}

await work(workerData as ThreadTask, new Promise((resolve) => parentPort?.once("message", resolve)));
// It ends with that: nothing else is listened to.
parentPort?.unref();
