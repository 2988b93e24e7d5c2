import type { Language } from "../essay/language.ts";

/** The manifest of an index: how it is laid out. */
export interface SearchManifest {
  /** Language of the texts, which decides on the strategy. */
  readonly language: Language;
  /** Content hash, part of the addresses of index files. */
  readonly version: string;
  /** Number of shards of the tokens. */
  readonly shards: number;
  /** Number of distinct tokens of a shard: fewer make the index smaller, and more texts have to be searched. */
  readonly tokens: number;
  /** Whether texts are in one file or one for each section. */
  readonly documents: "together" | "apart";
}

export const MANIFEST_FILE = "manifest.json";

/** Name of the Pagefind filter for a shard. */
export const shardFilter = (shard: number): string => `t${shard}`;

/** Path of the file with all texts, by Pagefind id. */
export const allDocumentsFile = (version: string): string => `documents/all-${version}.json`;

/** Path of the file with the text of a section. */
export const documentFile = (id: string): string => `documents/${id}.json`;
