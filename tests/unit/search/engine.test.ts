import assert from "node:assert/strict";
import { test } from "node:test";
import { syntheticEssay } from "../../../scripts/bench/synthetic-essay.ts";
import { randomFrom } from "../../../scripts/random.ts";
import { buildSearchIndex } from "../../../src/search/build-index.ts";
import { MANIFEST_FILE, METADATA_FILE, SearchEngine, shardFilter } from "../../../src/search/engine.ts";
import type { SearchManifest } from "../../../src/search/manifest.ts";
import { readMetadata } from "../../../src/search/pagefind-files.ts";
import { token } from "../../../src/search/tokenise.ts";
import { askEngine, exactly, type IndexFiles, report, seedOfRun } from "../../support/ask-engine.ts";
import { onceInRun } from "../../support/once.ts";
import { plain } from "../../support/plain.ts";

const DIRECTORY = "/pagefind/ja/";
const SECTIONS = 60;
const QUERIES = 150;
const LONGEST = 8;

/** An essay whose index has many shards and a file for the text of each section; its index; and what can be found in it. */
const longEssay = onceInRun(async (language) => {
  const { essay } = syntheticEssay(SECTIONS, 1);
  const files = new Map(
    (await buildSearchIndex(essay))
      .get(language)
      ?.map(({ path, content }) => [path, typeof content === "string" ? content : new Uint8Array(content)]),
  );
  const index: IndexFiles = (path) => files.get(path);
  const units = (essay.texts[language]?.sections ?? []).flatMap(({ id, title, paragraphs, notes }) =>
    [{ anchor: id, text: title }, ...paragraphs, ...notes].map(({ anchor, text }) => ({
      address: `/${language}/${id}/#${anchor}`,
      text,
      plain: plain(text),
    })),
  );
  return { essay, index, units };
});

test("the words of a query are looked up at once, and not one after the other", async ({ mock }) => {
  const { essay, index } = await longEssay("ja");
  const manifest = JSON.parse(String(index(MANIFEST_FILE))) as SearchManifest;
  const { filters } = await readMetadata(index(METADATA_FILE) as Uint8Array<ArrayBuffer>);
  assert.equal(manifest.sections, undefined);
  const fileOf = (pair: string) => filters.get(shardFilter(token(pair, manifest).shard));
  const [text = ""] = essay.texts["ja"]?.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)) ?? [];
  const [first = "", ...pairs] = text.match(/\p{L}{2}/gu) ?? [];
  const second = pairs.find((pair) => fileOf(pair) !== fileOf(first)) ?? "";

  /** How many filters had been asked for when each was answered. */
  const answered: number[] = [];
  let asked = 0;
  mock.method(globalThis, "fetch", async (address: string) => {
    const path = address.slice(DIRECTORY.length);
    if (path.startsWith("filter/")) {
      asked += 1;
      // All that is asked for without waiting is asked for by then.
      await new Promise(setImmediate);
      answered.push(asked);
    }
    const content = index(path);
    return content === undefined ? new Response("", { status: 404 }) : new Response(content);
  });
  const engine = new SearchEngine(DIRECTORY, "ja", `${MANIFEST_FILE} ${METADATA_FILE}`);
  const { sections, absent } = await engine.search(`${first} ${second}`);
  assert.ok(sections.length > 0);
  assert.deepEqual(absent, []);
  assert.deepEqual(answered, [2, 2]);
});

test(`${QUERIES} random substrings of a long essay are found where they stand, and nowhere else`, async () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const { index, units } = await longEssay("ja");
  const asked: string[] = [];
  const queries = new Set<string>();
  while (queries.size < QUERIES) {
    const characters = [...random.pick(units).text];
    const start = random.below(characters.length);
    const words = characters.slice(start, start + 1 + random.below(LONGEST));
    // Every other one with a character exchanged, which mostly makes it a string that is nowhere.
    if (queries.size % 2 === 1) words[random.below(words.length)] = random.pick(characters);
    queries.add(words.join(""));
  }
  const listed = await askEngine("ja", [...queries], (path) => {
    asked.push(path);
    return index(path);
  });
  const found = listed.map((result) => report(result.query, exactly(result)));
  const truth = [...queries].map((query) => {
    const places = units.filter((unit) => unit.plain.includes(plain(query)));
    return report(query, places.map(({ address }) => address).sort());
  });
  assert.deepEqual(found, truth, `SEED=${seed}`);
  assert.ok(asked.filter((path) => path.startsWith("filter/")).length > 10);
});
