import { readFileSync } from "node:fs";
import { join } from "node:path";
import { citeprocVersion } from "../citation/csl-engine.ts";
import { type FormatText, type WrittenCitation, withTextStyles } from "../citation/text-styles.ts";
import type { Language } from "../essay/language.ts";
import { digest, openResults } from "./kept-results.ts";

/** What formats citations and knows those of an earlier build. */
export interface CitationWriter {
  readonly format: FormatText;
  /** Keeps what was asked for, for the next build. Nothing else is kept: all must have been asked for. */
  save(): void;
}

const opened = new Map<string, Promise<CitationWriter>>();

/**
 * Opens what formats citations in some languages. Its engines take long to make: whoever asks for the same in a thread is
 * given the same.
 *
 * @param cacheDirectory absolute; without it nothing is kept
 */
export function openCitations(
  languages: readonly Language[],
  cacheDirectory: string | undefined,
): Promise<CitationWriter> {
  const key = JSON.stringify([languages, cacheDirectory]);
  const known = opened.get(key) ?? open(languages, cacheDirectory);
  opened.set(key, known);
  return known;
}

async function open(languages: readonly Language[], cacheDirectory: string | undefined): Promise<CitationWriter> {
  if (cacheDirectory === undefined) return { format: await withTextStyles(languages, itself), save: () => undefined };
  const kept = openResults<WrittenCitation>(join(cacheDirectory, "citations"), makersVersion());
  return { format: await withTextStyles(languages, itself, kept), save: kept.save };
}

const itself = (format: FormatText): FormatText => format;

/** @returns the version of all that makes a citation besides what is cited: citeproc, the code that calls it, Node's data of languages */
function makersVersion(): string {
  const code = ["text-styles.ts", "csl-engine.ts"].map((file) =>
    readFileSync(new URL(`../citation/${file}`, import.meta.url), "utf8"),
  );
  return digest(citeprocVersion(), process.version, String(process.versions["icu"]), ...code);
}
