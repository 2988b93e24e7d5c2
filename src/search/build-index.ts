import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import type { Language } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { documentFile, MANIFEST_FILE, METADATA_FILE, shardFilter } from "./engine.ts";
import type { LanguageSearch } from "./language-search.ts";
import { loadLanguageSearch } from "./load-language-search.ts";
import type { SearchManifest } from "./manifest.ts";
import { PAGEFIND_VERSION, PagefindFilters, readMetadata, SIGNATURE } from "./pagefind-files.ts";
import { paragraphPiece } from "./paragraph-in-query.ts";
import { areSearchedWhole } from "./size.ts";
import { type TokenSpace, token } from "./tokenise.ts";
import { type SearchSection, searchSections } from "./units.ts";

/**
 * What the number of shards is made from. A first query loads the shards of up to three tokens, of 2 bytes an entry,
 * and the list of all shards, of some 14 bytes each. With e entries in s shards that is 3·2e/s + 14s bytes, the least
 * where s = √(6e/14): what a query costs grows with the square root of the text.
 */
const SHARDS_BY_ROOT_OF_ENTRIES = Math.sqrt(6 / 14);

/** Different tokens a shard, which decide which texts are loaded: three digits of base 36. */
const TOKENS_A_SHARD = 36 ** 3;

/** Sections that Pagefind is sent before it has answered: it goes on while what sends them does something else. */
const ADDED_AT_ONCE = 50;

/** A file of the index; the path is relative to the folder of its language. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * The parts of Pagefind's output that the engine uses: its metadata, and the filters in which the tokens stand. Its scripts, its
 * interface, its word index and its copies of the texts are left out.
 */
const NEEDED = /^(pagefind\..*\.pf_meta|filter\/.*\.pf_filter)$/u;

/**
 * Makes the index of every language, in memory.
 *
 * @returns the files of each language's index
 */
export async function buildSearchIndex(essay: Essay): Promise<ReadonlyMap<Language, IndexFile[]>> {
  const indexes = new Map<Language, IndexFile[]>();
  try {
    for (const text of Object.values(essay.texts))
      indexes.set(
        text.language,
        await indexText(searchSections(text, essay.annotations), text.language, essay.annotations.synonyms),
      );
  } finally {
    await close();
  }
  return indexes;
}

/** Makes the index of every language and writes it into a folder of its own below `directory`. */
export const writeSearchIndex = async (essay: Essay, directory: string): Promise<void> =>
  writeIndexFiles(await buildSearchIndex(essay), directory);

