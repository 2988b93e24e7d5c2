import { randomFrom } from "../../../scripts/random.ts";
import { addresses, askEngine, seedOfRun } from "../../support/ask-engine.ts";
import { addressesWith, readUnits } from "../support/built-text.ts";
import { queryFor } from "../support/queries.ts";
import { searchAll } from "../support/search-all.ts";
import { expect, test } from "../support/test.ts";

/*
 * What the engine finds is held against the texts in `tests/dist/search-exactness.test.ts`; here, what readers are shown
 * is held against what it finds.
 */

/** How many queries are typed into the search page. */
const SHOWN = 50;
const UNITS = readUnits("ja");

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
    const found = await askEngine(language, [...queries]);
    // A number is answered by its paragraph too, before what has it in its words.
    const isText = ({ query }: { query: string }) => !/^\d+$/u.test(query);
    expect(
      shown.filter(isText).map(({ query, groups }) => ({ query, groups })),
      `SEED=${seed}`,
    ).toEqual(found.filter(isText).map(({ query, groups }) => ({ query, groups })));
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
