import assert from "node:assert/strict";
import { it } from "node:test";
import { listNames, sortedName, turnedName, writeName } from "../../../src/citation/names.ts";
import type { Name } from "../../../src/essay/bibliographic.ts";

const cases: readonly (readonly [name: Name, written: string, sorted: string])[] = [
  [{ family: "James", given: "William" }, "William James", "James, William"],
  [{ family: "夏目", given: "漱石" }, "夏目漱石", "夏目, 漱石"],
  [{ family: "ジェームズ", given: "ウィリアム" }, "ウィリアム・ジェームズ", "ジェームズ, ウィリアム"],
  [{ family: "홍", given: "길동" }, "홍길동", "홍, 길동"],
  [{ family: "Plato" }, "Plato", "Plato"],
  [{ literal: "The Editors" }, "The Editors", "The Editors"],
  [
    { family: "Beethoven", given: "Ludwig", "dropping-particle": "van" },
    "Ludwig van Beethoven",
    "Beethoven, Ludwig van",
  ],
  [{ family: "Cruz", given: "Ana", "non-dropping-particle": "de la" }, "Ana de la Cruz", "de la Cruz, Ana"],
  [{ family: "King", given: "Martin Luther", suffix: "Jr." }, "Martin Luther King Jr.", "King, Martin Luther, Jr."],
];

it("names are written as their own script has them, and sorted by the family", () => {
  for (const [name, written, sorted] of cases) assert.deepEqual([writeName(name), sortedName(name)], [written, sorted]);
});

it("names in a row are joined as the language’s profile has it, in British English without a comma before “and”", () => {
  const names: readonly Name[] = [{ literal: "A" }, { literal: "B" }, { literal: "C" }];
  assert.equal(listNames(names, "en"), "A, B and C");
  assert.equal(listNames(names, "ja"), "A、B、C");
  assert.equal(listNames(names.slice(0, 2), "en"), "A and B");
});

it("at the head of a list a name is turned round, unless its family stands first as it is", () => {
  assert.deepEqual(
    cases.map(([name]) => turnedName(name)),
    [
      "James, William",
      "夏目漱石",
      "ジェームズ、ウィリアム",
      "홍길동",
      "Plato",
      "The Editors",
      "Beethoven, Ludwig van",
      "de la Cruz, Ana",
      "King, Martin Luther, Jr.",
    ],
  );
});
