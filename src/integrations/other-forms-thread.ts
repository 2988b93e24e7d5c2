import { parentPort, workerData } from "node:worker_threads";
import type { FormsSource } from "./make-other-forms.ts";
import { otherForms, writeSiteFiles } from "./other-forms.ts";

/** A thread that makes an essay's other forms, and writes them into the folder that it is told (`start-other-forms.ts`). */
const files = await otherForms(workerData as FormsSource);
parentPort?.once("message", (directory: string) => {
  writeSiteFiles(files, directory);
  parentPort?.postMessage("written");
});
