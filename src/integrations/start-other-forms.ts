import { existsSync, globSync, mkdirSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { dirname, sep } from "node:path";
import { Worker } from "node:worker_threads";
import type { Language } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import type { BuildSettings } from "./build-settings.ts";
import { fileWriter } from "./file-writer.ts";
import type { FormsSource } from "./make-other-forms.ts";
import { keptFormsFile, writeOtherForms } from "./other-forms.ts";
import type { FormsTask, ThreadPreparation } from "./other-forms-thread.ts";
import type { SectionBodies } from "./section-bodies.ts";

/** Sections of all languages from which a thread is worth the half second of processor that it takes to start. */
const FEWEST_FOR_A_THREAD = 40;
/** And those up to which it is given a copy of the essay: two of a longer one are much memory. */
const MOST_FOR_A_THREAD = 2_500;

/** An essay's other forms while they are made. */
interface OtherForms {
  /** Waits until all are written. */
  finish(): Promise<void>;
  /** Makes and writes them no further. */
  abandon(): Promise<void>;
}

/** A thread that waits for an essay. */
interface FormsThread {
  /** Gives it the essay. */
  start(task: FormsTask): OtherForms;
  abandon(): Promise<void>;
}

/**
 * Lets a thread load its modules and build its engines while the essay is read, for which one core of several works.
 *
 * @returns `undefined` where no thread will be wanted, or where an earlier build may have kept what it would make
 */
export function prepareFormsThread(settings: BuildSettings): FormsThread | undefined {
  const files = globSync("*/*.mdx", { cwd: settings.essayDirectory, exclude: ["about"] });
  if (!isWorthAThread(files.length) || existsSync(keptFormsFile(settings))) return undefined;
  return formsThread([...new Set(files.map((file) => file.split(sep)[0] ?? ""))]);
}

/**
 * Begins to write the search's index, the essay's books and texts, and the files for those who cite it. They need no page:
 * of an essay of some length, a thread of their own writes them while the pages are made and checked.
 *
 * @param earlier editions that are kept, the newest first
 * @param directory of the unfinished site, which nobody empties any more
 * @param inThread whether they are made in a thread
 * @param thread that was prepared
 * @param version of the program, by which they are kept for the next build
 */
export function startOtherForms(
  settings: BuildSettings,
  essay: Essay,
  earlier: readonly Essay[],
  bodies: SectionBodies,
  directory: string,
  { inThread = isWorthAThread(bodies.source.parsed.length), thread, version }: FormsOptions = {},
): OtherForms {
  mkdirSync(directory, { recursive: true });
  const source: FormsSource = {
    settings,
    essay,
    earlier,
    bodies: bodies.source,
    translations: customTranslations,
    version,
  };
  if (inThread) return (thread ?? formsThread()).start({ source, directory });
  void thread?.abandon();
  return formsHere({ source, directory });
}

/** How they are made. */
interface FormsOptions {
  readonly inThread?: boolean;
  readonly thread?: FormsThread | undefined;
  readonly version?: string | undefined;
}

const isWorthAThread = (sections: number): boolean => sections >= FEWEST_FOR_A_THREAD && sections <= MOST_FOR_A_THREAD;

function formsHere({ source, directory }: FormsTask): OtherForms {
  const writeFile = fileWriter(directory);
  let isAbandoned = false;
  const written = writeOtherForms(source, (path, content) => {
    if (isAbandoned) throw new Error("The site is not published.");
    writeFile(path, content);
  });
  // What goes wrong is told when they are wanted.
  written.catch(() => undefined);
  return {
    finish: () => written,
    abandon: async () => {
      isAbandoned = true;
    },
  };
}

/** @param languages for which it gets ready before it is given an essay */
function formsThread(languages: readonly Language[] = []): FormsThread {
  const worker = new Worker(new URL("./other-forms-thread.ts", import.meta.url), {
    workerData: { languages } satisfies ThreadPreparation,
    env: withCompileCache(process.env),
  });
  // A build that fails elsewhere does not wait for it.
  worker.unref();
  const written = new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread of the books and the index ended before they were made.")));
  });
  written.catch(() => undefined);
  const abandon = async () => void (await worker.terminate());
  const finish = () => {
    worker.ref();
    return written;
  };
  return {
    start: (task) => {
      worker.postMessage(task);
      return { finish, abandon };
    },
    abandon,
  };
}

/** A thread does not know of the compiled modules that its process keeps unless its environment says where they are. */
function withCompileCache(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const directory = getCompileCacheDir?.();
  // Node names the folder of its own version, in the one that it was given.
  return directory === undefined ? environment : { ...environment, NODE_COMPILE_CACHE: dirname(directory) };
}
