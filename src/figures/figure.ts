import type { Element } from "hast";
import type { FigureData } from "../essay/figures.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { direction } from "../essay/scripts.ts";
import { drawMaps } from "./map.ts";
import { drawSeries, formatValue, known, splitSeries } from "./series.ts";
import { drawSteps, stepsOf } from "./steps.ts";
import { fromLeft, markup, mirrored } from "./svg.ts";

/** A table with the data of a drawing; the first cell of a row is its header. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Ids of the sources of its values, where they have several. */
  readonly sources: readonly string[];
}

/** A figure in one language. */
export interface DrawnFigure {
  /** SVG markup. */
  readonly drawings: readonly string[];
  readonly tables: readonly TextTable[];
}

/** @returns the drawings of a figure, and its data as tables */
export function drawFigure(data: FigureData, language: Language): DrawnFigure {
  const isFromRight = direction(language) === "rtl";
  const drawings = drawingsOf(data, language).map((svg) => {
    if (!isFromRight) return svg;
    return fromLeft(data.kind === "map" ? svg : mirrored(svg));
  });
  return { drawings: drawings.map(markup), tables: tablesOf(data, language) };
}

function drawingsOf(data: FigureData, language: Language): Element[] {
  switch (data.kind) {
    case "map":
      return drawMaps(data, language);
    case "steps":
      return drawSteps(data, language);
    case "series":
      return drawSeries(data, language);
  }
}

/** @returns the data as tables that are narrow enough for a phone */
export function tablesOf(data: FigureData, language: Language): TextTable[] {
  const word = (words: Readonly<Record<string, string>>) => words[language] ?? "";
  switch (data.kind) {
    case "map": {
      const { name, year, none } = data.words;
      const years = [...new Set(data.countries.map((country) => country.year))];
      years.sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
      const rows = years.map((one) => [
        String(one ?? word(none)),
        namesIn(
          data.countries.filter((country) => country.year === one).map((country) => word(country.name)),
          language,
        ),
      ]);
      return [{ head: [word(year), word(name)], rows, sources: [] }];
    }
    case "steps": {
      const { year, name, count } = data.words;
      const rows = stepsOf(data, language).map((step) => [
        String(step.year),
        namesIn(step.names, language),
        String(step.count),
      ]);
      return [{ head: [word(year), word(name), word(count)], rows, sources: [] }];
    }
    case "series": {
      const { lines, points } = splitSeries(data);
      const { year, name, value, estimate, missing } = data.words;
      const years = [...new Set(lines.flatMap(({ values }) => values.map((one) => one.year)))].sort((a, b) => a - b);
      const cell = (one: { value?: number | undefined; isEstimate: boolean } | undefined) => {
        if (one?.value === undefined) return word(missing);
        return one.isEstimate ? `${formatValue(one.value)} ${word(estimate)}` : formatValue(one.value);
      };
      const sourcesOf = (series: typeof lines) => [...new Set(series.flatMap(({ sources }) => sources))];
      const ofLines = {
        head: [word(year), ...lines.map((line) => word(line.name))],
        rows: years.map((one) => [
          String(one),
          ...lines.map(({ values }) => cell(values.find((candidate) => candidate.year === one))),
        ]),
        sources: sourcesOf(lines),
      };
      const ofPoints = {
        head: [word(name), word(year), word(value)],
        rows: points.flatMap((point) => known(point).map((one) => [word(point.name), String(one.year), cell(one)])),
        sources: sourcesOf(points),
      };
      return [ofLines, ofPoints].filter(({ rows }) => rows.length > 0);
    }
  }
}

/** @returns the names as a list in the style of the language */
const namesIn = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(profileOf(language).locale, { type: "conjunction" }).format(names);
