import { fileWriter } from "./file-writer.ts";
import type { FormsSource } from "./make-other-forms.ts";
import { writeOtherForms } from "./other-forms.ts";

/** An essay's other forms while they are made. */
export interface OtherForms {
  /** Waits until all are written. */
  finish(): Promise<void>;
  /** Makes and writes them no further. */
  abandon(): Promise<void>;
}

/**
 * Begins to write the search's index, the essay's books and texts, and the files for those who cite it. They need no page:
 * they are made while the pages are.
 *
 * @param directory of the unfinished site, which nobody empties any more
 */
export function startOtherForms(source: FormsSource, directory: string): OtherForms {
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
