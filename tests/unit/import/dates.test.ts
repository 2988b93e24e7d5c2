import assert from "node:assert/strict";
import { test } from "node:test";
import { isDate, isoDate } from "../../../src/import/lines/dates.ts";

test("dates are read in figures, in words and by eras", () => {
  for (const [text, iso] of [
    ["2023年3月3日", "2023-03-03"],
    ["二〇二三年三月", "2023-03"],
    ["二千二十三年十二月二十五日", "2023-12-25"],
    ["令和五年三月", "2023-03"],
    ["令和元年五月一日", "2019-05-01"],
    ["昭和64年1月7日", "1989-01-07"],
    ["２０２３年１１月", "2023-11"],
    ["the third of March 2023", "2023-03-03"],
    ["The Twenty-first of June, 1999", "1999-06-21"],
    ["March 3rd, 2023", "2023-03-03"],
    ["3. März 2023", "2023-03-03"],
    ["December 2020", "2020-12"],
    ["Sept. 2020", "2020-09"],
    ["14 juillet 1789", "1789-07-14"],
    ["2023/4/5", "2023-04-05"],
    ["2023년 3월 5일", "2023-03-05"],
    ["2023年3月5号", "2023-03-05"],
    ["le 1er août 2023", "2023-08-01"],
    ["den 3. Oktober 1990", "1990-10-03"],
    ["5 de marzo de 2023", "2023-03-05"],
    ["12 settembre 2001", "2001-09-12"],
  ] as const) {
    assert.equal(isoDate(text), iso, text);
    assert.ok(isDate(text), text);
    assert.ok(isDate(`（${text}）`), text);
  }
  assert.equal(isoDate("2023"), "2023");
  for (const text of [
    "2023年13月",
    "in the third of Marches",
    "第三年三月期",
    "2023-40-01",
    "Decline 1929",
    "Mayer 1866",
  ])
    assert.ok(!isDate(text), text);
});
