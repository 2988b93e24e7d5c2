import type { Language } from "../essay/language.ts";

/** The file beside a language's index that tells the engine how the index is laid out. */
export interface SearchManifest {
  /** Language of the texts, which decides how they are cut and compared. */
  readonly language: Language;
  /** Hash of all that is indexed; it makes the addresses of the index's own files change with it. */
  readonly version: string;
  /** Number of shards that the tokens are spread over. */
  readonly shards: number;
  /** Number of different tokens that a shard can hold; the fewer, the smaller the index, and the more texts to look at. */
  readonly tokens: number;
  /** Whether the texts of all sections stand in one file, or each in its own. */
  readonly documents: "together" | "apart";
}

export const MANIFEST_FILE = "manifest.json";

/** Name of the Pagefind filter that holds a shard of the tokens. */
export const shardFilter = (shard: number): string => `t${shard}`;

/** Path of the file with the texts of all sections, by Pagefind's id of the section. */
export const allDocumentsFile = (version: string): string => `documents/all-${version}.json`;

/** Path of the file with the text of one section. */
export const documentFile = (id: string): string => `documents/${id}.json`;
