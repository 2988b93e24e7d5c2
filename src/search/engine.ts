import type { LanguageSearch } from "./language-search.ts";
import { loadLanguageSearch } from "./load-language-search.ts";
import { allDocumentsFile, documentFile, MANIFEST_FILE, type SearchManifest, shardFilter } from "./manifest.ts";
import { matchUnit } from "./match.ts";
import { withoutNumbers } from "./note-numbers.ts";
import type { Phrase } from "./query.ts";
import { rankSections, type SectionMatches } from "./rank.ts";
import { type TokenSpace, token } from "./tokenise.ts";
import type { SearchSection } from "./units.ts";

/** The result of a search. */
export interface SearchResult {
  readonly phrases: readonly Phrase[];
  readonly sections: readonly SectionMatches[];
  /** Number of candidate sections beyond the limit, which were not searched. */
  readonly unread: number;
  /** Whether something was found only without numbers that the query has, as those of notes that were copied with it. */
  readonly withoutNumbers: boolean;
}

/** The part of Pagefind's API that is used here. */
interface PagefindModule {
  createInstance(options: { noWorker: boolean; metaCacheTag: string }): PagefindInstance;
}

interface PagefindInstance {
  /** Without term and filter: loads the common files. Pagefind's `init` does not wait for them. */
  preload(term: null, options: { filters: Record<string, string[]> }): Promise<void>;
  search(
    term: null,
    options: { filters: Record<string, string[]> },
  ): Promise<{ results: readonly { id: string }[]; totalFilters: Record<string, unknown> }>;
}

interface Loaded {
  readonly manifest: SearchManifest;
  readonly language: LanguageSearch;
  readonly pagefind: PagefindInstance;
}

/** How many shards a phrase is looked up in; the texts decide in the end, so a few tokens suffice. */
const SHARDS_A_PHRASE = 3;
/** Number of parallel requests. */
const PARALLEL = 24;
/**
 * Time after which the search yields to the page, in milliseconds; well below 50 ms, from which readers notice a delay
 * (RAIL).
 */
const LONGEST_WORK_IN_MS = 25;

/**
 * Exact phrase search. Pagefind's index gives the sections that contain all tokens of a phrase; their texts then
 * decide. Tokens and texts are cut by the language of the index (`LanguageSearch`).
 */
export class SearchEngine {
  readonly #directory: string;
  readonly #documents = new Map<string, Promise<SearchSection>>();
  #loaded: Promise<Loaded> | undefined;
  #attempts = 0;

  /** @param directory address of the index of one language, with a trailing slash */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Loads the common files of the index, once; tries again after a failure.
   *
   * @throws where a file cannot be loaded
   */
  load(): Promise<Loaded> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  /**
   * @param query as typed
   * @param limit greatest number of sections to search
   * @throws where a file of the index cannot be loaded
   */
  async search(query: string, limit = Number.POSITIVE_INFINITY): Promise<SearchResult> {
    if (!query.trim()) return { phrases: [], sections: [], unread: 0, withoutNumbers: false };
    const loaded = await this.load();
    try {
      return await this.#search(loaded.language.parse(query), loaded, limit);
    } catch (error) {
      // The site may have been renewed since the index was loaded: the next search loads it anew.
      this.#loaded = undefined;
      this.#documents.clear();
      throw error;
    }
  }

