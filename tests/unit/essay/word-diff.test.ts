import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diffWords } from "../../../src/essay/word-diff.ts";

const shown = (earlier: string, later: string, language: string) =>
  diffWords(earlier, later, language)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join("");

test("words are compared whole, in Japanese too", () => {
  assert.equal(
    shown("The river rose in the night.", "The river fell in the night.", "en"),
    "The river [-rose-]{+fell+} in the night.",
  );
  assert.equal(shown("川は夜に増水した。", "川は朝に増水した。", "ja"), "川は[-夜-]{+朝+}に増水した。");
});

test("what two sentences share by chance is no part of both", () => {
  const parts = diffWords(
    "Those on the inside are covered by it, and one may wish that it were otherwise.",
    "Nothing of the kind was promised to any state that had not signed, and that alone decided.",
    "en",
  );
  assert.ok(parts.filter(({ kind }) => kind === "same").length <= 2, JSON.stringify(parts));
});

test("the parts make up both texts, to the letter", () => {
  const words = fc.array(
    fc.constantFrom("川", "は", "夜", "に", "増水", "した", "。", " ", "The", "river", "\n", "12"),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(words, words, fc.constantFrom("ja", "en"), (one, other, language) => {
      const [earlier, later] = [one.join(""), other.join("")];
      const parts = diffWords(earlier, later, language);
      const join = (kinds: readonly string[]) =>
        parts
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ text }) => text)
          .join("");
      assert.equal(join(["same", "gone"]), earlier);
      assert.equal(join(["same", "new"]), later);
      assert.ok(parts.every(({ text }) => text !== ""));
    }),
    { seed: Number(process.env["SEED"] ?? 20_230_317) },
  );
});

test("texts that have nothing in common, however long, are shown one after the other", () => {
  const [earlier, later] = ["a", "b"].map((letter) =>
    Array.from({ length: 2000 }, (_, i) => `${letter}${i}`).join(" "),
  );
  assert.deepEqual(
    diffWords(earlier ?? "", later ?? "", "en").map(({ kind }) => kind),
    ["gone", "new"],
  );
});
