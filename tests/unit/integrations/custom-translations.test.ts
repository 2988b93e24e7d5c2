import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { citeStrings } from "../../../src/i18n/citation/en.ts";
import type { StringSet } from "../../../src/i18n/custom.ts";
import { en } from "../../../src/i18n/en.ts";
import { englishFor } from "../../../src/i18n/english-for.ts";
import { fromMessages, isGroup } from "../../../src/i18n/message.ts";
import { strings as searchStrings } from "../../../src/i18n/search/en.ts";
import { type ReadTranslations, readCustomTranslations } from "../../../src/integrations/custom-translations.ts";
import { SET_MODELS } from "../../../src/integrations/string-models.ts";

const FIXTURE = resolve(import.meta.dirname, "../../fixtures/trilingual");

function read(files: Readonly<Record<string, string>>, languages: readonly string[]): ReadTranslations {
  const directory = mkdtempSync(join(tmpdir(), "strings-"));
  mkdirSync(join(directory, "i18n"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, "i18n", name), text);
  try {
    return readCustomTranslations(directory, languages, (path) => path);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("the strings that an essay brings", () => {
  test("are used for a language that the site does not speak", () => {
    const { strings, problems } = readCustomTranslations(FIXTURE, ["ja", "en", "fr"], (path) => path);
    assert.deepEqual(problems, []);
    const fr = fromMessages(strings["fr"]?.interface ?? {}, en, "fr");
    assert.equal(fr.contents, "Sommaire");
    assert.equal(fr.edition("1.0.0", "mai"), "Édition 1.0.0 (mai)");
    assert.equal(fr.paragraphRange("1", "3"), "¶1–3");
    assert.equal(fr.paragraphRange("2", "2"), "¶2");
    assert.equal(fr.sectionLabel(2, "3"), "(3)");
    assert.equal(fr.sectionLabel(1, "3"), "3");
    const search = fromMessages(strings["fr"]?.search ?? {}, searchStrings, "fr");
    assert.equal(search.hits(1), "1 occurrence");
    assert.equal(search.hits(2), "2 occurrences");
    assert.equal(search.place("note", "4"), "Note 4");
  });

  test("are English where there are none, and name the language and not English", () => {
    const { problems, warnings, strings } = read({}, ["ja", "nl"]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      warnings.map(({ file, what }) => [file, what.includes("“nl”")]),
      [["essay.yaml", true]],
    );
    const nl = fromMessages(strings["nl"]?.interface ?? {}, englishFor("nl"), "nl");
    assert.deepEqual([nl.languageName, nl.enter, nl.contents], ["Nederlands", "Read in Dutch", "Contents"]);
    for (const [key, own] of Object.entries(en)) {
      const string = nl[key as keyof typeof nl];
      if (typeof own === "string" && /English/u.test(own)) assert.notEqual(string, own, key);
    }
    assert.doesNotMatch(nl.draftNotice("Japanese") + nl.parallelIntroduction("Japanese"), /English/u);
  });

  test("are told by line where a key is not known, and by name where one is missing", () => {
    const { problems } = read({ "nl.yaml": "languageName: Nederlands\ncontent: Inhoud\n" }, ["nl"]);
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [["i18n/nl.yaml", 2]],
    );
    const { warnings } = read({ "nl.yaml": "languageName: Nederlands\nreadingTools:\n  keys:\n    next: Volgende\n" }, [
      "nl",
    ]);
    assert.equal(warnings.length, 1);
    const { what = "" } = warnings[0] ?? {};
    assert.match(what, /^\d{3} strings are missing and are shown in English: /u);
    for (const key of ["contents", "citations.locator.note", "citationDialog.copied", "noteWindow.toList.term"])
      assert.ok(what.includes(` ${key},`), key);
    assert.ok(what.includes("readingTools.keys.previous") && !what.includes("readingTools.keys.next,"));
  });

  test("are all strings of every set", () => {
    const all = {
      ...everyString(SET_MODELS.interface),
      ...Object.fromEntries(SETS.map(([key, set]) => [key, everyString(SET_MODELS[set])])),
    };
    const { problems, warnings, strings } = read({ "nl.yaml": JSON.stringify(all) }, ["nl"]);
    assert.deepEqual([problems, warnings], [[], []]);
    const given = strings["nl"] ?? assert.fail();
    for (const [set, model] of Object.entries(SET_MODELS))
      assert.doesNotMatch(wordsOf(fromMessages(given[set as StringSet], model, "nl")), /[a-z]{4}/u, set);
    const citing = fromMessages(given.citing, citeStrings, "nl");
    assert.equal(citing.retired("moved", "¶3", "1.0.0", "¶4", "paragraph"), "¶3 1.0.0 ¶4");
  });

  test("change single strings of a language that the site speaks", () => {
    const { problems, warnings, strings } = read({ "de.yaml": "contents: Übersicht\n" }, ["de"]);
    assert.deepEqual([problems, warnings], [[], []]);
    assert.deepEqual(strings["de"]?.interface, { contents: "Übersicht" });
  });
});

const SETS = [
  ["citations", "citing"],
  ["editions", "editions"],
  ["formats", "formats"],
  ["citationDialog", "citation"],
  ["noteWindow", "notes"],
  ["readingTools", "reading"],
  ["searchResults", "search"],
] as const;

/** Every string of a set, without a word: its values, or a dash. */
const everyString = (model: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(model).flatMap(([key, own]) => {
      if (Array.isArray(own)) return [];
      if (key === "retired") return [[key, "{2} {3} {4}"]];
      return [[key, typeof own === "function" ? "{1}" : isGroup(own) ? everyString(own) : "–"]];
    }),
  );

/** All that a set says where every value is a number. */
const wordsOf = (set: object): string =>
  Object.values(set)
    .map((value) =>
      typeof value === "function"
        ? value(1, 2, 3, 4)
        : isGroup(value)
          ? wordsOf(value)
          : Array.isArray(value)
            ? ""
            : value,
    )
    .join("\n");
