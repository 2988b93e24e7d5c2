import assert from "node:assert/strict";
import { test } from "node:test";
import { selectAll } from "hast-util-select";
import { type Random, randomFrom } from "../../scripts/random.ts";
import { characterSearch } from "../../src/search/characters.ts";
import { MANIFEST_FILE } from "../../src/search/engine.ts";
import type { SearchManifest } from "../../src/search/manifest.ts";
import { spellingsOf, withNearWords } from "../../src/search/near-words.ts";
import { pageTree, sectionPaths } from "../e2e/support/built-site.ts";
import { addressesWith, readUnits, type Unit } from "../e2e/support/built-text.ts";
import { COUNTED, queryFor } from "../e2e/support/queries.ts";
import { SYNONYMS } from "../e2e/support/synonyms.ts";
import {
  addresses,
  askEngine,
  builtIndex,
  exactly,
  type IndexFiles,
  report,
  seedOfRun,
} from "../support/ask-engine.ts";
import { plain } from "../support/plain.ts";

const SUBSTRINGS = 1_000;
const ABSENT_STRINGS = 200;
const SEVERAL_WORDS = 200;
const THROUGH_PAGEFIND = 50;
const LONGEST = 12;
const UNITS = readUnits("ja");

const INTERCHANGEABLE = SYNONYMS.map((words) => words.map(plain));

/** @returns addresses of the units that have a string, or a word that readers type for it, sorted */
function placesOf(words: string): string[] {
  // A string with white space is searched for as a phrase, for which there is no other.
  const others = /\s/u.test(words) ? undefined : INTERCHANGEABLE.find((group) => group.includes(plain(words)));
  return [...new Set((others ?? [words]).flatMap((word) => addressesWith(UNITS, word)))].sort();
}

function substring(random: Random, longest = LONGEST): string {
  const characters = [...random.pick(UNITS).words];
  const start = random.below(characters.length);
  return characters.slice(start, start + 1 + random.below(longest)).join("");
}

/** Fails with the queries of which something else is found than should be, and with nothing besides. */
function expectSame(found: readonly string[], truth: readonly string[], seed: number): void {
  assert.equal(found.length, truth.length);
  const isOther = (line: string, index: number) => line !== truth[index];
  const isMissed = (line: string, index: number) => line !== found[index];
  assert.deepEqual(found.filter(isOther), truth.filter(isMissed), `SEED=${seed}`);
}

test("the truth holds all that can be found, and words for each", () => {
  const full = pageTree("/ja/full/");
  const marked = [
    ...selectAll("[data-paragraph], [data-note], [data-figure], .section-heading", full),
    ...["glossary", "timeline"].flatMap((name) => selectAll("[data-entry]", pageTree(`/ja/${name}/`))),
  ];
  assert.equal(UNITS.length, marked.length);
  assert.ok(UNITS.length > sectionPaths("ja").length);
  assert.deepEqual(
    UNITS.filter(({ words }) => words.length === 0),
    [],
  );
});

test(`${SUBSTRINGS} random substrings are found where they stand, and nowhere else`, async () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const queries = new Map<string, string>();
  while (queries.size < SUBSTRINGS) {
    const words = substring(random);
    const query = queryFor(words);
    if (query) queries.set(query, words);
  }
  const listed = await askEngine("ja", [...queries.keys()]);
  const found = listed.map((result) => report(result.query, addresses(result)));
  const truth = [...queries].map(([query, words]) => report(query, placesOf(words)));
  expectSame(found, truth, seed);
});

/** A walk along the pairs of characters of a unit: all of it is in the index, and hardly any of it in the text. */
function walk(random: Random, { words }: Unit): string {
  const characters = [...words.replaceAll(/\s/gu, "")];
  let text = random.pick(characters);
  for (let length = 4 + random.below(8); length > 0; length -= 1) {
    const last = [...text].at(-1);
    const next = characters.filter((_, index) => characters[index - 1] === last);
    if (next.length === 0) break;
    text += random.pick(next);
  }
  return text;
}

/** Strings that come close to the text without being in it. */
const NEAR_MISSES: readonly ((random: Random) => string)[] = [
  (random) => walk(random, random.pick(UNITS)),
  // From the end of one unit into the next: what stands side by side in the index must not run together.
  (random) => {
    const index = random.below(UNITS.length - 1);
    return `${UNITS[index]?.words.slice(-2 - random.below(4))}${UNITS[index + 1]?.words.slice(0, 2 + random.below(4))}`;
  },
  // One character exchanged for another of the text.
  (random) => {
    const characters = [...substring(random)];
    characters[random.below(characters.length)] = random.pick([...random.pick(UNITS).words]);
    return characters.join("");
  },
  (random) => [...substring(random)].toReversed().join(""),
];

