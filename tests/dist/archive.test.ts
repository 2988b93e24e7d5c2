import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { WARCParser } from "warcio";
import { archiveSite } from "../../scripts/archive.ts";
import type { Essay } from "../../src/essay/model.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { readMark } from "../../src/integrations/output-folder.ts";
import { essayIn } from "../support/essays.ts";
import { PROJECT_ROOT } from "../support/project.ts";
import { testSite } from "../support/sites.ts";

// A small one: what holds for a hundred files holds for a thousand.
const { directory, basePath } = testSite("arabic");
const settings = readBuildSettings(
  { ESSAY_DIR: join(PROJECT_ROOT, "tests/fixtures/arabic"), OUT_DIR: directory },
  PROJECT_ROOT,
);
const HOME = `${settings.siteUrl}${basePath}`;

describe("the site as a web archive", () => {
  let essay: Essay;
  let archive: Uint8Array;
  let parts: Record<string, Uint8Array>;
  before(async () => {
    ({ essay } = await essayIn(settings.essayDirectory));
    archive = await archiveSite(essay, settings);
    parts = unzipSync(archive);
  });
  const part = (name: string) => parts[name] ?? new Uint8Array();
  const iterate = (bytes: Uint8Array) =>
    (async function* () {
      yield bytes;
    })();

  it("has every file that is served, as it is, under its public address", async () => {
    const answers = new Map<string, { content: Uint8Array; type: string | undefined | null }>();
    for await (const record of WARCParser.iterRecords(iterate(part("archive/data.warc.gz")))) {
      const content = await record.readFully(true);
      if (record.warcType !== "response") continue;
      assert.equal(record.httpHeaders?.statusCode, 200);
      answers.set(record.warcTargetURI ?? "", { content, type: record.httpHeaders?.headers.get("Content-Type") });
    }
    const served = (readMark(directory)?.files ?? []).filter((file) => !/(^|\/)(_headers$|\.)/u.test(file));
    assert.ok(served.length > 80, String(served.length));
    assert.equal(answers.size, served.length);
    for (const file of served) {
      const answer = answers.get(HOME + file.replace(/(?<=^|\/)index\.html$/u, ""));
      assert.ok(answer && Buffer.from(answer.content).equals(readFileSync(join(directory, file))), file);
    }
    assert.equal(answers.get(`${HOME}ar/`)?.type, "text/html; charset=utf-8");
    assert.match(answers.get(`${HOME}ar/${essay.id}.epub`)?.type ?? "", /^application\/epub\+zip/u);
  });

  it("finds each of them by its index, without reading the others", async () => {
    const lines = strFromU8(part("indexes/index.cdx")).trimEnd().split("\n");
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
    for (const line of lines) {
      const entry = JSON.parse(line.slice(line.indexOf("{"))) as Record<"url" | "offset" | "length" | "digest", string>;
      const [offset, length] = [Number(entry.offset), Number(entry.length)];
      const record = await WARCParser.parse(iterate(part("archive/data.warc.gz").subarray(offset, offset + length)));
      assert.equal(record?.warcTargetURI, entry.url);
    }
  });

  it("lists its parts with their sums, and its pages with their titles", () => {
    const listing = JSON.parse(strFromU8(part("datapackage.json"))) as {
      mainPageUrl: string;
      created: string;
      resources: { path: string; hash: string; bytes: number }[];
    };
    const sum = (bytes: Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    assert.equal(listing.resources.length, 3);
    for (const { path, hash, bytes } of listing.resources) {
      assert.equal(hash, sum(part(path)), path);
      assert.equal(bytes, part(path).length, path);
    }
    assert.equal(JSON.parse(strFromU8(part("datapackage-digest.json"))).hash, sum(part("datapackage.json")));
    const pages = strFromU8(part("pages/pages.jsonl"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { url?: string; title: string; ts?: string });
    assert.ok(pages.some(({ url }) => url === listing.mainPageUrl));
    const [section] = essay.texts["ar"]?.sections ?? [];
    const page = pages.find(({ url }) => url === `${HOME}ar/${section?.id}/`);
    assert.ok(section && page);
    assert.ok(page.title.includes(section.title));
    // Without the time of its record a page is not found.
    assert.equal(page.ts, listing.created);
  });

  it("is the same bytes again, and is refused for another address", async () => {
    assert.ok(Buffer.from(archive).equals(await archiveSite(essay, settings)));
    await assert.rejects(archiveSite(essay, { ...settings, siteUrl: "https://example.com" }), /SITE_URL/u);
  });
});
