import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { en } from "../../../src/i18n/en.ts";
import { fromMessages } from "../../../src/i18n/message.ts";
import { strings as searchStrings } from "../../../src/i18n/search/en.ts";
import { type ReadTranslations, readCustomTranslations } from "../../../src/integrations/custom-translations.ts";

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
    const { problems, warnings, strings } = read({}, ["ja", "fr"]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      warnings.map(({ file, what }) => [file, what.includes("“fr”")]),
      [["essay.yaml", true]],
    );
    const fr = fromMessages(strings["fr"]?.interface ?? {}, en, "fr");
    assert.deepEqual([fr.languageName, fr.enter, fr.contents], ["français", "Read in French", "Contents"]);
    for (const [key, own] of Object.entries(en)) {
      const string = fr[key as keyof typeof fr];
      if (typeof own === "string" && /English/u.test(own)) assert.notEqual(string, own, key);
    }
    assert.doesNotMatch(fr.draftNotice("Japanese") + fr.parallelIntroduction("Japanese"), /English/u);
  });

  test("are told by line where a key is not known, and by name where one is missing", () => {
    const { problems } = read({ "fr.yaml": "languageName: Français\ncontent: Sommaire\n" }, ["fr"]);
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [["i18n/fr.yaml", 2]],
    );
    const { warnings } = read({ "fr.yaml": "languageName: Français\n" }, ["fr"]);
    assert.equal(warnings.length, 1);
    const count = Object.keys(en).length + Object.keys(searchStrings).length - 1;
    assert.match(warnings[0]?.what ?? "", new RegExp(`^${count} strings are missing and are shown in English: `, "u"));
  });

  test("do not replace the site's own", () => {
    const { problems } = read({ "en.yaml": "contents: Index\n" }, ["ja", "en"]);
    assert.match(problems[0]?.what ?? "", /the site has its own strings for “en”/u);
  });
});
