import type { Line } from "../../src/import/lines/line.ts";
import { MarkedText } from "../../src/import/marked-text.ts";

/** A full line of a page, as a form gives it; `rest` says what else is true of it. */
export const lineOf = (text: string, page: number, number: number, rest: Partial<Line> = {}): Line => ({
  marked: new MarkedText(text),
  page,
  number,
  gap: 0,
  indent: 0,
  end: 40,
  measure: 40,
  startsPage: number === 1,
  hasTrailingSpace: false,
  hasSoftHyphen: false,
  size: 1,
  isBold: false,
  isCentred: false,
  ...rest,
});
