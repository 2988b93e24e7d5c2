import { UserError } from "../essay/problem.ts";

/** A manuscript that cannot be imported, told to the author in one sentence and what can be done. */
export class ImportError extends UserError {
  override readonly name = "ImportError";

  /**
   * @param file the manuscript's name, as the author wrote it
   * @param what what it is, one clause that the name is the subject of
   * @param how what can be done, one sentence
   */
  constructor(file: string, what: string, how: string) {
    super(`${file} ${what}. ${how}`);
  }
}

/** What is said of a file whose parts stand in each other by the thousand, which no writer does. */
export const nestsTooDeeply = (file: string): ImportError =>
  new ImportError(
    file,
    "nests its parts too deeply to be read",
    "A program has spoilt it: export the manuscript again, or give it in another form.",
  );
