import { selectAll } from "hast-util-select";
import { type Random, randomFrom } from "../../../scripts/random.ts";
import { characterSearch } from "../../../src/search/characters.ts";
import { spellingsOf, withNearWords } from "../../../src/search/near-words.ts";
import { pageTree, sectionPaths } from "../support/built-site.ts";
import { addressesWith, plain, readUnits, type Unit } from "../support/built-text.ts";
import { askEngine } from "../support/engine.ts";
import { throughPagefind } from "../support/search.ts";
import { addresses, report, searchAll, seedOfRun } from "../support/search-all.ts";
import { SYNONYMS } from "../support/synonyms.ts";
import { expect, test } from "../support/test.ts";

const SUBSTRINGS = 1_000;
const ABSENT_STRINGS = 200;
const SEVERAL_WORDS = 200;
/** How many queries are typed into the search page. */
const SHOWN = 50;
const LONGEST = 12;
const UNITS = readUnits("ja");

const OPENING_QUOTES = ["「」", "『』", '""', "“”", "＂＂"];

/** Whether the string is a quoted phrase as a reader would write one: the quotation marks are then not searched for. */
const isQuotedPhrase = (text: string) =>
  OPENING_QUOTES.some((pair) => text.length > 2 && text.startsWith(pair[0] ?? "") && text.endsWith(pair[1] ?? ""));

const INTERCHANGEABLE = SYNONYMS.map((words) => words.map(plain));

/** @returns addresses of the units that have a string, or a word that readers type for it, sorted */
function placesOf(words: string): string[] {
  // A string with white space is searched for as a phrase, for which there is no other.
  const others = /\s/u.test(words) ? undefined : INTERCHANGEABLE.find((group) => group.includes(plain(words)));
  return [...new Set((others ?? [words]).flatMap((word) => addressesWith(UNITS, word)))].sort();
}

/** What is counted or dated, of which other ways to write the number are found too: tests of their own have those. */
const COUNTED = /[〇一二三四五六七八九十百千\p{Nd}][\p{L}%％]/u;

/** @returns the query that searches for just these words; nothing where no query does */
function queryFor(words: string): string | undefined {
  if (!plain(words)) return undefined;
  if (!/\s/u.test(words) && !COUNTED.test(words)) return isQuotedPhrase(words) ? undefined : words;
  return words.includes('"') ? undefined : `"${words}"`;
}

function substring(random: Random, longest = LONGEST): string {
  const characters = [...random.pick(UNITS).words];
  const start = random.below(characters.length);
  return characters.slice(start, start + 1 + random.below(longest)).join("");
}

test("the truth holds all that can be found, and words for each", () => {
  const full = pageTree("/ja/full/");
  const marked = [
    ...selectAll("[data-paragraph], [data-note], [data-figure], .section-heading", full),
    ...["glossary", "timeline"].flatMap((name) => selectAll("[data-entry]", pageTree(`/ja/${name}/`))),
  ];
  expect(UNITS).toHaveLength(marked.length);
  expect(UNITS.length).toBeGreaterThan(sectionPaths("ja").length);
  expect(UNITS.filter(({ words }) => words.length === 0)).toEqual([]);
});

