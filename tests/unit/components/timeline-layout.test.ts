import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BREAK, type LayoutSize, layoutTimeline, stack } from "../../../src/components/timeline/layout.ts";
import { divideTimeline } from "../../../src/essay/chronology.ts";
import { event } from "../../support/events.ts";

const room: LayoutSize = { length: 600, dot: 10, step: 30, gap: 20, label: 25 };
const DATES = [
  "1949",
  "1999",
  "2014",
  "2014-09",
  "2022-01-01",
  "2022-01-02",
  "2022-02",
  "2022-03-31",
  "2022-04-01",
  "2022-04-30",
  "2024-05-01",
];
const work = { date: "2022-03", reference: "work" };
const events = DATES.map((date) => event(date));
const layout = (some = events, date = work.date, space = room) =>
  layoutTimeline(divideTimeline(some, { ...work, date }), date, space);
const middle = ({ start, end }: { start: number; end: number }) => (start + end) / 2;
const markOf = (date: string, all = layout()) => {
  const mark = all.marks.find((one) => one.event.date === date);
  assert.ok(mark, date);
  return mark;
};

describe("marks that would overlap", () => {
  it("are put over each other, each in the lowest row that is free", () => {
    const intervals = [
      [0, 10],
      [5, 15],
      [8, 18],
      [12, 20],
      [30, 40],
    ].map(([start = 0, end = 0]) => ({ start, end }));
    assert.deepEqual(stack(intervals, 2), [0, 1, 2, 0, 0]);
    assert.deepEqual(stack(intervals, 3), [0, 1, 2, 3, 0]);
  });

  it("never overlap in the drawing, and every event has one", () => {
    const { marks, rows } = layout();
    assert.deepEqual(new Set(marks.map(({ event: { date } }) => date)), new Set(DATES));
    for (const a of marks)
      for (const b of marks)
        if (a !== b && a.row === b.row)
          assert.ok(a.end < b.start || b.end < a.start, `${a.event.date} ${b.event.date}`);
    assert.equal(rows, Math.max(...marks.map(({ row }) => row)) + 1);
    assert.ok(rows > 1);
  });
});

describe("a timeline's drawing", () => {
  it("is to scale where it is crowded, and has compressed years on both sides", () => {
    const { stretches } = layout();
    assert.deepEqual(stretches, [
      { start: 0, end: 90, toScale: false },
      { start: 110, end: 550, toScale: true },
      { start: 570, end: 600, toScale: false },
    ]);
    // 120 days in 440 units.
    const perDay = 440 / 120;
    assert.ok(Math.abs(middle(markOf("2022-01-02")) - middle(markOf("2022-01-01")) - perDay) < 0.01);
    assert.ok(Math.abs(middle(markOf("2022-04-30")) - middle(markOf("2022-03-31")) - 30 * perDay) < 0.01);
  });

  it("has what is known by its month as a bar over it, and in compressed years as a dot", () => {
    const february = markOf("2022-02");
    assert.ok(!february.exact);
    assert.ok(Math.abs(february.end - february.start - (28 * 440) / 120) < 0.01);
    const september = markOf("2014-09");
    assert.ok(Math.abs(september.end - september.start - room.dot) < 0.01);
    assert.equal(middle(september), middle(markOf("2014")));
    assert.ok(markOf("2022-01-01").exact);
  });

  it("has the work between what came before it and what came after", () => {
    const all = layout();
    for (const mark of all.marks) {
      assert.equal(mark.era, mark.event.date < "2022-03" ? "before" : "after");
      if (mark.era === "before") assert.ok(middle(mark) < all.work, mark.event.date);
      else assert.ok(middle(mark) > all.work, mark.event.date);
    }
    const own = event("2022-03", { sources: ["work"] });
    const sorted = [...events, own].sort((a, b) => (a.date < b.date ? -1 : 1));
    assert.equal(markOf("2022-03", layout(sorted)).era, "work");
  });

  it("has the work in its place among compressed years too, whatever its year", () => {
    for (const date of ["1940", "1960", "2014-05", "2020", "2023", "2024-04", "2025"]) {
      const all = layout(events, date);
      for (const mark of all.marks) {
        const isBefore = mark.era === "before";
        const side = isBefore ? middle(mark) < all.work : middle(mark) > all.work;
        assert.ok(side, `${date}: ${mark.event.date} is ${mark.era}, at ${middle(mark)}, the work at ${all.work}`);
      }
    }
  });

  it("names years that have room for it, and never two in one place", () => {
    const { years } = layout();
    assert.deepEqual(
      years.map(({ date }) => date),
      ["1949", "1999", "2014", "2022", "2024"],
    );
    const narrow = layout(events, work.date, { ...room, label: 45 }).years;
    for (const [index, { position }] of narrow.entries())
      assert.ok(index === 0 || position - (narrow[index - 1]?.position ?? 0) >= 45);
    assert.ok(narrow.length < years.length);
  });

  it("can be made of one event alone", () => {
    const { marks, stretches } = layout([event("2022-03-04")]);
    assert.equal(marks.length, 1);
    assert.deepEqual(stretches, [{ start: 0, end: room.length, toScale: true }]);
  });
});

describe("the names of years", () => {
  it("are said once where a year but begins before the axis is broken, and goes on behind it", () => {
    const crowd = ["2022-04-05", "2023-01-05"].flatMap((date) => Array<string>(4).fill(date));
    const all = ["1949", "1999", ...crowd, "2023-12-01", "2026"];
    const { years, breaks, newYears } = layout(
      all.map((date) => event(date)),
      "2022-03",
      { ...room, length: 400, gap: 60 },
    );
    assert.equal(newYears.length, 1);
    const named = years.filter(({ date }) => date === "2023");
    assert.deepEqual(
      named.map(({ position }) => position > (breaks[1] ?? 0)),
      [true],
    );
  });

  it("touch neither one another nor the signs where the axis is broken", () => {
    const months = Array.from(
      { length: 24 },
      (_none, index) => `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-05`,
    );
    for (let first = 0; first + 8 <= months.length; first += 1) {
      const crowd = [...months.slice(first, first + 8), ...months.slice(first, first + 8)].sort();
      const all = ["1949", "1999", "2014", ...crowd, "2024-05-01", "2026"].map((date) => event(date));
      const { years, breaks } = layout(all, "2022-03", { ...room, gap: 40 });
      assert.equal(breaks.length, 2);
      assert.ok(years.length >= 5);
      years.forEach(({ position }, index) => {
        for (const at of breaks) assert.ok(Math.abs(position - at) >= (room.label + BREAK) / 2);
        const before = years[index - 1];
        if (before) assert.ok(position - before.position >= room.label);
      });
    }
  });
});
