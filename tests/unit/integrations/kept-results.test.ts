import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { CitationRecord } from "../../../src/citation/record.ts";
import { type FormatText, stylesFor, type WrittenCitation, withTextStyles } from "../../../src/citation/text-styles.ts";
import { openResults } from "../../../src/integrations/kept-results.ts";
import { records } from "../citation/helpers.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, "cache", "results.json");

describe("results kept from build to build", () => {
  it("are found again by what they were made from", () => {
    const first = openResults<string>(file(), "1");
    assert.equal(first.get("a"), undefined);
    first.set("a", "made of a");
    first.save();
    const second = openResults<string>(file(), "1");
    assert.equal(second.get("a"), "made of a");
    assert.equal(second.get("a "), undefined);
    assert.deepEqual(readdirSync(join(folder, "cache")), ["results.json"]);
  });

  it("are forgotten with another version, and where their file is spoilt", () => {
    const first = openResults<string>(file(), "1");
    first.set("a", "made of a");
    first.save();
    assert.equal(openResults<string>(file(), "2").get("a"), undefined);
    writeFileSync(file(), readFileSync(file(), "utf8").slice(0, 20));
    assert.equal(openResults<string>(file(), "1").get("a"), undefined);
  });

  it("are those that the last build asked for", () => {
    const first = openResults<string>(file(), "1");
    first.set("a", "made of a");
    first.set("b", "made of b");
    first.save();
    const second = openResults<string>(file(), "1");
    second.get("b");
    second.save();
    const third = openResults<string>(file(), "1");
    assert.equal(third.get("a"), undefined);
    assert.equal(third.get("b"), "made of b");
  });

  it("give citations that a build without them gives, and others where a title, a name or an edition differs", async () => {
    const [record] = records;
    assert.ok(record);
    const changed = [
      { ...record, title: `${record.title}: “more”` },
      { ...record, version: "9.9.9" },
      { ...record, names: { ...record.names, en: { ...record.names["en"], authors: [{ literal: "Somebody" }] } } },
    ] as CitationRecord[];
    const cited = (some: readonly CitationRecord[]) => (format: FormatText) =>
      some.map((one) =>
        stylesFor(["en"]).map((style) =>
          format(one, style, "en", { kind: "note", number: "3", url: "https://example.org/", accessed: "2026-01-02" }),
        ),
      );
    const all = cited([record, ...changed]);
    const fresh = await withTextStyles(["en"], all);
    assert.equal(new Set(fresh.map((citations) => JSON.stringify(citations))).size, 1 + changed.length);

    // What was kept of the record alone must not be taken for that of the changed ones.
    const first = openResults<WrittenCitation>(file(), "1");
    await withTextStyles(["en"], cited([record]), first);
    first.save();
    const second = openResults<WrittenCitation>(file(), "1");
    assert.deepEqual(await withTextStyles(["en"], all, second), fresh);
    second.save();

    // All are kept now: citeproc has nothing to do.
    const { get } = openResults<WrittenCitation>(file(), "1");
    const kept = { get, set: () => assert.fail("citeproc was asked again") };
    assert.deepEqual(await withTextStyles(["en"], all, kept), fresh);
  });
});
