import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { randomFrom } from "../../../scripts/random.ts";
import { shardFilter } from "../../../src/search/engine.ts";
import {
  PAGEFIND_VERSION,
  PagefindFilters,
  type PagefindMetadata,
  readFilter,
  readMetadata,
  SIGNATURE,
} from "../../../src/search/pagefind-files.ts";
import { token } from "../../../src/search/tokenise.ts";

/*
 * Pagefind indexes records, and its own reader is asked what ours is asked. More than 256 records, values and filters, so that
 * numbers and lengths of one, two and three bytes stand in the files.
 */

const RECORDS = 300;
const FILTERS = 260;
const VALUES_OF_FIRST = 300;
const SINGLE = 60;
const COMBINATIONS = 200;

const random = randomFrom(1);
const files = new Map<string, Uint8Array<ArrayBuffer>>();
const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
let server: Server;
let metadata: PagefindMetadata;
let theirs: PagefindInstance;

/** The part of the interface of Pagefind's script that is compared. */
interface PagefindInstance {
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    term: null,
    options: { filters: Record<string, readonly string[]> },
  ): Promise<{ results: readonly { id: string }[] }>;
}

/** @returns what is in a record, by filter: all have one value, few have most, and there are words of other scripts */
function valuesOf(record: number): Record<string, string[]> {
  const first = Array.from({ length: 40 }, () => `v${random.below(VALUES_OF_FIRST)}`);
  const words = ["", "の", "ʼn", "北欧拡大", "a".repeat(30), "a".repeat(300)].filter(() => random.below(3) === 0);
  const { value, shard } = token(String(record), { shards: FILTERS - 2, tokens: 36 ** 3 });
  return {
    [shardFilter(0)]: [...new Set(["all", ...first])],
    [shardFilter(1)]: words,
    [shardFilter(2 + shard)]: [value],
    [shardFilter(2 + (record % (FILTERS - 2)))]: [value, `r${record}`],
  };
}

const load = (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const file = files.get(path);
  return file ? Promise.resolve(file) : Promise.reject(new Error(`${path}: 404`));
};

const metadataFile = (): Uint8Array<ArrayBuffer> => {
  const [file] = [...files].flatMap(([path, content]) => (path.endsWith(".pf_meta") ? [content] : []));
  assert.ok(file);
  return file;
};

