import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { writeSearchIndex } from "../../src/search/build-index.ts";
import { serveSite } from "../serve.ts";
import { type SyntheticEssay, syntheticEssay } from "./synthetic-essay.ts";

const SEED = 20_230_317;
const LOADS = 20;
/** Sections that the dialog looks at as one types. */
const DIALOG_LIMIT = 24;
/** Ranks in the vocabulary: a word that is in many sections, one in some, one in few. */
const RANKS = { frequent: 30, usual: 600, rare: 6_000 } as const;
/** Kinds of file that hosts compress; the others of the index are compressed already. */
const COMPRESSED_BY_HOST = /\.(js|json)$/u;

const ENGINE = "src/search/engine.ts";
const RELATIVE_IMPORT = /((?:from |import\()")(\.[^"]+)\.ts"/gu;

/** What a query costs and takes in the browser. */
interface Cost {
  readonly bytes: number;
  readonly requests: number;
  readonly milliseconds: number;
}

/** What the index of a text costs, and the engine that asks it. */
export interface EngineCost {
  readonly characters: number;
  readonly textBytes: number;
  readonly buildSeconds: number;
  /** Size of the index with its copy of the texts, as a host would send it, over the size of the text. */
  readonly indexOverText: number;
  /** The first query of a fresh page, for a usual word, as the dialog asks it; median time. */
  readonly first: Cost;
  /** A first query for a word that is nearly everywhere. */
  readonly firstFrequent: Cost;
  /** A further query for another word, as the dialog asks it. */
  readonly further: Cost;
  /** A query for one of the most frequent characters with every hit, as the search page asks it. */
  readonly everything: Cost & { readonly hits: number; readonly longestTask: number };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const sent = (path: string, content: Uint8Array): number =>
  COMPRESSED_BY_HOST.test(path) ? brotliCompressSync(content).length : content.length;

/** Writes the engine as the browser can load it, and pages to load it from. */
function writePages(directory: string): void {
  const written = new Set<string>();
  const write = (file: string): void => {
    if (written.size === written.add(file).size) return;
    const script = stripTypeScriptTypes(readFileSync(file, "utf8"));
    const target = join(directory, file.replace(/\.ts$/u, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, script.replaceAll(RELATIVE_IMPORT, '$1$2.js"'));
    for (const [, , path] of script.matchAll(RELATIVE_IMPORT)) write(join(dirname(file), `${path}.ts`));
  };
  write(ENGINE);
  const page = `<!doctype html><title>Bench</title><script type="module">import { SearchEngine } from "/${ENGINE.replace(/ts$/u, "js")}"; window.SearchEngine = SearchEngine;</script>`;
  for (const name of ["index.html", "404.html"]) writeFileSync(join(directory, name), page);
}

function indexSize(directory: string): number {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + sent(name, readFileSync(join(parentPath, name))), 0);
}

/** Opens a fresh page with nothing in its cache and keeps account of what it gets from the index. */
async function openPage(browser: Browser, address: string, directory: string) {
  const page = await browser.newPage();
  let paths: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/pagefind/")) paths.push(pathname);
  });
  await page.goto(address);
  await page.waitForFunction(() => "SearchEngine" in window);
  return {
    page,
    /** @returns what was got since the last call */
    account: () => {
      const bytes = paths.reduce((sum, path) => sum + sent(path, readFileSync(join(directory, path))), 0);
      const requests = paths.length;
      paths = [];
      return { bytes, requests };
    },
  };
}

/** Asks the page's engine, which is made with the first query. */
const ask = (page: Page, query: string, limit?: number) =>
  page.evaluate(
    async ({ text, most }) => {
      interface Engine {
        search(words: string, limit?: number): Promise<{ sections: { matches: unknown[] }[] }>;
      }
      const home = window as unknown as {
        SearchEngine: new (directory: string, language: string) => Engine;
        engine?: Engine;
      };
      let longestTask = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
      });
      observer.observe({ type: "longtask" });
      const start = performance.now();
      home.engine ??= new home.SearchEngine("/pagefind/ja/", "ja");
      const { sections } = await home.engine.search(text, most);
      const milliseconds = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.disconnect();
      return { milliseconds, longestTask, hits: sections.reduce((sum, { matches }) => sum + matches.length, 0) };
    },
    { text: query, most: limit },
  );

