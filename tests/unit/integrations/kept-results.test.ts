import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { CitationRecord } from "../../../src/citation/record.ts";
import { type FormatText, stylesFor, type WrittenCitation, withTextStyles } from "../../../src/citation/text-styles.ts";
import { openResults, versionOfProgram } from "../../../src/integrations/kept-results.ts";
import { openTrees } from "../../../src/integrations/kept-trees.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
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

  it("are made once, and again from anything else", () => {
    const kept = openResults<string>(file(), "1");
    let made = 0;
    const make = () => {
      made += 1;
      return `made ${made}`;
    };
    assert.equal(kept.once(["a", "b"], make), "made 1");
    assert.equal(kept.once(["a", "b"], make), "made 1");
    for (const others of [["ab"], ["a", "b", ""], ["b", "a"]]) kept.once(others, make);
    assert.equal(made, 4);
    kept.save();
    assert.equal(openResults<string>(file(), "1").once(["a", "b"], make), "made 1");
  });

  it("go by every file of the program and by its packages, and are none where nobody knows those", () => {
    const version = (change?: () => void) => {
      change?.();
      // A program is looked at once; this one is another each time.
      copies += 1;
      const copy = `${folder}-${copies}`;
      cpSync(folder, copy, { recursive: true });
      const found = versionOfProgram(copy);
      rmSync(copy, { recursive: true });
      return found;
    };
    let copies = 0;
    const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
    mkdirSync(join(folder, "src", "pages"), { recursive: true });
    write("src/pages/a.ts", "1");
    assert.equal(version(), undefined);
    const unknown = openResults<string>(file(), undefined);
    unknown.set("a", "made of a");
    unknown.save();
    assert.equal(existsSync(file()), false);
    const versions = [
      version(() => write("package-lock.json", "1")),
      version(() => write("package-lock.json", "2")),
      version(() => write("src/pages/a.ts", "2")),
      version(() => renameSync(join(folder, "src/pages/a.ts"), join(folder, "src/pages/b.ts"))),
    ];
    assert.equal(new Set(versions).size, versions.length);
    assert.equal(version(), versions.at(-1));
  });

  it("are trees that are as parsed, whatever was done to those that were given before", () => {
    const source = ["---", "title: A", "---", "", "A *word*[^a] and $x$.", "", "[^a]: A note.", ""].join("\n");
    const first = openTrees(file(), "1");
    const given = first.parse(source);
    assert.deepEqual(given, parseSection(source));
    given.children.length = 0;
    assert.deepEqual(first.parse(source), parseSection(source));
    first.save();
    assert.deepEqual(openTrees(file(), "1").parse(source), parseSection(source));
    assert.throws(() => first.parse("<A>"), /closing tag/u);
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