test(`${SUBSTRINGS} random substrings are found where they stand, and nowhere else`, async ({ page }, {
  annotations,
}) => {
  const seed = seedOfRun();
  annotations.push({ type: "seed", description: String(seed) });
  console.log(`substrings: SEED=${seed}`);
  const random = randomFrom(seed);
  const queries = new Map<string, string>();
  while (queries.size < SUBSTRINGS) {
    const words = substring(random);
    const query = queryFor(words);
    if (query) queries.set(query, words);
  }
  const listed = await askEngine(page, "ja", [...queries.keys()]);
  const found = listed.map((result) => report(result.query, addresses(result)));
  const truth = [...queries].map(([query, words]) => report(query, placesOf(words)));
  expect(found, `SEED=${seed}`).toEqual(truth);
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

test(`${ABSENT_STRINGS} strings that are not in the text find nothing`, async ({ page }, { annotations }) => {
  const seed = seedOfRun();
  annotations.push({ type: "seed", description: String(seed) });
  console.log(`absent strings: SEED=${seed}`);
  const random = randomFrom(seed);
  const queries = new Set<string>();
  for (let turn = 0; queries.size < ABSENT_STRINGS; turn += 1) {
    const words = NEAR_MISSES[turn % NEAR_MISSES.length]?.(random) ?? "";
    const query = queryFor(words);
    // A number at an end may be that of a note, and is then not searched for (`search/note-numbers.ts`).
    // A word that is spelt nearly as one of the text is taken for it (`search/near-words.ts`).
    if (query && !/\d/u.test(words) && placesOf(words).length === 0 && !hasNearWords(query)) queries.add(query);
  }
  const listed = await askEngine(page, "ja", [...queries]);
  const found = listed.map((result) => report(result.query, addresses(result)));
  expect(found, `SEED=${seed}`).toEqual([...queries].map((query) => report(query, [])));
});

test(`${SEVERAL_WORDS} queries of two or three words find what has any, and first what has all`, async ({ page }) => {
  const seed = seedOfRun();
  console.log(`several words: SEED=${seed}`);
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
  const listed = await askEngine(page, "ja", [...queries.keys()]);
  const found = listed.map((result) => report(result.query, addresses(result)));
  const truth = [...queries].map(([query, words]) => {
    const places = words.flatMap(placesOf);
    return report(query, [...new Set(places)].sort());
  });
  expect(found, `SEED=${seed}`).toEqual(truth);

  let told = 0;
  for (const { query, groups } of listed) {
    const words = [...new Set((queries.get(query) ?? []).map(plain))];
    const places = words.map((part) => new Set(placesOf(part)));
    const score = (address: string) => places.filter((having) => having.has(address)).length;
    const scores = groups.map((group) => group.map((address) => Number(score(address) === words.length)));
    for (const group of scores) expect(group, `${query}, SEED=${seed}`).toEqual(group.toSorted((a, b) => b - a));
    const best = scores.map(([first = 0]) => first);
    expect(best, `${query}, SEED=${seed}`).toEqual(best.toSorted((a, b) => b - a));
    if (new Set(scores.flat()).size > 1) told += 1;
  }
  expect(told).toBeGreaterThan(0);
});

for (const language of ["ja", "en"])
  test(`Pagefind's index leads to all that the texts themselves have: ${language}`, async ({ page }) => {
    const seed = seedOfRun();
    console.log(`through Pagefind, ${language}: SEED=${seed}`);
    const random = randomFrom(seed);
    const units = readUnits(language);
    const queries = Array.from({ length: SHOWN }, () => {
      const pieces = language === "en" ? random.pick(units).words.split(/\s+/u) : [...random.pick(units).words];
      const start = random.below(pieces.length);
      return pieces.slice(start, start + 1 + random.below(3)).join(language === "en" ? " " : "");
    });
    const alone = await askEngine(page, language, queries);
    await throughPagefind(page, language);
    expect(await askEngine(page, language, queries), `SEED=${seed}`).toEqual(alone);
  });

for (const language of ["ja", "en"])
  test(`a reader is shown what the engine finds: ${language}`, async ({ page }) => {
    const seed = seedOfRun();
    console.log(`shown, ${language}: SEED=${seed}`);
    const random = randomFrom(seed);
    const units = readUnits(language);
    const queries = new Set<string>();
    while (queries.size < SHOWN) {
      const { words } = random.pick(units);
      // Words in English, characters in Japanese.
      const pieces = language === "en" ? words.match(/\S+\s*/gu) : [...words];
      const start = random.below(pieces?.length ?? 0);
      const query = queryFor(
        (pieces ?? [])
          .slice(start, start + 1 + random.below(4))
          .join("")
          .trim(),
      );
      if (query) queries.add(query);
    }
    const shown = await searchAll(page, language, [...queries]);
    const found = await askEngine(page, language, [...queries]);
    // A number is answered by its paragraph too, before what has it in its words.
    const isText = ({ query }: { query: string }) => !/^\d+$/u.test(query);
    expect(
      shown.filter(isText).map(({ query, groups }) => ({ query, groups })),
      `SEED=${seed}`,
    ).toEqual(found.filter(isText));
    expect(found.filter(({ groups }) => groups.length > 0).length).toBeGreaterThan(SHOWN / 4);
  });

test("letters are told apart that only look alike, and found where only their form differs", async ({ page }) => {
  const forms = [
    ["NATO", ["NATO", "nato", "Nato", "ＮＡＴＯ", "ｎａｔｏ", "N A T O".replaceAll(" ", "\u200B")]],
    ["バルト", ["バルト", "ﾊﾞﾙﾄ"]],
    ["西側", ["西側", "\u2EC4側"]],
  ] as const;
  const unlike = "ハルト";
  const listed = await searchAll(page, "ja", [...forms.flatMap(([, queries]) => queries), unlike]);
  const found = new Map(listed.map((result) => [result.query, addresses(result)]));
  for (const [words, queries] of forms) {
    const truth = addressesWith(UNITS, words);
    expect(truth.length).toBeGreaterThan(0);
    for (const query of queries) expect(found.get(query), query).toEqual(truth);
  }
  expect(addressesWith(UNITS, unlike)).toEqual([]);
  expect(found.get(unlike)).toEqual([]);
});

test("what stands in quotation marks is one phrase, and the marks of the text can be searched", async ({ page }) => {
  const [quoted, corner, part, apart] = await searchAll(page, "ja", [
    '"ロシア問題"',
    "「ロシア問題」",
    "「ロシア",
    "ロシア 問題",
  ]);
  const phrase = addressesWith(UNITS, "ロシア問題");
  expect(phrase.length).toBeGreaterThan(0);
  expect(quoted && addresses(quoted)).toEqual(phrase);
  expect(corner && addresses(corner)).toEqual(phrase);
  expect(part && addresses(part)).toEqual(addressesWith(UNITS, "「ロシア"));
  expect(apart && addresses(apart).length).toBeGreaterThan(phrase.length);
});
