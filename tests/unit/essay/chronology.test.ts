import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crowdedSpan, divideTimeline, groupByYear, isExact, type Span, spanOf } from "../../../src/essay/chronology.ts";
import { event } from "../../support/events.ts";

const days = ({ start, end }: Span) => [start, end].map((instant) => new Date(instant).toISOString().slice(0, 10));
const dates = (events: readonly { date: string }[]) => events.map(({ date }) => date);

describe("the time of an event", () => {
  it("is as long as it may have been", () => {
    assert.deepEqual(days(spanOf({ date: "2023" })), ["2023-01-01", "2024-01-01"]);
    assert.deepEqual(days(spanOf({ date: "2023-12" })), ["2023-12-01", "2024-01-01"]);
    assert.deepEqual(days(spanOf({ date: "2024-02-29" })), ["2024-02-29", "2024-03-01"]);
    assert.deepEqual(days(spanOf({ date: "2023-12-30", end: "2024-01-02" })), ["2023-12-30", "2024-01-03"]);
  });

  it("is exact where the day is known", () => {
    assert.deepEqual(
      ["2023", "2023-03", "2023-03-17"].map((date) => isExact({ date })),
      [false, false, true],
    );
  });
});

it("events are grouped by the year in which they began", () => {
  const groups = groupByYear([event("2014"), event("2014-09"), event("2022-12-31", { end: "2023-01-02" })]);
  assert.deepEqual(
    groups.map(({ year, events }) => [year, dates(events)]),
    [
      ["2014", ["2014", "2014-09"]],
      ["2022", ["2022-12-31"]],
    ],
  );
});

describe("a timeline", () => {
  const work = { date: "2023-03", reference: "the-essay" };
  const around = ["2022", "2023-02-28", "2023-03-01", "2024"].map((date) => event(date));

  it("is divided at the event that is the work", () => {
    const own = event("2023-03", { sources: ["other", "the-essay"] });
    const divided = divideTimeline([...around.slice(0, 2), own, ...around.slice(2)], work);
    assert.deepEqual(
      [dates(divided.before), divided.work, dates(divided.after)],
      [["2022", "2023-02-28"], own, ["2023-03-01", "2024"]],
    );
  });

  it("is divided at the work's date where no event is the work", () => {
    for (const other of [event("2023-03"), event("2023-02", { sources: ["the-essay"] })]) {
      const divided = divideTimeline([other], work);
      assert.deepEqual([dates(divided.before), divided.work, dates(divided.after)], [[other.date], undefined, []]);
    }
    const divided = divideTimeline(around, work);
    assert.deepEqual(
      [dates(divided.before), dates(divided.after)],
      [
        ["2022", "2023-02-28"],
        ["2023-03-01", "2024"],
      ],
    );
  });
});

describe("the crowded part of a timeline", () => {
  const crowd = (...all: string[]) => days(crowdedSpan(all.map((date) => ({ date }))));

  it("is the shortest run of months with half of the events", () => {
    assert.deepEqual(crowd("1949", "1999", "2021-12-08", "2022-01-26", "2022-02-24", "2026"), [
      "2021-12-01",
      "2022-03-01",
    ]);
    assert.deepEqual(crowd("2000-01-01", "2004-05-05", "2004-06-06", "2020-01-01"), ["2004-05-01", "2004-07-01"]);
  });

  it("holds the larger half of an odd number, and is the earliest of several", () => {
    assert.deepEqual(crowd("2000-01-01", "2001-01-01", "2002-01-01"), ["2000-01-01", "2001-02-01"]);
    assert.deepEqual(crowd("2010-03-03"), ["2010-03-01", "2010-04-01"]);
  });

  it("reaches to the end of all that begins in it", () => {
    assert.deepEqual(crowd("1990", "2022", "2022-02-01", "2030"), ["2022-01-01", "2023-01-01"]);
    assert.deepEqual(
      days(
        crowdedSpan([
          { date: "2022-01-30", end: "2022-02-02" },
          { date: "2022-02-20", end: "2022-03-02" },
        ]),
      ),
      ["2022-01-01", "2022-04-01"],
    );
  });
});
