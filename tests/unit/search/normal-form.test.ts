import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { normalise, normaliseWithOffsets } from "../../../src/search/tokenise.ts";

describe("the normal form", () => {
  const alike: readonly (readonly [title: string, written: string, normal: string])[] = [
    ["has half-width kana in full width", "ｶﾀｶﾅ", "カタカナ"],
    ["has half-width kana and voicing marks as one", "ﾊﾞﾙﾄ三国ﾊﾟ", "バルト三国パ"],
    ["has the half-width long vowel mark in full width", "ｽｳｪｰﾃﾞﾝ", "スウェーデン"],
    ["composes kana with combining marks", "か\u3099ハ\u309A", "がパ"],
    ["composes letters with combining marks", "cafe\u0301", "café"],
    ["composes letters with several marks", "e\u0302\u0323", "ệ"],
    ["has full-width ASCII in half width", "ＮＡＴＯ　２０２２！", "nato2022!"],
    ["is in lower case", "NATO Łódź Éa", "natołódźéa"],
    ["has compatibility characters resolved", "㍻①ﬁ㎞", "平成1fikm"],
    ["keeps surrogate pairs whole", "𠮷野家", "𠮷野家"],
    ["drops white space of every kind", "a b\tc\nd\u3000e\u00A0f\u2003g", "abcdefg"],
    ["drops what is not seen", "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg\u200Eh", "abcdefgh"],
    ["drops variation selectors", "葛\uFE00城 辻\u{E0100}", "葛城辻"],
    ["keeps the iteration mark", "国々と人々", "国々と人々"],
  ];
  for (const [title, written, normal] of alike) {
    it(title, () => {
      assert.equal(normalise(written), normal);
    });
  }

  it("keeps dashes, hyphens, minus signs and the long vowel mark apart from one another", () => {
    const lines = ["-", "‐", "–", "—", "―", "−", "ー", "一", "〜", "ｰ"];
    const forms = lines.map(normalise);
    assert.equal(forms.at(-1), "ー", "the half-width long vowel mark is the long vowel mark");
    assert.equal(new Set(forms.slice(0, -1)).size, lines.length - 1, forms.join(" "));
  });

  const different = [
    ["ハ", "バ"],
    ["ハ", "パ"],
    ["は", "ハ"],
    ["々", "国"],
    ["ッ", "ツ"],
    ["西", "酉"],
    ["e", "é"],
  ] as const;
  for (const [a, b] of different) {
    it(`keeps ${a} and ${b} apart`, () => {
      assert.notEqual(normalise(a), normalise(b));
    });
  }
});

/** Pieces that NFKC changes, composes, lengthens or drops, and such that it does not. */
const PIECES = [
  ..."aZé橋々川ーｰ—-。、「」（１Ａｶﾊ㍻①ﬁ㎞⻄⼾ÅΩはがぱﾞﾟ",
  "𠮷",
  "ﾊﾞ",
  "か\u3099",
  "ハ\u309A",
  "e\u0301",
  "e\u0302\u0323",
  "葛\u{E0100}",
  "\u1112\u1161\u11AB",
  "\uAC00\u11A8",
  "👩\u200D🚀",
  " ",
  "\u3000",
  "\n",
  "\u200B",
  "\u00AD",
];

const mixes = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));

const check = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void =>
  fc.assert(fc.property(values, holds), { numRuns: 2000, seed: Number(process.env["SEED"] ?? 20_230_317) });

describe("the normal form of any mix of characters", () => {
  it("is the same made piece by piece as made of the whole", () => {
    check(mixes, (mix) => {
      const radicals = mix.replaceAll("⻄", "西").replaceAll("⼾", "戸");
      const whole = radicals
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[\s\u00AD\u200B\u200D]|\p{Variation_Selector}/gu, "");
      assert.equal(normalise(mix), whole);
    });
  });

  it("leads back from each of its units to characters of the text that stand for it", () => {
    check(mixes, (mix) => {
      const { text, starts, ends } = normaliseWithOffsets(mix);
      assert.equal(starts.length, text.length);
      assert.equal(ends.length, text.length);
      for (let unit = 0; unit < text.length; unit += 1) {
        const original = mix.slice(starts[unit], ends[unit]);
        assert.ok(original.isWellFormed(), "it is cut inside a surrogate pair");
        assert.ok(normalise(original).includes(text[unit] ?? "\0"), `unit ${unit}`);
      }
    });
  });

  it("leads back from each of its stretches to a stretch of the text that contains it", () => {
    check(fc.tuple(mixes, fc.nat(), fc.nat()), ([mix, one, other]) => {
      const { text, starts, ends } = normaliseWithOffsets(mix);
      if (text.length === 0) return;
      const from = one % text.length;
      const last = from + (other % (text.length - from));
      const original = mix.slice(starts[from], ends[last]);
      assert.ok(normalise(original).includes(text.slice(from, last + 1)), `${from}–${last}`);
    });
  });
});
