import type { Language } from "../essay/language.ts";
import type { LanguageSearch } from "./language-search.ts";
import { loadLanguageSearch } from "./load-language-search.ts";
import type { SearchManifest } from "./manifest.ts";
import { countHits, matchUnit } from "./match.ts";
import { spellingsOf, withNearWords } from "./near-words.ts";
import { withoutNumbers } from "./note-numbers.ts";
import { PagefindFilters, readMetadata } from "./pagefind-files.ts";
import { namesParagraph, paragraphInQuery, paragraphPiece } from "./paragraph-in-query.ts";
import type { Phrase } from "./query.ts";
import { rankSections, type SectionMatches, weightOf, weightsOf } from "./rank.ts";
import { findWithSynonyms, withSynonyms } from "./synonyms.ts";
import { BEGINNING, type TokenSpace, token } from "./tokenise.ts";
import type { SearchSection, SearchUnit } from "./units.ts";

export const MANIFEST_FILE = "manifest.json";

/**
 * The metadata of Pagefind's index. Pagefind names them by what is in them; here the name is fixed, so that a page can ask for
 * them before anything of the search is there.
 */
export const METADATA_FILE = "pagefind.pf_meta";

/** Name of the Pagefind filter for a shard. */
export const shardFilter = (shard: number): string => `t${shard}`;

/** Path of the file with the text of a section. */
export const documentFile = (id: string): string => `documents/${id}.json`;

/** The result of a search. */
export interface SearchResult {
  readonly phrases: readonly Phrase[];
  readonly sections: readonly SectionMatches[];
  /** Phrases that stand nowhere in the texts. */
  readonly absent: readonly Phrase[];
  /** Phrases that stand nowhere, in whose place words were looked for that are spelt nearly so, or that they are made of. */
  readonly misspelt?: readonly Phrase[];
  /** What was found in the place of phrases and is not in the query: their synonyms, and words of phrases that stand nowhere. */
  readonly also: readonly Phrase[];
  /** Whether there are several phrases, and no place has all of them. */
  readonly lacksAll: boolean;
  /** The paragraph whose number the query is: `¶30`, `p30`, `30`. */
  readonly named?: NamedParagraph;
  /** Number of candidate sections beyond the limit, which were not searched. */
  readonly unread: number;
  /** Whether something was found only without numbers that the query has, as those of notes that were copied with it. */
  readonly withoutNumbers: boolean;
}

/** A paragraph that a reader asks for by its number. */
export interface NamedParagraph {
  readonly section: SearchSection;
  readonly unit: SearchUnit;
}

interface Loaded {
  readonly manifest: SearchManifest;
  readonly language: LanguageSearch;
  /** Tell which sections have which tokens; absent where all texts are at hand. */
  readonly filters?: PagefindFilters;
}

/** A section that may have phrases of a query, by their positions. */
interface Candidate {
  readonly id: string;
  readonly phrases: readonly number[];
}

const NOTHING: SearchResult = {
  phrases: [],
  sections: [],
  absent: [],
  also: [],
  lacksAll: false,
  unread: 0,
  withoutNumbers: false,
};

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
 * decide. The texts of a short essay come at once and decide alone. Tokens and texts are cut by the language of the index
 * (`LanguageSearch`).
 */
export class SearchEngine {
  readonly #directory: string;
  readonly #documents = new Map<string, Promise<SearchSection>>();
  #loaded: Promise<Loaded> | undefined;
  #attempts = 0;
  #hasAllTexts = false;
  #spellings: ReadonlyMap<string, string> | undefined;

  readonly #language: Language;
  readonly #isLong: boolean;

  /**
   * @param directory address of the index of one language, with a trailing slash
   * @param language the language of the index
   * @param files names of the files that every first search needs, as far as they are known: with the metadata among them
   *   the texts are a file for each section; else the manifest says so
   */
  constructor(directory: string, language: Language, files = MANIFEST_FILE) {
    this.#directory = directory;
    this.#language = language;
    this.#isLong = files.split(" ").includes(METADATA_FILE);
  }

