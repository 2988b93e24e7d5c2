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
