import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FALLBACK_LANGUAGE } from "../../../src/essay/language.ts";
import { citeStrings } from "../../../src/i18n/citation/index.ts";
import { editionStrings } from "../../../src/i18n/editions/index.ts";
import { formatStrings } from "../../../src/i18n/formats/index.ts";
import { formatDate, OWN_LANGUAGES, strings } from "../../../src/i18n/index.ts";
import { loadStrings } from "../../../src/i18n/load.ts";

describe("a date", () => {
  it("is as exact as it is known, in Japanese", () => {
    assert.equal(formatDate("2023", "ja"), "2023年");
    assert.equal(formatDate("2023-03", "ja"), "2023年3月");
    assert.equal(formatDate("2023-03-07", "ja"), "2023年3月7日");
  });

  it("is as exact as it is known, in English", () => {
    assert.equal(formatDate("2023", "en"), "2023");
    assert.equal(formatDate("2023-03", "en"), "March 2023");
    assert.equal(formatDate("2023-03-07", "en"), "7 March 2023");
  });

  it("is the same day wherever the site is built", () => {
    const zone = process.env["TZ"];
    try {
      for (const place of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
        process.env["TZ"] = place;
        assert.equal(formatDate("2024-01-01", "en"), "1 January 2024");
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });
});

describe("a language without strings", () => {
  it("speaks English, on the pages and in the search", async () => {
    assert.equal(strings("nl").contents, strings("en").contents);
    assert.equal((await loadStrings("search", "nl")).loading, (await loadStrings("search", "en")).loading);
  });
});

describe("the languages that the site speaks", () => {
  it("name themselves, and say nothing in English", async () => {
    for (const language of OWN_LANGUAGES.filter((tag) => tag !== FALLBACK_LANGUAGE)) {
      const sets = await Promise.all(SCRIPT_SETS.map((set) => loadStrings(set, language)));
      const english = await Promise.all(SCRIPT_SETS.map((set) => loadStrings(set, FALLBACK_LANGUAGE)));
      const own = [
        strings(language),
        citeStrings(language),
        editionStrings(language),
        formatStrings(language),
        ...sets,
      ].map((set) => said(set));
      const model = [
        strings(FALLBACK_LANGUAGE),
        citeStrings(FALLBACK_LANGUAGE),
        editionStrings(FALLBACK_LANGUAGE),
        formatStrings(FALLBACK_LANGUAGE),
        ...english,
      ].map((set) => said(set));
      own.forEach((set, index) => {
        for (const [key, words] of Object.entries(set)) {
          assert.ok(words !== "", `${language} ${key}`);
          assert.doesNotMatch(words, /undefined|\[object/u, `${language} ${key}`);
          const isWord = /\p{L}{5}/u.test(words);
          if (isWord && !SAME.has(words)) assert.notEqual(words, model[index]?.[key], `${language} ${key}`);
        }
      });
      assert.equal(
        new Intl.DisplayNames([language], { type: "language" }).of(language)?.toLowerCase(),
        strings(language).languageName.toLowerCase(),
      );
    }
  });

  it("are found by their usual script", () => {
    assert.equal(strings("zh").contents, "目录");
    assert.equal(strings("zh-CN").contents, "目录");
    assert.equal(strings("zh-TW").contents, strings(FALLBACK_LANGUAGE).contents);
  });
});

const SCRIPT_SETS = ["citation", "notes", "reading", "search"] as const;
/** Words that are the same in another language. */
const SAME = new Set([
  "Code",
  "Notes",
  "Figures",
  "Publisher",
  "Figure 1",
  "Figure a",
  "Note 1",
  "note 1",
  "note a",
  "figure a",
  "Sections",
  "Style",
  "Sepia",
  "Normal",
  "Formats",
  "Offline",
  "Vertical",
  "Horizontal",
  "Licence",
]);

/** What a set says by key, for letters and numbers in the place of its values. */
const said = (set: object, prefix = ""): Record<string, string> =>
  Object.fromEntries(
    Object.entries(set).flatMap(([key, value]): [string, string][] => {
      if (Array.isArray(value)) return [];
      if (typeof value === "object") return Object.entries(said(value, `${prefix}${key}.`));
      const call = () =>
        ["place", "retired"].includes(key) ? value("note", "a", "b", "c", "paragraph") : value("a", "b", "c", "d");
      return [
        [
          `${prefix}${key}`,
          typeof value === "function"
            ? String(
                key === "retired"
                  ? value("moved", "a", "b", "c", "paragraph")
                  : key === "sectionLabel"
                    ? value(2, "a")
                    : call(),
              )
            : value,
        ],
      ];
    }),
  );