  /** Looks for the phrases as written; for those that stand nowhere, without the numbers of notes and paragraphs. */
  async #search(phrases: readonly Phrase[], loaded: Loaded, limit: number): Promise<SearchResult> {
    const found = await this.#find(phrases, loaded, limit);
    if (found.unread > 0) return found;
    const texts = found.sections.flatMap(({ matches }) => matches.map(({ unit }) => unit.text));
    const others = withoutNumbers(phrases, texts, loaded.language);
    if (!others) return found;
    const more = await this.#find(others, loaded, limit);
    return countHits(more) > countHits(found) ? { ...more, withoutNumbers: true } : found;
  }

  async #find(phrases: readonly Phrase[], loaded: Loaded, limit: number): Promise<SearchResult> {
    const candidates = await this.#candidates(phrases, loaded);
    const read = candidates.slice(0, limit);
    const sections = rankSections(await this.#matches(read, phrases, loaded));
    return { phrases, sections, unread: candidates.length - read.length, withoutNumbers: false };
  }

  async #load(): Promise<Loaded> {
    this.#attempts += 1;
    // After a failure no copy is trusted that the browser or someone between has kept.
    const manifest = await this.#json<SearchManifest>(MANIFEST_FILE, this.#attempts > 1 ? "reload" : "default");
    // Browsers cache a failed module by its address.
    const address = `${this.#directory}pagefind.js${this.#attempts > 1 ? `?attempt=${this.#attempts}` : ""}`;
    const [language, module] = await Promise.all([
      loadLanguageSearch(manifest.language),
      import(/* @vite-ignore */ address) as Promise<PagefindModule>,
    ]);
    const pagefind = module.createInstance({ noWorker: true, metaCacheTag: manifest.version });
    if (manifest.documents === "together") {
      const all = this.#json<Record<string, SearchSection>>(allDocumentsFile(manifest.version));
      const [sections] = await Promise.all([all, pagefind.preload(null, { filters: {} })]);
      for (const [id, section] of Object.entries(sections)) this.#documents.set(id, Promise.resolve(section));
    } else await pagefind.preload(null, { filters: {} });
    return { manifest, language, pagefind };
  }

  /** @returns the ids of candidate sections: those with all phrases first, then those with some */
  async #candidates(phrases: readonly Phrase[], loaded: Loaded) {
    const counts = new Map<string, number>();
    for (const phrase of phrases) {
      for (const id of await this.#sectionsWith(phrase, loaded)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  }

  async #sectionsWith(phrase: Phrase, { manifest, language, pagefind }: Loaded): Promise<Iterable<string>> {
    const pieces = language.piecesOf(phrase);
    if (pieces.size === 0 && manifest.documents === "together") return this.#documents.keys();
    const filters = tokenFilters(pieces.size > 0 ? pieces : new Set([phrase.normal]), manifest);
    const { results, totalFilters } = await pagefind.search(null, { filters });
    // Pagefind treats a shard that fails to load as empty.
    const missing = Object.keys(filters).find((filter) => !(filter in totalFilters));
    if (missing) throw new Error(`The shard ${missing} of the index could not be loaded.`);
    return results.map(({ id }) => id);
  }

  /** Loads and searches the sections, yielding to the page from time to time. */
  async #matches(
    ids: readonly string[],
    phrases: readonly Phrase[],
    { manifest, language }: Pick<Loaded, "manifest" | "language">,
  ): Promise<SectionMatches[]> {
    const found: SectionMatches[] = [];
    let lastYield = performance.now();
    for (let from = 0; from < ids.length; from += PARALLEL) {
      const batch = ids.slice(from, from + PARALLEL).map((id) => this.#document(id, manifest));
      for (const section of await Promise.all(batch))
        found.push({
          section,
          matches: section.units.flatMap((unit) => matchUnit(unit, phrases, language.find) ?? []),
        });
      if (performance.now() - lastYield > LONGEST_WORK_IN_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        lastYield = performance.now();
      }
    }
    return found;
  }

  #document(id: string, manifest: SearchManifest): Promise<SearchSection> {
    const known = this.#documents.get(id);
    if (known) return known;
    if (manifest.documents === "together") throw new Error(`The index names a section that has no text: ${id}`);
    const loading = this.#json<SearchSection>(documentFile(id)).catch((error: unknown) => {
      this.#documents.delete(id);
      throw error;
    });
    this.#documents.set(id, loading);
    return loading;
  }

  async #json<T>(path: string, cache: RequestCache = "default"): Promise<T> {
    const response = await fetch(`${this.#directory}${path}`, { cache });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  }
}

const countHits = ({ sections }: SearchResult): number =>
  sections.reduce((sum, { matches }) => sum + matches.reduce((hits, { ranges }) => hits + ranges.length, 0), 0);

/** Characters that nearly all Japanese texts have, and characters that are no letters. */
const COMMON = /[\p{Script=Hiragana}\P{L}]/gu;

/** @returns the tokens of a phrase by filter, in a few shards only; rare tokens first */
function tokenFilters(pieces: ReadonlySet<string>, space: TokenSpace): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  const common = (piece: string) => piece.match(COMMON)?.length ?? 0;
  for (const piece of [...pieces].sort((a, b) => common(a) - common(b))) {
    const { value, shard } = token(piece, space);
    const filter = shardFilter(shard);
    if (!(filter in filters) && Object.keys(filters).length === SHARDS_A_PHRASE) continue;
    filters[filter] = [...(filters[filter] ?? []), value];
  }
  return filters;
}
