import { parentPort, workerData } from "node:worker_threads";
import { type FormsSource, makeOtherForms } from "./other-forms.ts";

/** A thread that makes an essay's other forms of what it is given, and hands them back (`start-other-forms.ts`). */
parentPort?.postMessage(await makeOtherForms(workerData as FormsSource));
