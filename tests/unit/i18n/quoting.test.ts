import assert from "node:assert/strict";
import { test } from "node:test";
import { OWN_LANGUAGES, strings } from "../../../src/i18n/index.ts";
import { quoting } from "../../../src/i18n/quoting.ts";

test("a quotation within a quotation has the inner marks, and one within that the outer ones again", () => {
  const english = quoting(["“", "”", "‘", "’"]);
  assert.equal(english("What to do about the “Russia problem”"), "“What to do about the ‘Russia problem’”");
  assert.equal(english("NATO’s “nerve”"), "“NATO’s ‘nerve’”");
  const japanese = quoting(["「", "」", "『", "』"]);
  assert.equal(japanese("「『内』と外」の線"), "「『「内」と外』の線」");
  assert.equal(japanese("『内』の線"), "「『内』の線」");
  const french = quoting(["«\u00A0", "\u00A0»", "“", "”"]);
  assert.equal(french("le «\u00A0problème\u00A0» russe"), "«\u00A0le “problème” russe\u00A0»");
  const german = quoting(["„", "“", "‚", "‘"]);
  assert.equal(german("das „Problem“"), "„das ‚Problem‘“");
});

test("no language puts a mark into the same mark where it names a section", () => {
  const doubled = /““|””|「「|」」|««|»»|„„/u;
  const titles = ["“Russia”", "「ロシア」", "«روسيا»", "„Russland“"];
  for (const language of OWN_LANGUAGES)
    for (const title of titles) assert.doesNotMatch(strings(language).sectionLink(title), doubled, language);
});