/**
 * Measures the search alone, without the site around it, on a synthetic Japanese essay.
 *
 * @param count number of sections
 */
export async function measureEngine(browser: Browser, count: number): Promise<EngineCost> {
  const directory = resolve("node_modules/.cache/bench-search");
  rmSync(directory, { recursive: true, force: true });
  const synthetic: SyntheticEssay = syntheticEssay(count, SEED);
  writePages(directory);
  const start = performance.now();
  await writeSearchIndex(synthetic.essay, join(directory, "pagefind"));
  const buildSeconds = (performance.now() - start) / 1_000;
  const server = await serveSite(directory, "/");
  const words = Object.fromEntries(
    Object.entries(RANKS).map(([name, rank]) => [name, longWord(synthetic.vocabulary, rank)]),
  ) as Record<keyof typeof RANKS, string>;

  const load = async (query: string, times: number): Promise<Cost> => {
    const costs: Cost[] = [];
    for (let time = 0; time < times; time += 1) {
      const { page, account } = await openPage(browser, server.address, directory);
      const { milliseconds } = await ask(page, query, DIALOG_LIMIT);
      costs.push({ ...account(), milliseconds });
      await page.close();
    }
    return { ...(costs[0] as Cost), milliseconds: median(costs.map(({ milliseconds }) => milliseconds)) };
  };
  const first = await load(words.usual, LOADS);
  const firstFrequent = await load(words.frequent, 5);

  const { page, account } = await openPage(browser, server.address, directory);
  await ask(page, words.usual, DIALOG_LIMIT);
  account();
  const { milliseconds } = await ask(page, words.rare, DIALOG_LIMIT);
  const further = { ...account(), milliseconds };
  await ask(page, "の");
  account();
  // The second time every text is there: nothing but work, which must leave the page its turns.
  const everything = { ...(await ask(page, "の")), ...account() };
  await page.close();
  await server.close();
  const row: EngineCost = {
    characters: synthetic.characters,
    textBytes: synthetic.bytes,
    buildSeconds,
    indexOverText: indexSize(join(directory, "pagefind")) / synthetic.bytes,
    first,
    firstFrequent,
    further,
    everything,
  };
  rmSync(directory, { recursive: true });
  return row;
}

/** @returns the first word from this rank on that has three characters or more: several pairs, several shards */
const longWord = (vocabulary: readonly string[], rank: number): string =>
  vocabulary.slice(rank).find((word) => [...word].length >= 3) ?? "";

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(0)} kB`;
const cost = ({ bytes, requests, milliseconds }: Cost) =>
  `${kilobytes(bytes)}, ${requests} requests, ${milliseconds.toFixed(0)} ms`;

/** The measures as lines of a table: label, and what is written for a text. */
export const ENGINE_LINES: readonly (readonly [string, (row: EngineCost) => string])[] = [
  ["Text", ({ characters }) => `${characters.toLocaleString("en")} characters`],
  ["Build of the index", ({ buildSeconds }) => `${buildSeconds.toFixed(1)} s`],
  ["Index with its texts, over the text", ({ indexOverText }) => indexOverText.toFixed(2)],
  ["First query, a usual word", ({ first }) => cost(first)],
  ["First query, a frequent word", ({ firstFrequent }) => cost(firstFrequent)],
  ["Further query, a rare word", ({ further }) => cost(further)],
  [
    "All hits of の, texts at hand",
    ({ everything }) => `${everything.hits.toLocaleString("en")} hits, ${everything.milliseconds.toFixed(0)} ms`,
  ],
  ["Longest task in that", ({ everything }) => `${everything.longestTask.toFixed(0)} ms`],
];