const TEXTS = UNITS.map(({ words }) => words);
const SPELLINGS = spellingsOf(TEXTS);
const hasNearWords = (query: string): boolean =>
  withNearWords(characterSearch.parse(query), TEXTS, SPELLINGS, characterSearch).some(({ synonyms }) => synonyms);

test(`${ABSENT_STRINGS} strings that are not in the text find nothing`, async () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const queries = new Set<string>();
  for (let turn = 0; queries.size < ABSENT_STRINGS; turn += 1) {
    const words = NEAR_MISSES[turn % NEAR_MISSES.length]?.(random) ?? "";
    const query = queryFor(words);
    // A number at an end may be that of a note, and is then not searched for (`search/note-numbers.ts`).
    // A word that is spelt nearly as one of the text is taken for it (`search/near-words.ts`).
    if (query && !/\d/u.test(words) && placesOf(words).length === 0 && !hasNearWords(query)) queries.add(query);
  }
  const listed = await askEngine("ja", [...queries]);
  const found = listed.map((result) => report(result.query, exactly(result)));
  // Words of such a string may be found in its place (`wordsIn`), and then it is said of the whole that it is nowhere.
  for (const { query, nowhere } of listed) if (nowhere.length > 0) assert.deepEqual(nowhere, [query.trim()], query);
  assert.ok(listed.some(({ nowhere }) => nowhere.length > 0));
  expectSame(
    found,
    [...queries].map((query) => report(query, [])),
    seed,
  );
});

test(`${SEVERAL_WORDS} queries of two or three words find what has any, and first what has all`, async () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const word = (): string => {
    const characters = substring(random, 4).replaceAll(/[\s"“”「」『』＂]/gu, "");
    // Particles beside other words are not looked for (`search/words/function-words.ts`).
    return /[\p{sc=Han}\p{sc=Katakana}]/u.test(characters) && !COUNTED.test(characters) ? characters : word();
  };
  const queries = new Map<string, string[]>();
  while (queries.size < SEVERAL_WORDS) {
    const words = Array.from({ length: 2 + random.below(2) }, word);
    queries.set(words.join(random.pick([" ", "　", "  "])), words);
  }
  const listed = await askEngine("ja", [...queries.keys()]);
  const found = listed.map((result) => report(result.query, addresses(result)));
  const truth = [...queries].map(([query, words]) => {
    const places = words.flatMap(placesOf);
    return report(query, [...new Set(places)].sort());
  });
  expectSame(found, truth, seed);

  let told = 0;
  for (const { query, groups } of listed) {
    const words = [...new Set((queries.get(query) ?? []).map(plain))];
    const places = words.map((part) => new Set(placesOf(part)));
    const score = (address: string) => places.filter((having) => having.has(address)).length;
    const scores = groups.map((group) => group.map((address) => Number(score(address) === words.length)));
    for (const group of scores)
      assert.deepEqual(
        group,
        group.toSorted((a, b) => b - a),
        `${query}, SEED=${seed}`,
      );
    const best = scores.map(([first = 0]) => first);
    assert.deepEqual(
      best,
      best.toSorted((a, b) => b - a),
      `${query}, SEED=${seed}`,
    );
    if (new Set(scores.flat()).size > 1) told += 1;
  }
  assert.ok(told > 0);
});

/** The built index with a file for each text, as a long essay has it, so that its search asks Pagefind. */
function withoutTexts(language: string, asked: Set<string>): IndexFiles {
  const built = builtIndex(language);
  const { sections, ...manifest } = JSON.parse(
    new TextDecoder().decode(built(MANIFEST_FILE) as Uint8Array),
  ) as SearchManifest;
  if (!sections) throw new Error("The essay is a long one already.");
  return (path) => {
    asked.add(path);
    if (path === MANIFEST_FILE) return JSON.stringify(manifest);
    const [, id] = /^documents\/([^/]+)\.json$/u.exec(path) ?? [];
    return id === undefined ? built(path) : JSON.stringify(sections[id]);
  };
}

for (const language of ["ja", "en"])
  test(`Pagefind's index leads to all that the texts themselves have: ${language}`, async () => {
    const seed = seedOfRun();
    const random = randomFrom(seed);
    const units = readUnits(language);
    const queries = Array.from({ length: THROUGH_PAGEFIND }, () => {
      const pieces = language === "en" ? random.pick(units).words.split(/\s+/u) : [...random.pick(units).words];
      const start = random.below(pieces.length);
      return pieces.slice(start, start + 1 + random.below(3)).join(language === "en" ? " " : "");
    });
    const alone = await askEngine(language, queries);
    const asked = new Set<string>();
    const files = withoutTexts(language, asked);
    assert.deepEqual(await askEngine(language, queries, files), alone, `SEED=${seed}`);
    assert.ok([...asked].some((path) => path.startsWith("filter/")));
  });
