import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatPeriod, writeDate } from "../../../src/i18n/period.ts";

describe("days from the first to the last", () => {
  it("are written with the wave dash in Japanese, and what both share is not repeated", () => {
    assert.equal(formatPeriod("2023-07-11", "2023-07-12", "ja"), "2023年7月11日\u301C12日");
    assert.equal(formatPeriod("2023-03-27", "2023-04-01", "ja"), "2023年3月27日\u301C4月1日");
    assert.equal(formatPeriod("2023-12-30", "2024-01-02", "ja"), "2023年12月30日\u301C2024年1月2日");
    assert.equal(formatPeriod("2023-03-11", "2023-04-11", "ja"), "2023年3月11日\u301C4月11日");
  });

  it("are written with an en dash in English, close between numbers", () => {
    assert.equal(formatPeriod("2023-07-11", "2023-07-12", "en"), "11–12 July 2023");
    assert.equal(formatPeriod("2023-03-27", "2023-04-01", "en"), "27 March\u2009–\u20091 April 2023");
  });

  it("are one date where there is one", () => {
    assert.equal(formatPeriod("2014-09", undefined, "ja"), "2014年9月");
    assert.equal(formatPeriod("2014-09-04", undefined, "en"), "4 September 2014");
  });
});

describe("a date in pieces", () => {
  const DATES = [
    ["2023"],
    ["2010-11"],
    ["2022-01-06"],
    ["2023-07-11", "2023-07-12"],
    ["2023-12-30", "2024-01-02"],
  ] as const;

  it("is the same words", () => {
    for (const language of ["ja", "en", "fr", "de"])
      for (const [date, end] of DATES) {
        const { yearBefore, dayAndMonth, yearAfter } = writeDate(date, end, language);
        assert.equal(yearBefore + dayAndMonth + yearAfter, formatPeriod(date, end, language));
      }
  });

  it("has its year apart, where one year holds it", () => {
    const apart = (language: string) => DATES.map(([date, end]) => writeDate(date, end, language).dayAndMonth);
    assert.deepEqual(apart("ja"), ["", "11月", "1月6日", "7月11日\u301C12日", "2023年12月30日\u301C2024年1月2日"]);
    assert.deepEqual(apart("en").slice(0, 4), ["", "November", "6 January", "11–12 July"]);
  });
});