/** Writes the index of each language into a folder of its own below `directory`. */
function writeIndexFiles(indexes: ReadonlyMap<Language, IndexFile[]>, directory: string): void {
  for (const [language, files] of indexes) {
    for (const { path, content } of files) {
      const target = join(directory, language, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
}

const hashOf = (value: object): string => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);

async function indexText(
  sections: readonly SearchSection[],
  code: Language,
  synonyms: SearchManifest["synonyms"] = [],
): Promise<IndexFile[]> {
  const together = areSearchedWhole(sections);
  const language = await loadLanguageSearch(code);
  const vocabulary = sections.map((section) => distinctPieces(section, language));
  const entries = vocabulary.reduce((sum, pieces) => sum + pieces.size, 0);
  const manifest: SearchManifest = {
    language: code,
    version: hashOf(sections),
    shards: Math.ceil(SHARDS_BY_ROOT_OF_ENTRIES * Math.sqrt(entries)),
    tokens: TOKENS_A_SHARD,
    ...(synonyms.length > 0 && { synonyms }),
  };

  // A language that Pagefind does not know: it neither cuts nor stems.
  const { index, errors } = await createIndex({ forceLanguage: "unknown" });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join("; ")}`);
  for (let start = 0; start < sections.length; start += ADDED_AT_ONCE)
    await Promise.all(
      sections
        .slice(start, start + ADDED_AT_ONCE)
        .map((section, order) => addSection(index, section, vocabulary[start + order] ?? new Set(), manifest)),
    );
  const { files, errors: fileErrors } = await index.getFiles();
  if (fileErrors.length > 0) throw new Error(`Pagefind could not make its index: ${fileErrors.join("; ")}`);
  await index.deleteIndex();
  await readAsEngineDoes(files);

  const byId = sectionsById(sections, sectionIds(files));
  return [
    ...files.filter(({ path }) => NEEDED.test(path)).map(withFixedName),
    ...(together ? [] : byId.map(([id, section]) => ({ path: documentFile(id), content: JSON.stringify(section) }))),
    {
      path: MANIFEST_FILE,
      content: JSON.stringify({ ...manifest, ...(together && { sections: Object.fromEntries(byId) }) }),
    },
  ];
}

/**
 * @returns the distinct pieces of a section's texts, of which none reaches from one unit into the next, and one for the
 *   number of each paragraph
 */
function distinctPieces(section: SearchSection, language: LanguageSearch): Set<string> {
  return new Set(
    section.units.flatMap((unit) => [
      ...language.pieces(unit.text),
      ...(unit.kind === "paragraph" ? [paragraphPiece(unit.number)] : []),
    ]),
  );
}

async function addSection(
  index: PagefindIndex,
  section: SearchSection,
  pieces: ReadonlySet<string>,
  space: TokenSpace,
): Promise<void> {
  const filters: Record<string, Set<string>> = {};
  for (const piece of pieces) {
    const { value, shard } = token(piece, space);
    const filter = shardFilter(shard);
    filters[filter] ??= new Set();
    filters[filter].add(value);
  }
  const { errors } = await index.addCustomRecord({
    url: section.route,
    language: "unknown",
    // The tokens stand in filters, which Pagefind compares as they are; a record without content it would refuse.
    content: "0",
    filters: Object.fromEntries(Object.entries(filters).map(([filter, values]) => [filter, [...values]])),
    // Pagefind names a record by what is in it. Texts may differ where their tokens do not: browsers keep what has a name.
    meta: { text: hashOf(section) },
  });
  if (errors.length > 0) throw new Error(`Pagefind refused ${section.route}: ${errors.join("; ")}`);
}

/**
 * @param files Pagefind's output
 * @throws where the engine could not read it
 */
async function readAsEngineDoes(files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  const load = (path: string) => {
    const file = files.find((one) => one.path === path);
    return file
      ? Promise.resolve(new Uint8Array(file.content))
      : Promise.reject(new Error(`Pagefind made no ${path}.`));
  };
  const { path = ".pf_meta" } = files.find((one) => one.path.endsWith(".pf_meta")) ?? {};
  const metadata = await readMetadata(await load(path));
  const [first] = metadata.filters.keys();
  if (first !== undefined) await new PagefindFilters(metadata, load).recordsWith({ [first]: [""] });
}

/** @returns a file of Pagefind's under the name that pages know it by */
const withFixedName = ({ path, content }: IndexFile): IndexFile => ({
  path: path.endsWith(".pf_meta") ? METADATA_FILE : path,
  content,
});

/**
 * @param files Pagefind's output
 * @returns Pagefind's id of each section, by its route; search results name the id only
 * @throws where the fragments are not of the form that Pagefind writes
 */
function sectionIds(files: readonly { path: string; content: Uint8Array }[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/u.exec(path)?.[1];
    if (!id) continue;
    const fragment = gunzipSync(content).toString("utf8");
    if (!fragment.startsWith(SIGNATURE))
      throw new Error(`${path} is not a fragment as Pagefind ${PAGEFIND_VERSION} writes it.`);
    const { url } = JSON.parse(fragment.slice(SIGNATURE.length)) as { url: string };
    ids.set(url, id);
  }
  return ids;
}

/** @returns the sections in order, each with Pagefind's id */
function sectionsById(
  sections: readonly SearchSection[],
  ids: ReadonlyMap<string, string>,
): (readonly [string, SearchSection])[] {
  return sections.map((section) => {
    const id = ids.get(section.route);
    if (!id) throw new Error(`Pagefind has no fragment for ${section.route}.`);
    return [id, section] as const;
  });
}
