import { scaleLinear } from "d3-scale";
import { line as lineThrough } from "d3-shape";
import type { Element, ElementContent } from "hast";
import type { SeriesData, SeriesValue } from "../essay/figures.ts";
import type { Language } from "../essay/language.ts";
import { drawing, element, round, text, widthOf } from "./svg.ts";
import { lineStyles } from "./svg-styles.ts";

type Series = SeriesData["series"][number];
/** A value that is not missing. */
type Known = SeriesValue & { readonly value: number };

/** @returns the series that are drawn as lines, and those drawn as points */
export function splitSeries({ series }: SeriesData): { lines: readonly Series[]; points: readonly Series[] } {
  return {
    lines: series.filter(({ values }) => values.length > 1),
    points: series.filter(({ values }) => values.length === 1),
  };
}

const SIZES = {
  wide: { width: 640, height: 400, type: 12 },
  narrow: { width: 300, height: 400, type: 11 },
} as const;
const TOP = 30;
const BOTTOM = 24;
/** Distance between two names beside the drawing, in ems. */
const LABEL_LINE = 1.4;
/** Distance between the end of a line and its label. */
const LEADER = 18;
/** The least that is left for the lines, where names are long. */
const LEAST_PLOT = 60;
/** Steps between the years that are written out. */
const YEAR_STEPS = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
/** Pixels between two lines of a scale that can be told apart. */
const LEAST_TICK = 3;
/** Between the line of a date and its words. */
const DATE_GAP = 4;

/**
 * Draws values by year. A line is interrupted where a value is missing. Each series is labelled at its last value,
 * labels kept apart; a hollow mark is an estimate. A year’s value stands for the whole of it, in its middle. Where a day is
 * marked, the scale has its ticks where years begin, and each year is named between two of them: so the day is seen to be
 * in its year.
 *
 * @returns a drawing for wide columns and one for phones
 */
export const drawSeries = (data: SeriesData, language: Language): Element[] =>
  (["wide", "narrow"] as const).map((size) => {
    const { width, type } = SIZES[size];
    const { lines, points } = splitSeries(data);
    const values = data.series.flatMap((series) => known(series));
    const years = data.series.flatMap(({ values: own }) => own.map(({ year }) => year));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const labelOf = (series: Series) => {
      const end = known(series).at(-1);
      // A line that ends early is labelled at its own end, with its year.
      const year = end && end.year !== last ? ` (${end.year})` : "";
      return `${series.name[language] ?? ""} ${end ? formatValue(end.value) : ""}${year}`;
    };
    const endsEarly = (series: Series) => known(series).at(-1)?.year !== last;
    const levels = data.marks.flatMap((mark) => ("value" in mark ? [mark] : []));
    const days = data.marks.flatMap((mark) => ("date" in mark ? [{ ...mark, at: yearsAt(mark.date) }] : []));
    const labelWidth = Math.max(
      ...levels.map(({ name }) => widthOf(name[language] ?? "", type)),
      ...data.series.map((series) => widthOf(labelOf(series), type) - (endsEarly(series) ? LEADER : 0)),
    );
    // Each name needs a line of its own beside the drawing.
    const height = Math.max(
      SIZES[size].height,
      TOP + BOTTOM + (data.series.length + levels.length) * type * LABEL_LINE,
    );
    const measured = [...values, ...levels].map(({ value }) => value);
    const [least, most] = [Math.min(0, ...measured), Math.max(0, ...measured)];
    const y = scaleLinear([least, most === least ? least + 1 : most], [height - BOTTOM, TOP]).nice(5);
    const left = Math.max(...y.ticks(5).map((value) => widthOf(formatTick(value), type))) + 8;
    const hasDays = days.some(({ at }) => at >= first - 0.5 && at <= last + 0.5);
    const room = [left + 4, Math.max(left + 4 + LEAST_PLOT, width - labelWidth - LEADER - 4)] as const;
    const yearWidth = (room[1] - room[0]) / Math.max(1, last - first + (hasDays ? 1 : 0));
    const inset = hasDays ? yearWidth / 2 : 0;
    const x = scaleLinear([first, last], [room[0] + inset, room[1] - inset]);
    const end = x(last) + inset;
    const step = YEAR_STEPS.find((one) => one * yearWidth >= widthOf("0000", type) + 6) ?? last - first + 1;
    const path = lineThrough<SeriesValue>()
      .defined(({ value }) => value !== undefined)
      .x(({ year }) => x(year))
      .y(({ value }) => y(value ?? 0))
      .digits(1);

    const marks: ElementContent[] = [];
    const plain = lines.filter(({ isEmphasised }) => !isEmphasised);
    const places = new Map(plain.map((series, place) => [series, place]));
    // What is emphasised lies above what it crosses.
    [...plain, ...lines.filter(({ isEmphasised }) => isEmphasised)].forEach((series, index) => {
      marks.push(
        element(
          "g",
          { className: ["line"], ...lineStyles(places.get(series) ?? index, series.isEmphasised) },
          element("path", { d: path(series.values) ?? "" }),
          ...known(series)
            .filter(({ isEstimate }) => isEstimate)
            .map((value) => dot("estimate", value)),
        ),
      );
    });
    for (const series of points)
      marks.push(
        element(
          "g",
          { className: ["point"] },
          ...known(series).map((value) => dot(value.isEstimate ? "estimate" : "measured", value)),
        ),
      );
    function dot(className: string, { year, value }: Known): Element {
      return element("circle", { className: [className], cx: round(x(year)), cy: round(y(value)), r: 2.8 });
    }

    const ends = data.series.flatMap((series) => {
      const value = known(series).at(-1);
      if (!value) return [];
      const at = y(value.value);
      return [{ series, last: value, at, wished: endsEarly(series) ? at + type * 1.3 : at }];
    });
    const heights = spread(
      [...ends.map(({ wished }) => wished), ...levels.map(({ value }) => y(value))],
      type * LABEL_LINE,
      [TOP, height - BOTTOM],
    );
    const measures = [
      ...levels.flatMap(({ value, name }, index) => {
        const place = heights[ends.length + index] ?? y(value);
        const start = end + LEADER;
        return [
          element("line", {
            className: ["measure"],
            x1: round(left),
            x2: round(end + 4),
            y1: round(y(value)),
            y2: round(y(value)),
          }),
          leader(end + 5, y(value), start, place),
          text("tick", start, place + type * 0.36, name[language] ?? ""),
        ];
      }),
      ...days
        .filter(({ at }) => at >= first - 0.5 && at <= last + 0.5)
        .flatMap(({ at, name }) => {
          // After its line, unless the drawing or the name of a series ends before the words do.
          const wordsEnd = x(at) + DATE_GAP + widthOf(name[language] ?? "", type);
          const isBefore = wordsEnd > width || (wordsEnd > end && Math.min(...heights) < TOP + type);
          return [
            element("line", {
              className: ["measure"],
              x1: round(x(at)),
              x2: round(x(at)),
              y1: TOP - type,
              y2: height - BOTTOM + (hasDays ? 5 : 0),
            }),
            text(
              isBefore ? ["tick", "end"] : "tick",
              x(at) + (isBefore ? -DATE_GAP : DATE_GAP),
              TOP - type * 0.25,
              name[language] ?? "",
            ),
          ];
        }),
    ];
    const labels = ends.map(({ series, last: { year }, at }, index) => {
      const place = heights[index] ?? at;
      const isEarly = endsEarly(series);
      const start = isEarly ? x(year) + 4 : end + LEADER;
      const isLine = lines.includes(series);
      return element(
        "g",
        { className: ["label"] },
        // From an early end, a leader would look like a continuation of the line.
        isEarly ? undefined : leader(x(last) + 5, at, start, place),
        text(
          ["name", ...(isLine ? [] : ["of-point"]), ...(series.isEmphasised ? ["emphasised"] : [])],
          start,
          place + type * 0.36,
          labelOf(series),
        ),
      );
    });

    const ticks = Array.from({ length: last - first + 1 }, (_none, index) => first + index);
    const beginnings = hasDays ? [...ticks, last + 1].map((year) => year - 0.5) : ticks;
    return drawing(
      width,
      height,
      type,
      [
        text("tick", 0, 12, data.words.value[language] ?? ""),
        ...y.ticks(5).flatMap((value) => [
          ...(levels.some((level) => level.value === value)
            ? []
            : [
                element("line", {
                  className: [value === 0 ? "axis" : "grid"],
                  x1: round(left),
                  x2: round(end + 4),
                  y1: round(y(value)),
                  y2: round(y(value)),
                }),
              ]),
          text(["tick", "end"], left - 5, y(value) + type * 0.36, formatTick(value)),
        ]),
        ...beginnings
          .filter((year) => yearWidth >= LEAST_TICK || (last - Math.ceil(year)) % step === 0)
          .map((year) =>
            element("line", {
              className: ["axis"],
              x1: round(x(year)),
              x2: round(x(year)),
              y1: height - BOTTOM,
              y2: height - BOTTOM + 4,
            }),
          ),
        ...ticks
          .filter((year) => (last - year) % step === 0)
          .map((year) => text(["tick", "middle"], x(year), height - BOTTOM + 17, String(year))),
        ...measures,
        ...marks,
        ...labels,
      ],
      size,
    );
  });

