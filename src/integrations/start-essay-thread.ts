import { globSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { BuildSettings } from "./build-settings.ts";
import type { WrittenCitations } from "./citations.ts";
import type { FormsTask, ThreadMessage, ThreadReading, ThreadReports, ThreadTask } from "./essay-thread.ts";
import type { DrawnFigures } from "./figures.ts";
import type { OtherForms } from "./start-other-forms.ts";

/** Sections of all languages up to which a thread reads an essay: two copies of a longer one are much memory. */
const MOST_FOR_A_THREAD = 2_500;

/** Memory for what is young in the thread: Node's own measure is for a process that is alone. */
const YOUNG_MEGABYTES = 48;

/** A thread that reads an essay and makes its other forms, while that of the build loads, bundles and renders. */
export interface EssayThread {
  /** @returns what it has read; `undefined` where something stood in its way */
  read(): Promise<ThreadReading | undefined>;
  /** Waits for the figures of what it has read. */
  figures(): Promise<DrawnFigures>;
  /** Waits for the citations that its pages show. */
  citations(): Promise<WrittenCitations>;
  /** Lets it write the other forms of what it has read, into a folder that nobody empties any more. */
  writeForms(directory: string): OtherForms;
}

const started = new Map<string, EssayThread | undefined>();

/**
 * Starts the thread of a build, as early as can be; who asks again for the same settings is given the one that was started.
 *
 * @returns `undefined` where an essay is too long to be in memory twice
 */
export function startEssayThread(settings: BuildSettings): EssayThread | undefined {
  const key = JSON.stringify(settings);
  if (!started.has(key)) {
    const files = globSync("*/*.mdx", { cwd: settings.essayDirectory, exclude: ["about"] });
    started.set(key, files.length > MOST_FOR_A_THREAD ? undefined : essayThread(settings));
  }
  return started.get(key);
}

/** What a thread will tell, by kind. */
type PromisedReports = { readonly [Kind in keyof ThreadReports]: PromiseWithResolvers<ThreadReports[Kind]> };

function essayThread(settings: BuildSettings): EssayThread {
  const worker = new Worker(new URL("./essay-thread.ts", import.meta.url), {
    workerData: { settings } satisfies ThreadTask,
    env: withCompileCache(process.env),
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const promised: PromisedReports = {
    reading: Promise.withResolvers(),
    figures: Promise.withResolvers(),
    citations: Promise.withResolvers(),
    written: Promise.withResolvers(),
  };
  // What goes wrong is told when they are wanted.
  for (const { promise } of Object.values(promised)) promise.catch(() => undefined);
  const fail = (error: Error) => {
    // The build then reads the essay itself.
    promised.reading.resolve(undefined);
    for (const { reject } of Object.values(promised)) reject(error);
  };
  worker.on("message", (message: ThreadMessage) => {
    keepPromise(promised, message);
    // A build that fails elsewhere does not wait for the other forms.
    if (message.kind === "citations" || (message.kind === "reading" && !message.report)) worker.unref();
  });
  worker.once("error", fail);
  worker.once("exit", () => fail(new Error("The thread of the books and the index ended before they were made.")));
  return {
    read: () => promised.reading.promise,
    figures: () => promised.figures.promise,
    citations: () => promised.citations.promise,
    writeForms: (directory) => {
      worker.postMessage({ directory } satisfies FormsTask);
      return {
        finish: () => {
          worker.ref();
          return promised.written.promise;
        },
        abandon: async () => void (await worker.terminate()),
      };
    },
  };
}

function keepPromise<Kind extends keyof ThreadReports>(
  promised: PromisedReports,
  { kind, report }: ThreadMessage<Kind>,
): void {
  promised[kind].resolve(report);
}

/** A thread does not know of the compiled modules that its process keeps unless its environment says where they are. */
function withCompileCache(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const directory = getCompileCacheDir?.();
  // Node names the folder of its own version, in the one that it was given.
  return directory === undefined ? environment : { ...environment, NODE_COMPILE_CACHE: dirname(directory) };
}
