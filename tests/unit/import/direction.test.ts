import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Direction, levelsOf, mirrored, readLine, visualOrder } from "../../../src/import/pdf/direction.ts";
import { glyphsOf } from "../../../src/import/pdf/glyphs.ts";
import { hasSpaceBetween } from "../../../src/import/pdf/page-lines.ts";
import { lineOf, NUMBERS, RIGHT_TO_LEFT, WORDS } from "../../support/right-to-left.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const characters = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** A line as it is shown from left to right: brackets that run from right to left by their shapes. */
function shown(line: readonly string[], base: Direction): string[] {
  const levels = levelsOf(line, base);
  return visualOrder(levels).map((at) => ((levels[at] ?? 0) % 2 ? mirrored(line[at] ?? "") : (line[at] ?? "")));
}

/** What is read of a line that is shown. */
function read(line: readonly string[], base: Direction): string[] {
  return readLine(line, base).map(({ at, isReversed }) => (isReversed ? mirrored(line[at] ?? "") : (line[at] ?? "")));
}

for (const language of RIGHT_TO_LEFT)
  test(`a line of ${language} is read as it was written, whatever stands in it`, () => {
    fc.assert(
      fc.property(lineOf(language), (text) => {
        const line = characters(text);
        assert.equal(read(shown(line, "rtl"), "rtl").join(""), text);
      }),
      { numRuns: 500 },
    );
  });

test("what is read would be shown as it was, whichever way lines run", () => {
  const any = fc.array(
    fc.tuple(fc.constantFrom(" ", ", ", " – ", "-"), fc.constantFrom(...Object.values(WORDS).flat(), ...NUMBERS.he)),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(any, fc.constantFrom("rtl" as const, "ltr" as const), (parts, base) => {
      const first = base === "rtl" ? WORDS.ar[0] : WORDS.latin[0];
      const line = shown(characters(`${first}${parts.flat().join("")}`), base);
      assert.equal(shown(read(line, base), base).join(""), line.join(""));
    }),
    { numRuns: 2000 },
  );
});

test("a mark goes to its letter, whether a file has lines as they are shown or as they are read", () => {
  const item = (text: string, x: number) => ({
    text,
    transform: [10, 0, 0, 10, x, 0],
    length: /\p{M}/u.test(text) ? 0 : 6,
    isVerticalFont: false,
    isRightToLeft: true,
    isBold: false,
    element: undefined,
    isArtifact: false,
  });
  // The mark stands over the edge of two letters: where it stands does not tell.
  const read = [item("ت", 106), item("\u064F", 105), item("ط", 100), item("ل", 94)];
  for (const items of [read, read.toReversed()]) {
    const letters = glyphsOf(items).toSorted((a, b) => b.x - a.x);
    assert.deepEqual(
      letters.map(({ text }) => text),
      ["ت\u064F", "ط", "ل"],
    );
  }
  const latin = ["e", "\u0301", "t"].map((text, index) => ({ ...item(text, index * 3), isRightToLeft: false }));
  assert.deepEqual(
    glyphsOf(latin).map(({ text }) => text),
    ["e\u0301", "t"],
  );
});

test("letters that join leave no room between them, so that a narrow space parts their words", () => {
  const glyph = (text: string, u: number, isRightToLeft: boolean) => ({
    text,
    u,
    x: u,
    v: 0,
    y: 0,
    size: 10,
    advance: 6,
    direction: "horizontal" as const,
    isRightToLeft,
    isBold: false,
    element: undefined,
    isArtifact: false,
    item: 0,
  });
  assert.ok(hasSpaceBetween(glyph("ع", 10, true), glyph("ا", 2.5, true)));
  assert.ok(!hasSpaceBetween(glyph("ع", 10, true), glyph("ا", 3.5, true)));
  assert.ok(!hasSpaceBetween(glyph("a", 2.5, false), glyph("b", 10, false)));
});
