import { readFileSync } from "node:fs";
import { citeprocVersion } from "../citation/csl-engine.ts";
import type { WrittenCitation } from "../citation/text-styles.ts";
import { digest, type KeptResults, openResults } from "./kept-results.ts";

/**
 * Opens what citeproc has made in an earlier build.
 *
 * @param file absolute
 */
export const openCitations = (file: string): KeptResults<WrittenCitation> => openResults(file, makersVersion());

/** @returns the version of all that makes a citation besides what is cited: citeproc, the code that calls it, Node's data of languages */
function makersVersion(): string {
  const code = ["text-styles.ts", "csl-engine.ts"].map((file) =>
    readFileSync(new URL(`../citation/${file}`, import.meta.url), "utf8"),
  );
  return digest(citeprocVersion(), process.version, String(process.versions["icu"]), ...code);
}
