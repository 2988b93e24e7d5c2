import { parentPort, workerData } from "node:worker_threads";
import type { Language } from "../essay/language.ts";
import { fileWriter } from "./file-writer.ts";
import type { FormsSource } from "./make-other-forms.ts";
import { writeOtherForms } from "./other-forms.ts";

/** What a thread is told when it starts that makes an essay's other forms (`start-other-forms.ts`). */
export interface ThreadPreparation {
  /** For which it gets ready. */
  readonly languages: readonly Language[];
}

/** What it is told once the essay is read. */
export interface FormsTask {
  readonly source: FormsSource;
  /** The folder of the site. */
  readonly directory: string;
}

const given = new Promise<FormsTask>((resolve) => parentPort?.once("message", resolve));
const { languages } = workerData as ThreadPreparation;
if (languages.length > 0) {
  const [{ prepareTextStyles }] = await Promise.all([
    import("../citation/text-styles.ts"),
    import("./make-other-forms.ts"),
  ]);
  // A folder may have a name that is no language's: what is missing is made when it is wanted.
  await prepareTextStyles(languages).catch(() => undefined);
}
const { source, directory } = await given;
await writeOtherForms(source, fileWriter(directory));
parentPort?.postMessage("written");