/** @returns the line from the end of a value to its label */
const leader = (x: number, y: number, start: number, place: number): Element =>
  element("path", { className: ["leader"], d: `M${round(x)},${round(y)}L${round(start - 3)},${round(place)}` });

/** @returns where a date stands among years of which each is named in its middle; a month is its middle, too */
function yearsAt(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return year;
  const inMonth = day === undefined ? 0.5 : (day - 1) / 31;
  return year - 0.5 + (month - 1 + inMonth) / 12;
}

/** @returns the values that are not missing */
export const known = ({ values }: Series): Known[] =>
  values.filter((value): value is Known => value.value !== undefined);

/** @returns the value with two decimals, as the sources publish it */
export const formatValue = (value: number): string => withMinus(value.toFixed(2));

/** A scale's value, without the tail that binary fractions have. */
const formatTick = (value: number): string => withMinus(String(Number(value.toPrecision(12))));

/** A hyphen before a number is a minus sign. */
const withMinus = (number: string): string => number.replace(/^-/u, "\u2212");

/**
 * Moves positions apart by as little as possible, keeping their order.
 *
 * @param distance least distance between two positions
 * @param limits first and last position allowed
 * @returns the new positions, in the order of the old ones
 */
export function spread(
  places: readonly number[],
  distance: number,
  [least, most]: readonly [number, number],
): readonly number[] {
  // Neighbours that are too close become a block, centred on the mean of their wanted positions (pool adjacent
  // violators).
  const order = places.map((_place, index) => index).sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
  const blocks: { members: number[]; start: number }[] = [];
  const startOf = (members: readonly number[]) => {
    const wished = members.reduce((sum, index, place) => sum + (places[index] ?? 0) - place * distance, 0);
    return Math.max(least, Math.min(wished / members.length, most - (members.length - 1) * distance));
  };
  for (const index of order) {
    let block = { members: [index], start: startOf([index]) };
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.start + before.members.length * distance <= block.start) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      block = { members, start: startOf(members) };
    }
    blocks.push(block);
  }
  const result = [...places];
  for (const { members, start } of blocks)
    members.forEach((index, place) => {
      result[index] = start + place * distance;
    });
  return result;
}
