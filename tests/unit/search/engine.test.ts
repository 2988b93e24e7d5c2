import assert from "node:assert/strict";
import { test } from "node:test";
import { syntheticEssay } from "../../../scripts/bench/synthetic-essay.ts";
import { buildSearchIndex } from "../../../src/search/build-index.ts";
import { MANIFEST_FILE, METADATA_FILE, SearchEngine, shardFilter } from "../../../src/search/engine.ts";
import type { SearchManifest } from "../../../src/search/manifest.ts";
import { readMetadata } from "../../../src/search/pagefind-files.ts";
import { token } from "../../../src/search/tokenise.ts";

const DIRECTORY = "/pagefind/ja/";

test("the words of a query are looked up at once, and not one after the other", async ({ mock }) => {
  const { essay } = syntheticEssay(60, 1);
  const files = new Map((await buildSearchIndex(essay)).get("ja")?.map(({ path, content }) => [path, content]));
  const manifest = JSON.parse(String(files.get(MANIFEST_FILE))) as SearchManifest;
  const { filters } = await readMetadata(new Uint8Array(files.get(METADATA_FILE) as Uint8Array));
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
    const content = files.get(path);
    return content === undefined
      ? new Response("", { status: 404 })
      : new Response(typeof content === "string" ? content : new Uint8Array(content));
  });
  const engine = new SearchEngine(DIRECTORY, "ja", `${MANIFEST_FILE} ${METADATA_FILE}`);
  const { sections, absent } = await engine.search(`${first} ${second}`);
  assert.ok(sections.length > 0);
  assert.deepEqual(absent, []);
  assert.deepEqual(answered, [2, 2]);
});
