import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { type CitationBundle, citationBundle } from "../../../src/citation/bundle.ts";
import { citationRecord } from "../../../src/citation/record.ts";
import { stylesFor } from "../../../src/citation/text-styles.ts";
import { makeCitation } from "../../../src/elements/citation/make-citation.ts";
import type { TextStyle } from "../../../src/essay/citation-styles.ts";
import { LOCATOR_KINDS, type LocatorKind } from "../../../src/essay/locators.ts";
import type { Essay } from "../../../src/essay/model.ts";
import { citeStrings } from "../../../src/i18n/citation/index.ts";
import { fixture } from "../../support/essays.ts";
import { formattersIn, essay as restatement, SITE } from "./helpers.ts";

const [original, translation] = await Promise.all([fixture("two-authors"), fixture("translated")]);
const withPublisher: Essay = { ...original, people: { ...original.people, editors: [] } };

const ANCHORS: Readonly<Record<LocatorKind, string>> = {
  paragraph: "p7",
  note: "note-seven",
  "editor-note": "note-ed-seven",
  figure: "figure-seven",
};

interface Parsed {
  readonly id: string;
  readonly title: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly editor?: unknown;
  readonly translator?: unknown;
  readonly note?: string;
}
const parse = (format: string, text: string): Parsed => {
  const [item] = (
    format === "csl" ? JSON.parse(text) : plugins.input.chain(text, { forceType: FORMATS[format] ?? "" })
  ) as Parsed[];
  return item ?? assert.fail(`${format} has no entry.`);
};
const FORMATS: Readonly<Record<string, string>> = { bibtex: "@biblatex/text", ris: "@ris/file" };

/** By essay, who is cited for what is the essay's and who for what is the editors', and which kinds of place that is. */
const CASES: readonly (readonly [
  name: string,
  essay: Essay,
  section: string,
  essays: RegExp,
  editors: RegExp,
  ofEditors: readonly LocatorKind[],
])[] = [
  ["a restatement", restatement, "przewodow", /The editors|編集部/u, /The editors|編集部/u, ["editor-note", "figure"]],
  ["an original essay", original, "tower", /Calloway/u, /The Review’s Editorial Board/u, ["editor-note"]],
  ["an essay without named editors", withPublisher, "tower", /Calloway/u, /Tidewater Press/u, ["editor-note"]],
  ["a translation", translation, "salz", /Brandi/u, /Ahlgrimm/u, ["editor-note", "figure"]],
];

/** Letters of an entry in which its authors stand. */
const BEGINNING = 45;

for (const [name, essay, section, ofEssay, ofEditors, editorial] of CASES) {
  const languages = essay.languages.filter((language) => language !== "he");
  const cited = { ...essay, languages };
  const { format } = await formattersIn(languages);
  describe(`in ${name}`, () => {
    for (const language of languages) {
      const record = citationRecord(cited, SITE, language, section);
      const bundle: CitationBundle = citationBundle(record, format);
      const cite = (kind: LocatorKind | undefined, style: TextStyle | "bibtex" | "ris" | "csl") => {
        const anchor = kind ? ANCHORS[kind] : "";
        const common = { bundle: record.name, words: "words", unitWords: "words", isSelection: false };
        const target = { ...common, kind, anchor, number: kind ? "7" : "" };
        return makeCitation(bundle, target, style, language, citeStrings(language).locator, "2027-05-09");
      };

      it(`every style names who wrote what is cited, in ${language}`, () => {
        for (const style of stylesFor(languages))
          for (const kind of LOCATOR_KINDS) {
            const { entry } = cite(kind, style);
            const isOfEditors = editorial.includes(kind);
            assert.match(entry.slice(0, BEGINNING), isOfEditors ? ofEditors : ofEssay, `${style}: ${entry}`);
            const said = citeStrings(language)
              .editorial[essay.kind](record.names[language]?.sourceAuthor ?? "")
              .toLowerCase();
            assert.equal(entry.toLowerCase().includes(said), isOfEditors, `${style}: ${entry}`);
          }
      });

      it(`every file has an entry of its own for each place, by who wrote it, in ${language}`, () => {
        for (const style of ["bibtex", "ris", "csl"] as const) {
          const entries = [undefined, ...LOCATOR_KINDS].map(
            (kind) => [kind, parse(style, cite(kind, style).entry)] as const,
          );
          assert.equal(new Set(entries.map(([, { id }]) => id)).size, entries.length, style);
          for (const [kind, { id, title, author = [], editor, translator, note = "" }] of entries) {
            const isOfEditors = kind !== undefined && editorial.includes(kind);
            const [first] = author;
            assert.match(first?.literal ?? first?.family ?? "", isOfEditors ? ofEditors : ofEssay, `${style} ${kind}`);
            assert.equal(id, kind ? `${record.key}-${ANCHORS[kind]}` : record.key);
            const place = kind && citeStrings(language).locator[kind]("7");
            assert.equal(title, isOfEditors ? `${record.title}: ${place}` : record.title);
            if (place) assert.ok(note.startsWith(place), note);
            assert.equal(note.includes(record.editorial), isOfEditors, `${style} ${kind}`);
            // Whose work is restated or translated is there for who wants to cite that: its author, title and year.
            if (record.basis && !isOfEditors)
              for (const said of [record.basis.title, String(record.basis.issued?.["date-parts"][0][0])])
                assert.ok(note.includes(said), `${style} ${kind}: ${note}`);
            if (isOfEditors) assert.deepEqual([editor, translator], [undefined, undefined]);
          }
        }
      });
    }
  });
}