  /** Whether all texts are at hand, so that a search asks for nothing. */
  get hasAllTexts(): boolean {
    return this.#hasAllTexts;
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
   * @param isUnfinished whether more letters may come: a word that stands nowhere is then not taken for those spelt nearly so
   * @throws where a file of the index cannot be loaded
   */
  async search(query: string, limit = Number.POSITIVE_INFINITY, isUnfinished = false): Promise<SearchResult> {
    if (!query.trim()) return NOTHING;
    const loaded = await this.load();
    try {
      const named = await this.#named(query, loaded);
      // Whoever means a paragraph does not ask where its number stands, as in “30 March”.
      if (named && namesParagraph(query)) return { ...NOTHING, named };
      const asked = await this.#search(phrasesOf(query, loaded), loaded, limit);
      const isAll = asked.absent.length === 0 || asked.withoutNumbers;
      const near = isUnfinished || isAll || !this.#hasAllTexts ? asked : await this.#findNearly(asked, loaded, limit);
      const found = isUnfinished || isAll ? near : await this.#findInWords(near, loaded, limit);
      return { ...found, ...(named && { named }) };
    } catch (error) {
      // The site may have been renewed since the index was loaded: the next search loads it anew.
      this.#loaded = undefined;
      this.#hasAllTexts = false;
      this.#spellings = undefined;
      this.#documents.clear();
      throw error;
    }
  }

  /**
   * Asks for what tells where the words of a query stand, while its last word is being typed, and for the most promising
   * texts: where these letters are all of the word, its search finds them on their way.
   *
   * @param most number of texts
   * @throws where a file of the index cannot be loaded
   */
  async prepare(query: string, most: number): Promise<void> {
    const loaded = await this.load();
    if (!loaded.filters) return;
    const phrases = phrasesOf(query, loaded);
    // Of a shorter word it is not decided yet.
    if ((phrases.at(-1)?.normal.length ?? 0) < BEGINNING) return;
    const candidates = await this.#candidates(phrases, loaded);
    await Promise.all(candidates.slice(0, most).map(({ id }) => this.#document(id)));
  }

  /** Looks for the phrases as written; for those that stand nowhere, without the numbers of notes and paragraphs. */
  async #search(phrases: readonly Phrase[], loaded: Loaded, limit: number): Promise<SearchResult> {
    const found = await this.#find(phrases, loaded, limit);
    if (found.unread > 0) return found;
    const texts = found.sections.flatMap(({ matches }) => matches.map(({ unit }) => unit.text));
    const find = findWithSynonyms(loaded.language.find);
    const others = withoutNumbers(phrases, texts, { ...loaded.language, find });
    const more = others && (await this.#find(others, loaded, limit));
    if (more && hitsOf(more) > hitsOf(found)) return { ...more, withoutNumbers: true };
    return found;
  }

  /** Looks for what a reader may have meant by phrases that stand nowhere, where all texts are at hand. */
  async #findNearly(found: SearchResult, loaded: Loaded, limit: number): Promise<SearchResult> {
    const sections = await Promise.all(this.#documents.values());
    const texts = sections.flatMap(({ units }) => units.map(({ text }) => text));
    this.#spellings ??= spellingsOf(texts);
    const near = withNearWords(found.absent, texts, this.#spellings, loaded.language);
    if (near.every((phrase, index) => phrase === found.absent[index])) return found;
    const phrases = found.phrases.map((phrase) => near[found.absent.indexOf(phrase)] ?? phrase);
    return {
      ...(await this.#find(phrases, loaded, limit)),
      misspelt: found.absent.filter((phrase, index) => phrase !== near[index]),
    };
  }

  /** Looks for the words of phrases that stand nowhere, where a language does not part them: ポーランドに落ちたミサイル. */
  async #findInWords(found: SearchResult, loaded: Loaded, limit: number): Promise<SearchResult> {
    const { language, manifest } = loaded;
    const wordsIn = (phrase: Phrase) =>
      (found.absent.includes(phrase) && !phrase.exact && language.wordsIn?.(phrase)) || [];
    const parted = found.absent.filter((phrase) => wordsIn(phrase).length > 0);
    if (parted.length === 0 || found.unread > 0) return found;
    const words = withSynonyms(parted.flatMap(wordsIn), manifest.synonyms ?? [], language);
    const all = [...found.phrases.filter((phrase) => !parted.includes(phrase)), ...words];
    const phrases = [...new Map(all.map((phrase) => [phrase.normal, phrase])).values()];
    const more = await this.#find(phrases, loaded, limit);
    if (hitsOf(more) <= hitsOf(found)) return found;
    const also = words.filter((word) => !more.absent.includes(word));
    return { ...more, misspelt: [...(found.misspelt ?? []), ...parted], also: [...also, ...more.also] };
  }

  async #find(phrases: readonly Phrase[], loaded: Loaded, limit: number): Promise<SearchResult> {
    const candidates = await this.#candidates(phrases, loaded);
    // Texts that are at hand cost nothing more.
    const most = loaded.filters ? limit : candidates.length;
    const read = candidates.slice(0, most);
    const unread = candidates.slice(most);
    const found = await this.#matches(
      read.map(({ id }) => id),
      phrases,
      loaded,
    );
    const matches = found.flatMap((section) => section.matches);
    const counts = phrases.map((_, index) => matches.filter((match) => match.phrases.includes(index)).length);
    const isAbsent = (index: number) => counts[index] === 0 && !unread.some((one) => one.phrases.includes(index));
    const hasAll = (one: { readonly phrases: readonly number[] }) => one.phrases.length === phrases.length;
    return {
      phrases,
      sections: rankSections(found, weightsOf(counts, matches.length)),
      absent: phrases.filter((_, index) => isAbsent(index)),
      also: phrases
        .flatMap(({ synonyms = [] }) => synonyms)
        .filter((synonym) => matches.some(({ unit }) => loaded.language.find(unit.text, [synonym])[0]?.length)),
      lacksAll: phrases.length > 1 && !matches.some(hasAll) && !unread.some(hasAll),
      unread: unread.length,
      withoutNumbers: false,
    };
  }

  /** @returns the paragraph with the number that the query is, if there is one */
  async #named(query: string, loaded: Loaded): Promise<NamedParagraph | undefined> {
    const number = paragraphInQuery(query);
    if (number === undefined) return undefined;
    const piece = paragraphPiece(number);
    for (const id of await this.#sectionsWith({ written: piece, normal: piece }, new Set([piece]), loaded)) {
      const section = await this.#document(id);
      const unit = section.units.find((one) => one.kind === "paragraph" && one.number === number);
      if (unit) return { section, unit };
    }
    return undefined;
  }

  async #load(): Promise<Loaded> {
    this.#attempts += 1;
    // After a failure no copy is trusted that the browser or someone between has kept.
    const cache = this.#attempts > 1 ? "reload" : "default";
    const readIt = async () => readMetadata(await this.#bytes(METADATA_FILE, cache));
    const [manifest, language, early] = await Promise.all([
      this.#json<SearchManifest>(MANIFEST_FILE, cache),
      loadLanguageSearch(this.#language),
      this.#isLong ? readIt() : undefined,
    ]);
    this.#hasAllTexts = manifest.sections !== undefined;
    if (manifest.sections) {
      for (const [id, section] of Object.entries(manifest.sections)) this.#documents.set(id, Promise.resolve(section));
      return { manifest, language };
    }
    return { manifest, language, filters: new PagefindFilters(early ?? (await readIt()), (path) => this.#bytes(path)) };
  }

  /** @returns candidate sections with the phrases that they may have: those with all first, then those with the rarest */
  async #candidates(phrases: readonly Phrase[], loaded: Loaded): Promise<Candidate[]> {
    // All phrases at once: one after the other, each would wait for requests of its own.
    const idsOf = await Promise.all(
      phrases.map(async (phrase) => {
        const same = [phrase, ...(phrase.synonyms ?? [])];
        const found = await Promise.all(
          same.map((one) => this.#sectionsWith(one, loaded.language.piecesOf(one), loaded)),
        );
        return new Set(found.flatMap((ids) => [...ids]));
      }),
    );
    const found = new Map<string, number[]>();
    for (const [index, ids] of idsOf.entries()) for (const id of ids) found.set(id, [...(found.get(id) ?? []), index]);
    const weights = weightsOf(
      idsOf.map(({ size }) => size),
      found.size,
    );
    return [...found]
      .map(([id, all]) => ({ id, phrases: all }))
      .sort((a, b) => weightOf(b.phrases, weights) - weightOf(a.phrases, weights));
  }

  /** @param pieces of the phrase; where it has none, it is looked up itself */
  async #sectionsWith(
    phrase: Phrase,
    pieces: ReadonlySet<string>,
    { manifest, filters }: Loaded,
  ): Promise<Iterable<string>> {
    if (!filters) return this.#documents.keys();
    return filters.recordsWith(tokenFilters(pieces.size > 0 ? pieces : new Set([phrase.normal]), manifest));
  }

  /** Loads and searches the sections, yielding to the page from time to time. */
  async #matches(
    ids: readonly string[],
    phrases: readonly Phrase[],
    { language }: Pick<Loaded, "language">,
  ): Promise<SectionMatches[]> {
    const found: SectionMatches[] = [];
    const find = findWithSynonyms(language.find);
    let lastYield = performance.now();
    for (let from = 0; from < ids.length; from += PARALLEL) {
      const batch = ids.slice(from, from + PARALLEL).map((id) => this.#document(id));
      for (const section of await Promise.all(batch))
        found.push({
          section,
          matches: section.units.flatMap((unit) => matchUnit(unit, phrases, find) ?? []),
        });
      // After the last, whoever has asked goes on.
      if (from + PARALLEL < ids.length && performance.now() - lastYield > LONGEST_WORK_IN_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        lastYield = performance.now();
      }
    }
    return found;
  }

  #document(id: string): Promise<SearchSection> {
    const known = this.#documents.get(id);
    if (known) return known;
    const loading = this.#json<SearchSection>(documentFile(id)).catch((error: unknown) => {
      this.#documents.delete(id);
      throw error;
    });
    this.#documents.set(id, loading);
    return loading;
  }

  async #json<T>(path: string, cache: RequestCache = "default"): Promise<T> {
    return (await (await this.#get(path, cache)).json()) as T;
  }

  async #bytes(path: string, cache: RequestCache = "default"): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.#get(path, cache)).arrayBuffer());
  }

  async #get(path: string, cache: RequestCache): Promise<Response> {
    const response = await fetch(`${this.#directory}${path}`, { cache });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
}

const phrasesOf = (query: string, { language, manifest }: Loaded): Phrase[] =>
  withSynonyms(language.parse(query), manifest.synonyms ?? [], language);

const hitsOf = ({ sections }: SearchResult): number => countHits(sections.flatMap(({ matches }) => matches));

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
