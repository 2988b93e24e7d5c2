import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { withLanguages } from "../../src/integrations/language-styles.ts";
import { PROJECT_ROOT } from "../support/project.ts";

/** Where languages are named, since that is what these files are for. */
const TABLES: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^src\/essay\/language-profile\.ts$/u, "what languages differ in"],
  [/^src\/essay\/language\.ts$/u, "the language of what has no other"],
  [/^src\/i18n\//u, "their words"],
  [/^src\/search\/words\//u, "their stems and spellings"],
  [/^src\/import\/language\.ts$/u, "the guess which a text is in"],
  [/^src\/citation\/bibtex\.ts$/u, "their names in BibLaTeX"],
];

const TAG = `(?:ar|de|en|es|fa|fr|he|ja|ko|la|pl|pt|ru|zh)(?:-[A-Za-z]+)*`;
/** A tag as a string that is compared, listed or looked up; as a key; in a selector. */
const NAMED = new RegExp(
  String.raw`(["'\x60])${TAG}\1|(?:^|[{,])\s*${TAG}: |:lang\(${TAG}|\[lang[|~^]?=["']?${TAG}\b`,
  "u",
);

/** @returns the line without what only describes or shows an example */
const code = (line: string): string =>
  line
    .replace(/^\s*(?:\*|\/\*|\/\/).*/u, "")
    .replace(/examples: \[.*/u, "")
    .replace(/(?:how|what|text|description): .*/u, "");

it("no language is named where it could be asked for its profile", () => {
  const files = globSync("src/**/*.{ts,astro,css}", { cwd: PROJECT_ROOT }).filter(
    (path) => !TABLES.some(([table]) => table.test(path)),
  );
  assert.ok(files.length > 300);
  const named = files.flatMap((path) =>
    readFileSync(join(PROJECT_ROOT, path), "utf8")
      .split("\n")
      .flatMap((line, index) => (NAMED.test(code(line)) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  assert.deepEqual(named, []);
});

it("such a line would be found", () => {
  for (const line of [
    'if (language === "ja") mark();',
    'language.startsWith("zh-Hant")',
    "const SPEEDS = { ja: 500, en: 238 };",
    ".prose p:lang(ja) {",
    '[lang="en"] {',
  ])
    assert.match(code(line), NAMED);
});

it("a sheet is sent for the languages that the essay has", () => {
  assert.equal(withLanguages("em:lang(x-dotted)", ["ja", "en"]), "em:lang(ja)");
  assert.equal(withLanguages("p:lang(x-spaced)", ["de", "fr"]), "p:is(:lang(de), :lang(fr))");
  assert.equal(withLanguages("p:lang(x-unspaced)", ["ar"]), "p:lang(zxx)");
  assert.throws(() => withLanguages("p:lang(x-fast)", ["ja"]), /no kind of languages “x-fast”/u);
});
