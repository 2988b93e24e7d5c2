/** What a language's readers keep for offline, in short; `<language>/offline.json` says it of the site as it stands. */
export interface KeptEdition {
  /** Version of the edition. */
  readonly edition: string;
  /** A hash of all files and what is in them. */
  readonly version: string;
  /** The sum of the files, not compressed. */
  readonly bytes: number;
}

/** All that is kept: what the build writes into the worker. */
export interface KeptFiles extends KeptEdition {
  /** A hash of each file's content, by its address below the site's base path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * What a page asks of the worker, which answers at the port that comes with the question:
 *
 * - `kept`: what is kept, a `KeptEdition`, or `undefined`
 * - `keep`: fetch what is not kept yet; the answer is that of `kept`
 * - `forget`: delete everything; then `undefined`
 * - `news`: an edition that took the place of an older one and was not told of yet, a `KeptEdition`, or `undefined`
 */
export type Question = "kept" | "keep" | "forget" | "news";

/** What the worker sends to open pages when it has kept a newer edition. */
export const RENEWED = "renewed";
