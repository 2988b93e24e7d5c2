import type { Language } from "../essay/language.ts";
import type { SearchSection } from "./units.ts";

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
  /**
   * The texts of a short essay, by Pagefind's ids: they are searched as they are, and Pagefind is not waited for. Those of
   * a longer one are a file for each section.
   */
  readonly sections?: Readonly<Record<string, SearchSection>>;
  /** Sets of words of which each finds the others. */
  readonly synonyms?: readonly (readonly string[])[];
}

export const MANIFEST_FILE = "manifest.json";

/** Pagefind's name for the index of a language that it does not know. */
const UNKNOWN = "unknown";

/**
 * The files that every search of a long essay needs; the manifest stands in the script too. Pagefind names the second and third by what is
 * in them; here they have fixed names, so that a page can ask for all at once, before anything of the search is there.
 */
export const PAGEFIND_FILES = {
  script: "pagefind.js",
  entry: "pagefind-entry.json",
  metadata: `pagefind.${UNKNOWN}.pf_meta`,
  program: `wasm.${UNKNOWN}.pagefind`,
} as const;

/** What Pagefind adds to the address of its entry: without a tag it would be the time, and another address each time. */
export const ENTRY_TAG = "";

/** Name of the Pagefind filter for a shard. */
export const shardFilter = (shard: number): string => `t${shard}`;

/** Path of the file with the text of a section. */
export const documentFile = (id: string): string => `documents/${id}.json`;
