import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paragraphRead } from "../../../src/elements/reading/reading-line.ts";
import { layOutScale, NARROWEST, WIDEST } from "../../../src/elements/reading/scale-layout.ts";
import { LONGEST_SCALE, scaleSections } from "../../../src/essay/scale.ts";
import { note, paragraph, section, text } from "../../support/text.ts";

describe("the scale of paragraphs", () => {
  it("has the sections that have paragraphs, and tells which of these have notes", () => {
    const own = text(
      section("a", { paragraphs: [paragraph(1, "a"), paragraph(2, "a")], notes: [note("n", 1, "a", 2)] }),
      section("empty"),
      section("b", { paragraphs: [paragraph(3, "b")] }),
    );
    const scale = scaleSections(
      own,
      ({ id }) => `§ ${id}`,
      (id) => `${id}/`,
    );
    assert.deepEqual(scale, [
      { path: "a/", title: "§ a", numbers: ["1", "2"], noted: [1] },
      { path: "b/", title: "§ b", numbers: ["3"], noted: [] },
    ]);
  });

  it("is left out of a text that is too long for one", () => {
    const long = (count: number) =>
      text(section("a", { paragraphs: Array.from({ length: count }, (_, index) => paragraph(index + 1, "a")) }));
    const sections = (count: number) =>
      scaleSections(
        long(count),
        ({ id }) => id,
        (id) => id,
      ).length;
    assert.equal(sections(LONGEST_SCALE), 1);
    assert.equal(sections(LONGEST_SCALE + 1), 0);
  });

  const SHORT = [4, 2, 5, 14, 6, 7, 5];
  const LONG = Array.from({ length: 40 }, () => 15);
  for (const [counts, room] of [
    [SHORT, 700],
    [SHORT, 300],
    [LONG, 700],
    [[1], 500],
    [[900], 500],
  ] as const)
    for (const read of [-1, 0, counts.length - 1])
      it(`of ${counts.length} sections lies within ${room} px, in order, each section apart (${read})`, () => {
        let end = 0;
        for (const [index, { start, length, pitch }] of layOutScale(counts, room, read).entries()) {
          assert.ok(index === 0 || start > end, `${index}: ${start} after ${end}`);
          assert.ok(pitch > 0 && pitch <= WIDEST && Math.abs(pitch * (counts[index] ?? 0) - length) < 0.001);
          end = start + length;
        }
        assert.ok(end <= room + 0.001, `${end} of ${room}`);
      });

  it("gives all paragraphs the same room where there is enough, and stands in the middle", () => {
    const parts = layOutScale(SHORT, 1000, 3);
    assert.deepEqual(new Set(parts.map(({ pitch }) => pitch)), new Set([WIDEST]));
    const last = parts.at(-1);
    assert.ok(Math.abs((parts[0]?.start ?? 0) - (1000 - (last?.start ?? 0) - (last?.length ?? 0))) < 0.001);
  });

  it("draws the section that is read larger where single paragraphs could not be told apart", () => {
    const parts = layOutScale(LONG, 700, 7);
    assert.ok((parts[7]?.pitch ?? 0) >= 2 * NARROWEST, `${parts[7]?.pitch}`);
    assert.ok((parts[8]?.pitch ?? 9) < NARROWEST);
  });
});

describe("the paragraph that is read", () => {
  const HEIGHT = 200;
  const SCREEN = 1000;
  /** @returns which of ten paragraphs, one under the other, is read at a position of a page that ends with them */
  const readAt = (scrolled: number, { head = 300, foot = 0, size = SCREEN } = {}) => {
    const furthest = head + 10 * HEIGHT + foot - size;
    const extentOf = (index: number) => {
      const start = head + index * HEIGHT - scrolled;
      return { start, end: start + HEIGHT };
    };
    return paragraphRead(10, extentOf, { size, scrolled: Math.min(scrolled, furthest), furthest });
  };

  it("is none before the first has come", () => {
    assert.equal(readAt(0), -1);
    assert.equal(
      paragraphRead(0, () => ({ start: 0, end: 0 }), { size: 1, scrolled: 0, furthest: 0 }),
      -1,
    );
  });

  it("is the one at the head of the screen, where a link leads to it", () => {
    for (const index of [0, 1, 5, 9]) assert.equal(readAt(300 + index * HEIGHT - 32, { foot: 2000 }), index);
  });

  it("is the last one at the end of a page that ends before it can come to the head, and each before it comes in turn", () => {
    const seen = new Set<number>();
    for (let scrolled = 0; scrolled <= 1300; scrolled += 10) {
      const index = readAt(scrolled);
      assert.ok(index >= Math.max(-1, ...seen), `${index} at ${scrolled}`);
      seen.add(index);
    }
    assert.equal(readAt(1300), 9);
    assert.deepEqual([...seen], [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("is the one before a figure that is looked at, and none beside a heading", () => {
    const view = { size: 1000, scrolled: 1000, furthest: 9000 };
    const besides = (goesOn: boolean) => (index: number) => ({
      start: [-500, 700][index] ?? 0,
      end: [-100, 900][index] ?? 0,
      goesOn,
    });
    assert.equal(paragraphRead(2, besides(true), view), 0);
    assert.equal(paragraphRead(2, besides(false), view), -1);
    // What lay open before stays so until it is out of sight.
    assert.equal(paragraphRead(2, besides(true), { ...view, current: 1 }), 1);
    assert.equal(paragraphRead(2, besides(true), { ...view, size: 600, current: 1 }), 0);
  });

  it("is the first of a page that is seen whole", () => {
    assert.equal(readAt(0, { head: 100, size: 2100 }), 0);
  });
});
