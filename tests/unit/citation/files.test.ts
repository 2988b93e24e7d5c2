import assert from "node:assert/strict";
import { test } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { toBiblatex, toBibtex } from "../../../src/citation/bibtex.ts";
import { toCslJson } from "../../../src/citation/csl-json.ts";
import { sortedName } from "../../../src/citation/names.ts";
import { type CitationRecord, noteOf } from "../../../src/citation/record.ts";
import { toRis } from "../../../src/citation/ris.ts";
import { records } from "./helpers.ts";

/** What Citation.js makes of a file: CSL-JSON. */
interface Parsed {
  readonly type: string;
  readonly title: string;
  readonly "container-title"?: string;
  readonly author: readonly { readonly family?: string; readonly literal?: string; readonly given?: string }[];
  readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL: string;
  readonly language?: string;
  readonly note?: string;
  readonly edition?: string;
  readonly version?: string;
}

const FORMATS: Readonly<Record<string, (record: CitationRecord) => string>> = {
  "@biblatex/text": toBiblatex,
  "@ris/file": toRis,
  "@csl/text": toCslJson,
};

function parse(format: string, text: string): Parsed[] {
  if (format === "@csl/text") return plugins.input.chain(JSON.parse(text)) as Parsed[];
  return plugins.input.chain(text, { forceType: format }) as Parsed[];
}

for (const [format, write] of Object.entries(FORMATS)) {
  test(`Citation.js reads from ${format} what the record says`, () => {
    for (const record of records) {
      const [item, ...others] = parse(format, write(record));
      assert.ok(item && others.length === 0);
      assert.equal(item.type, record.work ? "chapter" : "webpage", record.key);
      assert.equal(item.title, record.title);
      assert.equal(item["container-title"], record.work?.title);
      assert.equal(
        item.author[0]?.literal ?? item.author[0]?.family,
        record.authors[0]?.name && sortedName(record.authors[0].name),
      );
      assert.equal(item.author[0]?.given, undefined);
      const date = record.date.split("-").map(Number);
      // Of a chapter in RIS Citation.js reads the year (PY) and not the day (DA).
      const read = item.issued["date-parts"][0] ?? [];
      assert.deepEqual(read, date.slice(0, format === "@ris/file" && record.work ? 1 : 3));
      assert.equal(item.URL, record.url);
      assert.equal(item.note, noteOf(record));
      assert.ok((item.version ?? item.edition)?.includes(record.version));
    }
  });
}

test("what TeX would read as a command comes through BibTeX as it is written", () => {
  const [record] = records;
  assert.ok(record);
  const title = "100 % of R&D: {braces}, $5, #1, a_b, x^y, ~ and \\";
  const [item] = parse("@biblatex/text", toBibtex({ ...record, title }));
  assert.equal(item?.title.replaceAll(/<[^>]+>/gu, ""), title);
});
