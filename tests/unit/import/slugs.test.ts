import assert from "node:assert/strict";
import { test } from "node:test";
import { reservedId } from "../../../src/essay/reserved-ids.ts";
import { SlugMaker } from "../../../src/import/slugs.ts";

test("an id is Latin, free, and none of the site's own", async () => {
  const slugs = new SlugMaker("en", reservedId);
  const made: string[] = [];
  for (const title of [
    "The Boats",
    "The Boats",
    "Note on security",
    "Figure 1",
    "Term",
    "Event of May",
    "Source",
    "P12",
    "Search",
    "Full",
    "42",
    "…",
    "Über Ästhetik",
    "Вода",
  ])
    made.push(await slugs.make(title, "part-1"));
  assert.equal(new Set(made).size, made.length);
  for (const id of made) {
    assert.match(id, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u);
    assert.equal(reservedId(id), undefined, id);
  }
  assert.deepEqual(made.slice(0, 3), ["the-boats", "the-boats-2", "on-note-security"]);
});

test("a Japanese title is romanised, a Chinese one transliterated", async () => {
  assert.equal(await new SlugMaker("ja").make("抑止の可視化", "part"), "yokushi-kashi");
  assert.match(await new SlugMaker("zh-Hans").make("民主", "part"), /^min-?zhu$/u);
});

test("a little word that has lost its vowel is no part of an id, and no other word loses its apostrophe's letters", async () => {
  for (const [language, title, id] of [
    ["fr", "Le Droit à l’oubli : une notion d'avenir", "droit-oubli-notion-avenir"],
    ["fr", "L'Europe", "europe"],
    ["fr", "Qu’est-ce qu'un traité ?", "est-ce-traite"],
    ["it", "Storia dell’oblio", "storia-oblio"],
    ["en", "Russia’s war and what it didn't settle", "russias-war-what-it-didnt-settle"],
    ["uk", "Пам'ять", "pamyat"],
  ] as const)
    assert.equal(await new SlugMaker(language).make(title, "part"), id, title);
});

test("headings of the word with which the site's own addresses begin get ids, however many there are", async () => {
  const slugs = new SlugMaker("en", reservedId);
  const ids: string[] = [];
  for (const title of ["Note", "Note", "Note", "Fig."]) ids.push(await slugs.make(title, "heading"));
  assert.deepEqual(new Set(ids).size, 4);
  assert.deepEqual(
    ids.filter((id) => reservedId(id) !== undefined),
    [],
  );
});
