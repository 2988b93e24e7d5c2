import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { SOURCE_WRITERS } from "../../../src/citation/sources.ts";
import type { CslItem } from "../../../src/schemas/references.ts";
import { PROJECT_ROOT } from "../../support/project.ts";

const items = JSON.parse(readFileSync(join(PROJECT_ROOT, "content", "references.json"), "utf8")) as CslItem[];

/** What a reference manager reads of a work. */
interface Read {
  readonly title: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly "date-parts": readonly (readonly (number | string)[])[] };
  readonly URL?: string;
}

const yearOf = ({ issued }: Pick<Read, "issued">) => issued && Number(issued["date-parts"][0]?.[0]);

describe("the sources as files", () => {
  for (const [format, extension] of [
    ["@biblatex/text", "biblatex.bib"],
    ["@ris/file", "ris"],
  ] as const)
    it(`are read by Citation.js from ${extension} as they stand in references.json`, () => {
      const written = SOURCE_WRITERS[extension](items);
      const read = plugins.input.chain(written, { forceType: format }) as Read[];
      assert.equal(read.length, items.length);
      items.forEach((item, index) => {
        const found = read[index];
        assert.equal(found?.title, item.title);
        assert.equal(found?.URL, item.URL, item.id);
        if (item.issued) assert.equal(found && yearOf(found), item.issued["date-parts"][0][0], item.id);
        const [author] = item.author ?? [];
        const name = author && ("literal" in author ? author.literal : author.family);
        // Of the author of an article in a newspaper, which RIS calls so too, Citation.js makes its reporter.
        if (extension === "ris") assert.ok(!name || written.includes(`AU  - ${name}`), item.id);
        else assert.equal(found?.author?.[0]?.literal ?? found?.author?.[0]?.family, name, item.id);
      });
    });

  it("have in CSL-JSON what CSL knows, and nothing of this site's own", () => {
    const read = JSON.parse(SOURCE_WRITERS["csl.json"](items)) as Record<string, unknown>[];
    for (const item of read) for (const key of ["reading", "romanised", "translation"]) assert.ok(!(key in item));
    assert.deepEqual(
      read.map(({ id }) => id),
      items.map(({ id }) => id),
    );
  });
});
