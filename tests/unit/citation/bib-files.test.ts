import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toBiblatex, toBibtex } from "../../../src/citation/bibtex.ts";
import type { CitationRecord } from "../../../src/citation/record.ts";
import { SOURCE_WRITERS } from "../../../src/citation/sources.ts";
import type { CslItem } from "../../../src/schemas/references.ts";
import { essay, records } from "./helpers.ts";

interface Entry {
  readonly kind: string;
  readonly fields: ReadonlyMap<string, string>;
}

function entries(text: string): Entry[] {
  return text
    .split(/^@/mu)
    .filter((entry) => entry.trim())
    .map((entry) => {
      const lines = [...entry.matchAll(/^ {2}([a-z]+) = (.*?),?$/gmu)];
      const names = lines.map(([, name]) => name);
      assert.equal(new Set(names).size, names.length, entry);
      return {
        kind: /^\w+/u.exec(entry)?.[0] ?? "",
        fields: new Map(lines.map(([, name = "", value = ""]) => [name, value])),
      };
    });
}

/** What plain.bst warns of where it is missing; of what stands in brackets one is enough. */
const CLASSIC: Readonly<Record<string, readonly (readonly string[])[]>> = {
  article: [["author"], ["title"], ["journal"], ["year"]],
  book: [["author", "editor"], ["title"], ["publisher"], ["year"]],
  incollection: [["author"], ["title"], ["booktitle"], ["publisher"], ["year"]],
  misc: [],
  techreport: [["author"], ["title"], ["institution"], ["year"]],
  unpublished: [["author"], ["title"], ["note"]],
};

/** Kinds of BibLaTeX; `date` is its own, and what only BibTeX has is not there. */
const BIBLATEX = new Set([
  ..."article book inbook online report misc unpublished legislation jurisdiction legal".split(" "),
]);
const OTHERS = ["year", "journal", "address", "month", "day", "school", "institution"];

const journal: CitationRecord[] = records
  .filter(({ work }) => !work)
  .map((record) => ({ ...record, container: { title: "Review", issn: ["1234-5679"], volume: "7", issue: "2" } }));
const all = [...records, ...journal, ...records.map((record) => ({ ...record, publisher: undefined }))];
const sources = Object.values(essay.references) as CslItem[];

describe("the file for BibTeX", () => {
  it("has kinds that BibTeX knows, with all that it wants of each", () => {
    const found = [...all.flatMap((record) => entries(toBibtex(record))), ...entries(SOURCE_WRITERS.bib(sources))];
    assert.equal(found.length, all.length + sources.length);
    for (const { kind, fields } of found) {
      const needs = CLASSIC[kind];
      assert.ok(needs, kind);
      for (const names of needs)
        assert.ok(
          names.some((name) => fields.has(name)),
          `@${kind} without ${names}: ${fields.get("title")}`,
        );
      assert.ok(!fields.has("date"));
      assert.match(fields.get("language") ?? "", /^\{[a-z]{2,3}(-\w+)*\}$/u);
    }
  });
});

describe("the file for BibLaTeX", () => {
  it("has its own kinds and fields", () => {
    const found = [
      ...all.flatMap((record) => entries(toBiblatex(record))),
      ...entries(SOURCE_WRITERS["biblatex.bib"](sources)),
    ];
    assert.equal(found.length, all.length + sources.length);
    for (const { kind, fields } of found) {
      assert.ok(BIBLATEX.has(kind), kind);
      for (const name of OTHERS.filter((other) => kind !== "report" || other !== "institution"))
        assert.ok(!fields.has(name), `${kind}: ${name}`);
      assert.match(fields.get("date") ?? "", /^\{(?:\d{4}(-\d\d){0,2}|XXXX)\}$/u);
      if (fields.get("date") === "{XXXX}") assert.equal(kind, "misc");
      assert.ok(fields.has("author") || kind === "misc", kind);
      if (kind === "inbook") assert.ok(fields.has("booktitle") && fields.has("date"));
    }
  });
});
