import assert from "node:assert/strict";
import { it } from "node:test";
import { characterSearch } from "../../../src/search/characters.ts";

const PHRASES: readonly (readonly [phrase: string, words: readonly string[]])[] = [
  ["ポーランドに落ちたミサイル", ["ポーランド", "ミサイル"]],
  ["抑止の可視化とは何か", ["抑止", "可視化"]],
  ["NATOの東方拡大", ["NATO", "東方拡大"]],
  ["ＮＡＴＯの第5条", ["NATO", "第5条"]],
  ["橋と橋のあいだの人々と人々", ["人々"]],
  // Nothing to part, or nothing that means something by itself.
  ["安全保障体制", []],
  ["ミサイル", []],
  ["NATO", []],
  ["落ちた", []],
  ["これはそれ", []],
  ["", []],
];
for (const [phrase, words] of PHRASES)
  it(`${phrase || "nothing"} is made of ${words.join(", ") || "no words of its own"}`, () => {
    const [parsed] = characterSearch.parse(phrase);
    const found = parsed ? characterSearch.wordsIn?.(parsed) : [];
    assert.deepEqual(
      found?.map(({ written }) => written),
      words,
    );
  });