before(async () => {
  const { index } = await createIndex({ forceLanguage: "unknown" });
  assert.ok(index);
  for (let record = 0; record < RECORDS; record += 1)
    await index.addCustomRecord({
      url: `${record}/`,
      language: "unknown",
      content: "0",
      filters: valuesOf(record),
      meta: { text: String(record) },
    });
  const made = await index.getFiles();
  await close();
  for (const { path, content } of made.files) files.set(path, new Uint8Array(content));
  // What other files do between a request and its answer, in the same process, may take longer than a server waits.
  server = createServer({ headersTimeout: 0, requestTimeout: 0 }, (request, response) => {
    const file = files.get(new URL(request.url ?? "", "http://localhost").pathname.slice(1));
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => {
    // Pagefind keeps its connections: on a busy machine the server would close one just as it is used again.
    server.keepAliveTimeout = 0;
    server.listen(0, resolve);
  });
  const script = join(folder, "pagefind.mjs");
  writeFileSync(script, await load("pagefind.js"));
  const { createInstance } = (await import(pathToFileURL(script).href)) as {
    createInstance(options: object): PagefindInstance;
  };
  const { port } = server.address() as AddressInfo;
  theirs = createInstance({ noWorker: true, basePath: `http://localhost:${port}/` });
  metadata = await readMetadata(metadataFile());
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the files of Pagefind's index", () => {
  it("are read as the version that is installed writes them", () => {
    const { version } = JSON.parse(readFileSync("node_modules/pagefind/package.json", "utf8")) as { version: string };
    assert.equal(version, PAGEFIND_VERSION);
  });

  it("lead to the records to which Pagefind's own reader leads, for one value and for several", async () => {
    const ours = new PagefindFilters(metadata, load);
    const wanted: Record<string, string[]>[] = [];
    const all: (readonly [string, string])[] = [];
    for (const [name, path] of metadata.filters)
      for (const value of (await readFilter(await load(path), name)).keys()) all.push([name, value]);
    const ofFirst = all.slice(0, VALUES_OF_FIRST);
    for (const [name, value] of [...ofFirst, ...Array.from({ length: SINGLE }, () => random.pick(all))])
      wanted.push({ [name]: [value] });
    const singles = wanted.length;
    while (wanted.length < singles + COMBINATIONS) {
      const query: Record<string, string[]> = {};
      for (let left = 2 + random.below(3); left > 0; left -= 1) {
        const [name, value] = random.pick(left > 1 ? ofFirst : all);
        // Now and then one that no record has.
        query[name] = [...(query[name] ?? []), random.below(20) === 0 ? "none" : value];
      }
      wanted.push(query);
    }
    let found = 0;
    for (const query of wanted) {
      const { results } = await theirs.search(null, { filters: query });
      const mine = await ours.recordsWith(query);
      assert.deepEqual(mine.toSorted(), results.map(({ id }) => id).sort(), JSON.stringify(query));
      if (Object.values(query).flat().length > 1 && mine.length > 0) found += 1;
    }
    assert.ok(found > COMBINATIONS / 20, `${found} of ${COMBINATIONS} combinations are found`);
  });

  it("have all records, filters and values that Pagefind's own reader finds in them", async () => {
    const counts: Record<string, Record<string, number>> = {};
    for (const [name, path] of metadata.filters) {
      const values = await readFilter(await load(path), name);
      counts[name] = Object.fromEntries([...values].map(([value, records]) => [value, records.length]));
    }
    assert.deepEqual(counts, await theirs.filters());
    assert.ok(metadata.filters.size > 255);
    const { results } = await theirs.search(null, { filters: { [shardFilter(0)]: ["all"] } });
    assert.deepEqual(metadata.records.toSorted(), results.map(({ id }) => id).sort());
    assert.equal(metadata.records.length, RECORDS);
  });

  it("are read too where a host has decompressed them on their way", async () => {
    assert.deepEqual(await readMetadata(new Uint8Array(gunzipSync(metadataFile()))), metadata);
  });
});

describe("what is not of this layout", () => {
  /** @returns the metadata with their content, as text of one byte a character, changed */
  const changed = (change: (content: string) => string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(gzipSync(Buffer.from(change(gunzipSync(metadataFile()).toString("latin1")), "latin1")));

  for (const { what, change, message } of [
    {
      what: "another version",
      change: (all: string) => all.replace(PAGEFIND_VERSION, "1.7.0"),
      message: /version 1\.7\.0/u,
    },
    {
      what: "another signature",
      change: (all: string) => all.replace(SIGNATURE, "pagefind_xyz"),
      message: /no signature/u,
    },
    { what: "less than the whole", change: (all: string) => all.slice(0, -100), message: /an end too soon/u },
    { what: "more than the whole", change: (all: string) => `${all}\0`, message: /more after its end/u },
    { what: "another kind of value", change: () => `${SIGNATURE}\xa0`, message: /a value of kind 5/u },
    { what: "a list of other length", change: () => `${SIGNATURE}\x81\x00`, message: /1 items in place of 6/u },
    { what: "a list without a length", change: () => `${SIGNATURE}\x9f`, message: /a length of kind 31/u },
  ])
    it(`is refused: ${what}`, async () => {
      await assert.rejects(readMetadata(changed(change)), message);
    });

  it("is refused: a page of a host in place of a file", async () => {
    await assert.rejects(readMetadata(new TextEncoder().encode("<!doctype html>")), /no signature/u);
  });

  it("is refused: a filter that is missing, that cannot be loaded, or is another", async () => {
    const [[name, path] = ["", ""], [other] = [""]] = [...metadata.filters];
    await assert.rejects(new PagefindFilters(metadata, load).recordsWith({ none: ["all"] }), /no filter none/u);
    const nowhere = () => Promise.reject(new Error("404"));
    await assert.rejects(new PagefindFilters(metadata, nowhere).recordsWith({ [name]: ["all"] }), /404/u);
    await assert.rejects(readFilter(await load(path), other), /in place of/u);
  });
});
