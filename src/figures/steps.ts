import { scaleLinear } from "d3-scale";
import { line as lineThrough } from "d3-shape";
import type { Element, ElementContent } from "hast";
import type { StepsData } from "../essay/figures.ts";
import type { Language } from "../essay/language.ts";
import { drawing, element, round, text, widthOf } from "./svg.ts";

/** The members who joined in one year. */
interface Step {
  readonly year: number;
  readonly names: readonly string[];
  /** Number of members from then on. */
  readonly count: number;
}

/** @returns the steps in chronological order, with names in one language */
export function stepsOf({ members }: StepsData, language: Language): Step[] {
  const years = [...new Set(members.map(({ year }) => year))];
  return years.map((year) => ({
    year,
    names: members.filter((member) => member.year === year).map(({ name }) => name[language] ?? ""),
    count: members.filter((member) => member.year <= year).length,
  }));
}

/** A row is as high as its letters with their feet, and keeps them off the lines above and below it. */
const SIZES = {
  wide: { width: 640, row: 16.5, type: 12, end: 34 },
  narrow: { width: 300, row: 15, type: 11, end: 26 },
} as const;
const TOP = 24;
/** Distance between the edge of a step and its text. */
const GAP = 5;

/**
 * Draws a row for each member, filled from the year in which it joined, the earliest on top. The edges form stairs
 * whose height at a year is the number of members.
 *
 * @returns a drawing for wide columns and one for phones
 */
export const drawSteps = (data: StepsData, language: Language): Element[] =>
  (["wide", "narrow"] as const).map((size) => {
    const { width, row, type, end } = SIZES[size];
    const steps = stepsOf(data, language);
    const first = steps[0]?.year ?? 0;
    const last = steps.at(-1)?.year ?? first;
    // Bold digits are wider than an average letter.
    const yearWidth = widthOf("0000", type * 1.2) + GAP;
    const x = scaleLinear([first, last + 1], [yearWidth, width - end]);
    const y = (count: number) => TOP + count * row;
    const bottom = y(steps.at(-1)?.count ?? 0);
    const right = x(last + 1);

    const edge: [number, number][] = [[right, y(0)]];
    steps.forEach(({ year }, index) => {
      edge.push([x(year), y(steps[index - 1]?.count ?? 0)], [x(year), y(steps[index]?.count ?? 0)]);
    });
    edge.push([right, bottom]);
    const outline = lineThrough().digits(1);

    const ticks = x.ticks(size === "wide" ? 8 : 4).filter((year) => year > first && year < last);
    const children: ElementContent[] = [
      // No longer than to the names, which stand where lines would go on.
      ...ticks.flatMap((year) => [
        element("line", {
          className: ["axis"],
          x1: round(x(year)),
          x2: round(x(year)),
          y1: TOP - 5,
          y2: TOP,
        }),
        text(["tick", "middle"], x(year), TOP - 9, String(year)),
      ]),
      element("path", { className: ["area"], d: `${outline(edge) ?? ""}Z` }),
      element("path", { className: ["edge"], d: outline(edge.slice(1, -1)) ?? "" }),
    ];
    const emphasised = steps.findIndex(({ year }) => data.emphasis !== undefined && year >= data.emphasis);
    if (emphasised >= 0) {
      const corners = edge.slice(1 + emphasised * 2, -1);
      const start = corners[0]?.[1] ?? bottom;
      children.push(
        element("path", {
          className: ["emphasis-area"],
          d: `${outline([[right, start], ...corners, [right, bottom]]) ?? ""}Z`,
        }),
        element("path", { className: ["emphasis-edge"], d: outline(corners) ?? "" }),
      );
    }
    steps.forEach(({ year, names, count }, index) => {
      const before = steps[index - 1]?.count ?? 0;
      const baseline = (place: number) => y(before + place) + row / 2 + type * 0.34;
      const isRoomy = x(year) + GAP + Math.max(...names.map((name) => widthOf(name, type))) < right - GAP;
      children.push(
        element(
          "g",
          { className: ["step"] },
          index > 0
            ? element("line", {
                className: ["rule"],
                x1: round(x(year)),
                x2: width,
                y1: round(y(before)),
                y2: round(y(before)),
              })
            : undefined,
          text(["year", "end"], x(year) - GAP, baseline(0), String(year)),
          ...names.map((name, place) =>
            isRoomy
              ? text("name", x(year) + GAP, baseline(place), name)
              : text(["name", "end"], x(year) - GAP - yearWidth, baseline(place), name),
          ),
          text(["count", "end"], width, baseline(names.length - 1), String(count)),
        ),
      );
    });
    return drawing(width, bottom + 2, type, children, size);
  });
