import { readFileSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Essay } from "../essay/model.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import type { BuildSettings } from "./build-settings.ts";
import { fileWriter } from "./file-writer.ts";
import { digest, openResults } from "./kept-results.ts";
import type { FormsSource, SiteFile } from "./other-forms.ts";
import type { SectionBodies } from "./section-bodies.ts";

/** Sections of all languages from which a thread is worth the half second of processor that it takes to start. */
const FEWEST_FOR_A_THREAD = 40;
/** And those up to which it is given a copy of the essay: two of a longer one are much memory. */
const MOST_FOR_A_THREAD = 2_500;

/** An essay's other forms while they are made. */
interface OtherForms {
  /** Writes them into a folder once they are made. */
  write(directory: string): Promise<void>;
  /** Makes them no further. */
  abandon(): void;
}

/**
 * Begins to make the search's index, the essay's books and texts, and the files for those who cite it. They need no page:
 * of an essay of some length, a thread of their own makes them while the pages are made.
 *
 * @param earlier editions that are kept, the newest first
 * @param inThread whether they are made in a thread
 * @param version of the program, by which they are kept for the next build
 */
export function startOtherForms(
  settings: BuildSettings,
  essay: Essay,
  earlier: readonly Essay[],
  bodies: SectionBodies,
  { inThread = isWorthAThread(bodies.source.parsed.length), version }: FormsOptions = {},
): OtherForms {
  const source: FormsSource = {
    settings,
    essay,
    earlier,
    bodies: bodies.source,
    translations: customTranslations,
    isKept: version !== undefined,
  };
  const kept = openResults<readonly SiteFile[]>(join(settings.cacheDirectory, "other-forms"), version);
  const from = version === undefined ? "" : digestOfSource(source);
  const known = kept.get(from);
  const thread = inThread && !known ? startThread(source) : undefined;
  // The modules are loaded where they are needed: in the thread, or here.
  const made: Promise<readonly SiteFile[]> = known
    ? Promise.resolve(known)
    : (thread?.files ?? import("./other-forms.ts").then(({ makeOtherForms }) => makeOtherForms(source)));
  // What goes wrong is told when they are wanted.
  made.catch(() => undefined);
  return {
    write: async (directory) => {
      thread?.wait();
      const files = await made;
      if (!known) kept.set(from, files);
      kept.save();
      const writeFile = fileWriter(directory);
      for (const [path, content] of files) writeFile(path, content);
    },
    abandon: () => thread?.end(),
  };
}

/** How they are made. */
interface FormsOptions {
  readonly inThread?: boolean;
  readonly version?: string | undefined;
}

/** @returns a digest of all that they are made from besides the program */
function digestOfSource({ settings, essay, earlier, bodies, translations }: FormsSource): string {
  const { siteUrl, basePath, withPdf } = settings;
  const parts: unknown[] = [{ siteUrl, basePath, withPdf, translations }];
  for (const { texts, ...others } of [essay, ...earlier]) {
    parts.push(others);
    for (const { sections, ...text } of Object.values(texts)) parts.push(text, ...sections);
  }
  parts.push(...bodies.parsed);
  const images = Object.values(essay.images).map(({ source }) => digest(readFileSync(source)));
  return digest(...images, ...parts.map((part) => digest(JSON.stringify(part))));
}

const isWorthAThread = (sections: number): boolean => sections >= FEWEST_FOR_A_THREAD && sections <= MOST_FOR_A_THREAD;

/** A thread that makes them; a build that fails elsewhere does not wait for it. */
interface FormsThread {
  readonly files: Promise<SiteFile[]>;
  wait(): void;
  end(): void;
}

function startThread(source: FormsSource): FormsThread {
  const worker = new Worker(new URL("./other-forms-thread.ts", import.meta.url), {
    workerData: source,
    env: withCompileCache(process.env),
  });
  worker.unref();
  const files = new Promise<SiteFile[]>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread of the books and the index ended before they were made.")));
  });
  return { files, wait: () => worker.ref(), end: () => void worker.terminate() };
}

/** A thread does not know of the compiled modules that its process keeps unless its environment says where they are. */
function withCompileCache(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const directory = getCompileCacheDir?.();
  // Node names the folder of its own version, in the one that it was given.
  return directory === undefined ? environment : { ...environment, NODE_COMPILE_CACHE: dirname(directory) };
}
