import { parentPort, workerData } from "node:worker_threads";
import { fileWriter } from "./file-writer.ts";
import type { FormsSource } from "./make-other-forms.ts";
import { writeOtherForms } from "./other-forms.ts";

/** What a thread is told that makes an essay's other forms (`start-other-forms.ts`). */
export interface FormsTask {
  readonly source: FormsSource;
  /** The folder of the site. */
  readonly directory: string;
}

const { source, directory } = workerData as FormsTask;
await writeOtherForms(source, fileWriter(directory));
parentPort?.postMessage("written");
