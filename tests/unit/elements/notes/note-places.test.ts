import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type Barrier,
  GAP,
  LEAST_LINES,
  type MeasuredNote,
  placesOf,
  WORTH_FOLDING,
} from "../../../../src/elements/notes/note-places.ts";

const LINE = 20;
const REST = 24;
const STEP = 15;
const SLACK = 12 * 30;

const note = (wanted: number, lines: number, isOpen = false): MeasuredNote => ({
  wanted,
  lines,
  line: LINE,
  rest: REST,
  isOpen,
});
const places = (notes: readonly MeasuredNote[], figures: readonly Barrier[] = []) =>
  placesOf(notes, figures, STEP, SLACK).map(({ start, lines }) => ({ start, lines, end: start + lines * LINE + REST }));

describe("notes in the margin", () => {
  it("stand whole beside their marks where there is room", () => {
    assert.deepEqual(places([note(100, 30), note(1000, 4)]), [
      { start: 100, lines: 30, end: 724 },
      { start: 1000, lines: 4, end: 1104 },
    ]);
  });

  it("push the next one a little before they are folded", () => {
    const [first, second] = places([note(100, 20), note(300, 4)]);
    assert.equal(first?.lines, 20);
    assert.ok(second && first && second.start >= first.end + GAP && second.start <= 300 + SLACK);
  });

  it("are folded as little as the next one needs, and short ones never", () => {
    const [long, next] = places([note(100, 60), note(300, 4)]);
    assert.ok(long && next && long.lines < 60 && long.lines > LEAST_LINES);
    assert.ok(next.start <= 300 + SLACK && next.start - long.end < GAP + LINE + STEP, JSON.stringify([long, next]));
    const crowd = places(Array.from({ length: 6 }, (_one, index) => note(100 + index, index % 2 ? 40 : 5)));
    assert.deepEqual(
      crowd.map(({ lines }) => lines),
      // After the last there is room.
      [5, LEAST_LINES, 5, LEAST_LINES, 5, 40],
    );
  });

  it("are never folded for a word or two, where a figure leaves room for nearly all of them", () => {
    const figureAfter = (lines: number) => ({ start: 100 + lines * LINE + REST + GAP + 1, end: 3000 });
    assert.equal(places([note(100, 30)], [figureAfter(30)])[0]?.lines, 30);
    for (const room of [29, 28, 27]) assert.equal(places([note(100, 30)], [figureAfter(room)])[0]?.lines, 27);
    assert.equal(places([note(100, 30)], [figureAfter(20)])[0]?.lines, 20);
  });

  it("are folded where they would go on beyond what they stand beside, as long as that hides enough", () => {
    const before = (end: number) =>
      placesOf([note(100, 30)], [], STEP, SLACK, end).map(({ start, lines }) => ({ start, lines }));
    assert.deepEqual(before(100 + 30 * LINE + REST), [{ start: 100, lines: 30 }]);
    assert.deepEqual(before(100 + 28 * LINE + REST), [{ start: 100, lines: 30 }]);
    assert.deepEqual(before(100 + 20 * LINE + REST), [{ start: 100, lines: 20 }]);
    assert.deepEqual(before(50), [{ start: 100, lines: LEAST_LINES }]);
    assert.equal(placesOf([note(100, 30, true)], [], STEP, SLACK, 50)[0]?.lines, 30);
  });

  it("are whole when they are open, whatever comes", () => {
    assert.equal(places([note(100, 40, true), note(101, 4)])[0]?.lines, 40);
  });

  it("begin where they began when they are opened, and so does all before them", () => {
    const crowd = Array.from({ length: 5 }, (_one, index) => [100 + 90 * index, 30] as const);
    const closed = places(crowd.map(([wanted, lines]) => note(wanted, lines)));
    for (const opened of crowd.keys()) {
      const open = places(crowd.map(([wanted, lines], index) => note(wanted, lines, index === opened)));
      assert.deepEqual(open.slice(0, opened), closed.slice(0, opened));
      assert.equal(open[opened]?.start, closed[opened]?.start);
      assert.equal(open[opened]?.lines, 30);
    }
  });

  it("begin above their marks, and are folded, where a figure leaves no room below", () => {
    const figure = { start: 1000, end: 1800 };
    const [first, second, third] = places([note(500, 4), note(900, 30), note(1900, 4)], [figure]);
    assert.equal(first?.start, 500);
    assert.ok(second && second.start < 900 && second.end + GAP <= figure.start, JSON.stringify(second));
    assert.ok(second.end + GAP + 2 * STEP + LINE > figure.start, "no further than it has to");
    assert.equal(third?.start, 1900);
  });

  it("stand before a figure all together, as long as there is room, whatever the grid takes", () => {
    for (let wanted = 880; wanted < 960; wanted += 7) {
      const marks = [wanted, wanted + 8, wanted + 33];
      const all = places(
        marks.map((mark) => note(mark, 7)),
        [{ start: 1000, end: 1800 }],
      );
      for (const { end } of all) assert.ok(end + GAP <= 1000, JSON.stringify(all));
    }
  });

  it("follow a figure that leaves them no room at all", () => {
    const figure = { start: 250, end: 900 };
    const [first, second] = places([note(0, 6), note(200, 6)], [figure]);
    assert.deepEqual([first?.start, first?.lines], [0, 6]);
    assert.ok(second && second.start >= figure.end + GAP && second.start < figure.end + GAP + STEP);
  });

  it("never overlap, lie on no figure, keep their order and the grid", () => {
    const notesOf = fc.array(
      fc.record({ after: fc.nat(300), lines: fc.integer({ min: 1, max: 40 }), isOpen: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    const figuresOf = fc.array(fc.record({ after: fc.integer({ min: 200, max: 1000 }), size: fc.nat(800) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(notesOf, figuresOf, (someNotes, someFigures) => {
        let at = 0;
        const notes = someNotes.map(({ after, lines, isOpen }) => {
          at += after;
          return note(at, lines, isOpen);
        });
        let from = 0;
        const figures = someFigures.map(({ after, size }) => {
          const start = from + after;
          from = start + size;
          return { start, end: from };
        });
        let end = -GAP;
        for (const [index, place] of places(notes, figures).entries()) {
          const own = notes[index] as MeasuredNote;
          assert.ok(place.start >= end + GAP, "apart, in order, on the page");
          assert.ok(Number.isInteger((place.start - own.wanted) / STEP), "on the grid");
          const hidden = own.lines - place.lines;
          assert.ok(
            hidden === 0 || (place.lines >= LEAST_LINES && hidden >= WORTH_FOLDING),
            "folded for a word or two",
          );
          assert.ok(!own.isOpen || place.lines === own.lines, "open");
          for (const figure of figures)
            assert.ok(place.start >= figure.end || place.end <= figure.start, "on no figure");
          end = place.end;
        }
      }),
      { seed: Number(process.env["SEED"] ?? 20_230_317) },
    );
  });
});
