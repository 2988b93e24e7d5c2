import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { checkCharacters } from "../checks/source/characters.ts";
import type { FigureData, FigureTable, MapData, SeriesData, StepsData } from "../essay/figures.ts";
import type { Language, Localised } from "../essay/language.ts";
import type { Problem } from "../essay/problem.ts";
import { drawMaps, holdsView, isOnMap, unknownCodes, unlistedCountries } from "../figures/map.ts";
import { type CsvTable, parseCsv } from "../figures/parse-csv.ts";
import { drawSeries } from "../figures/series.ts";
import { drawSteps } from "../figures/steps.ts";
import { wordsOutside } from "../figures/svg.ts";
import type { FiguresFile } from "../schemas/annotations.ts";
import { FIGURE_COLUMNS, nameColumn } from "../schemas/figures.ts";
import { readText } from "./read-text.ts";
import type { LocateInYaml } from "./validate-yaml.ts";

type Entry = FiguresFile[number];

/** Context of reading figure data. */
interface FigureContext {
  /** Directory of the essay, absolute. */
  readonly directory: string;
  /** Gives the path that an author is shown. */
  readonly name: (path: string) => string;
  readonly languages: readonly Language[];
  /** Positions of entries in `figures.yaml`. */
  readonly locate: LocateInYaml;
  /** Collects mistakes. */
  readonly problems: Problem[];
}

const DATA_FOLDER = "data";
const dataFile = (id: string) => join(DATA_FOLDER, `${id}.csv`);

/** @returns a problem for each data file without a figure */
export function strayData(entries: readonly Entry[], { directory, name }: FigureContext): Problem[] {
  const folder = join(directory, DATA_FOLDER);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((file) => !entries.some(({ id }) => file === `${id}.csv`))
    .map((file) => ({
      file: name(join(DATA_FOLDER, file)),
      what: "no figure in figures.yaml has these data",
      how: "Name the file by the figure’s id, or delete it.",
    }));
}

/**
 * Reads the data of a figure from the CSV file with its id.
 *
 * @param index of the entry in `figures.yaml`
 * @returns data and table; `undefined` where there are mistakes
 */
export function readFigureData(
  entry: Entry,
  index: number,
  context: FigureContext,
): { readonly data: FigureData; readonly table: FigureTable } | undefined {
  const problems: Problem[] = [...missingWords(entry, index, context)];
  const table = readTable(entry.id, index, context, problems);
  const rows = table && problems.length === 0 ? rowsOf(table, entry, context, problems) : [];
  if (!table || problems.length > 0) {
    context.problems.push(...problems);
    return undefined;
  }
  const data = assemble(entry, rows, problems);
  if (data.kind === "series") problems.push(...unknownNames(entry, data, index, context));
  if (problems.length === 0 && data.kind === "map") problems.push(...mapProblems(data, index, context));
  if (problems.length === 0) problems.push(...wordProblems(data, index, context));
  context.problems.push(...problems);
  return problems.length > 0 ? undefined : { data, table: { columns: table.columns, rows: table.rows } };
}

/** Reports missing translations in the fields of one kind. */
function missingWords(entry: Entry, index: number, { languages, locate }: FigureContext): Problem[] {
  const words: [PropertyKey[], Localised][] = [
    ...Object.entries(entry.words).map(([key, text]): [PropertyKey[], Localised] => [["words", key], text]),
    ...(entry.kind === "map"
      ? entry.places.map(({ name }, place): [PropertyKey[], Localised] => [["places", place, "name"], name])
      : []),
    ...(entry.kind === "series"
      ? entry.marks.map(({ name }, mark): [PropertyKey[], Localised] => [["marks", mark, "name"], name])
      : []),
  ];
  return words.flatMap(([path, text]) =>
    languages
      .filter((language) => !(language in text))
      .map((language) => ({
        ...locate([index, ...path]),
        what: `“${path.map(String).join(".")}” has no text for the language “${language}”`,
        how: "Add it: a figure stands in every language of the essay.",
      })),
  );
}

function readTable(
  id: string,
  index: number,
  { directory, name, locate }: FigureContext,
  problems: Problem[],
): CsvTable | undefined {
  const path = dataFile(id);
  const file = name(path);
  if (!existsSync(join(directory, path))) {
    problems.push({
      ...locate([index, "id"]),
      what: `the figure “${id}” has no data`,
      how: `Write them as comma-separated values into ${file}.`,
    });
    return undefined;
  }
  const read = readText(join(directory, path), file);
  if ("problem" in read) {
    problems.push(read.problem);
    return undefined;
  }
  const { text } = read;
  problems.push(...checkCharacters(text, file));
  const result = parseCsv(text, file);
  if ("problems" in result) {
    problems.push(...result.problems);
    return undefined;
  }
  return result.table;
}

/** A row of the CSV file, cells by column name. */
interface DataRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly name: Localised;
}

function rowsOf(
  { columns, rows, lines }: CsvTable,
  { id, kind }: Entry,
  { name, languages }: FigureContext,
  problems: Problem[],
): DataRow[] {
  const file = name(dataFile(id));
  const wanted = [...languages.map(nameColumn), ...Object.keys(FIGURE_COLUMNS[kind])];
  for (const column of wanted)
    if (!columns.includes(column))
      problems.push({
        file,
        line: 1,
        what: `there is no column “${column}”`,
        how: `Add it: a figure of the kind “${kind}” has the columns ${wanted.join(", ")}.`,
      });
  if (rows.length === 0)
    problems.push({ file, line: 1, what: "there are no data", how: "Write a row for each datum." });
  return rows.map((row, index) => {
    const line = lines[index] ?? 1;
    const cells = Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ""]));
    for (const column of languages.map(nameColumn))
      if (cells[column] === "")
        problems.push({ file, line, what: `“${column}” is empty`, how: "Write the name in this language." });
    const names = Object.fromEntries(languages.map((language) => [language, cells[nameColumn(language)] ?? ""]));
    return { file, line, cells, name: names };
  });
}

/** @returns the number in a cell; `undefined` where it is empty; mistakes are added to `problems` */
function numberIn({ file, line, cells }: DataRow, column: string, form: RegExp, problems: Problem[]) {
  const cell = cells[column] ?? "";
  if (cell === "") return undefined;
  if (!form.test(cell))
    problems.push({
      file,
      line,
      what: `“${cell}” in the column “${column}” is not ${form === YEAR ? "a year" : "a number"}`,
      how:
        form === YEAR ? "Write it with four digits." : "Write it with digits and a decimal point, or leave it empty.",
    });
  return Number(cell);
}

const YEAR = /^\d{4}$/u;
const NUMBER = /^-?\d+(\.\d+)?$/u;

function yearIn(row: DataRow, problems: Problem[]): number {
  const year = numberIn(row, "year", YEAR, problems);
  if (year === undefined)
    problems.push({ file: row.file, line: row.line, what: "“year” is empty", how: "Write the year with four digits." });
  return year ?? 0;
}

function assemble(entry: Entry, rows: readonly DataRow[], problems: Problem[]): FigureData {
  switch (entry.kind) {
    case "map":
      return mapData(entry, rows, problems);
    case "steps": {
      const members = rows.map((row) => ({ name: row.name, year: yearIn(row, problems) }));
      return {
        kind: "steps",
        words: entry.words,
        members: members.toSorted((one, other) => one.year - other.year),
        emphasis: entry.emphasis,
      } satisfies StepsData;
    }
    case "series":
      return seriesData(entry, rows, problems);
  }
}

function mapData(entry: Entry & { kind: "map" }, rows: readonly DataRow[], problems: Problem[]): MapData {
  const { kind, years, classes, emphasis, view, border, territories, labels, places, words } = entry;
  const countries = rows.map((row) => ({
    code: row.cells["code"] ?? "",
    name: row.name,
    year: numberIn(row, "year", YEAR, problems),
  }));
  rows.forEach(({ file, line }, index) => {
    const { code = "", year } = countries[index] ?? {};
    if (unknownCodes([code]).length > 0)
      problems.push({
        file,
        line,
        what: `“${code}” is the code of no country`,
        how: "Write the ISO 3166-1 numeric code with three digits.",
      });
    else if (countries.findIndex((country) => country.code === code) < index)
      problems.push({ file, line, what: `“${code}” has a row already`, how: "Take one of the two out." });
    if (year !== undefined && year < (classes[0] ?? 0))
      problems.push({
        file,
        line,
        what: `${year} is before the first class of the map, ${classes[0]}`,
        how: "Correct the year, or let “classes” begin with it.",
      });
  });
  return { kind, years, classes, emphasis, view, border, territories, labels, places, words, countries };
}

/** Names that are to be emphasised and have no values. */
function unknownNames(entry: Entry, { series }: SeriesData, index: number, { locate }: FigureContext): Problem[] {
  if (entry.kind !== "series") return [];
  const names = new Set(series.flatMap(({ name }) => Object.values(name)));
  return entry.emphasis.flatMap((name, place) =>
    names.has(name)
      ? []
      : [
          {
            ...locate([index, "emphasis", place]),
            what: `“${name}” is no name of the figure’s data`,
            how: "Write it as a column “name_…” of the data does, in any of the languages.",
          },
        ],
  );
}

/** Words that are too long for the drawing, which grows with the data and not with what they are called. */
function wordProblems(data: FigureData, index: number, { locate, languages }: FigureContext): Problem[] {
  const draw = { map: drawMaps, series: drawSeries, steps: drawSteps }[data.kind] as (
    data: FigureData,
    language: Language,
  ) => Element[];
  return languages.flatMap((language) =>
    [...new Set(draw(data, language).flatMap(wordsOutside))].map((words) => ({
      ...locate([index, "id"]),
      what: `“${words}” does not fit into the drawing on a telephone (${language})`,
      how: "Say it shorter; what is longer belongs in the caption.",
    })),
  );
}

/** Checks that need the projection of the map. */
function mapProblems(data: MapData, index: number, { locate, name }: FigureContext): Problem[] {
  if (!holdsView(data))
    return [
      {
        ...locate([index, "view"]),
        what: "the view is too wide for its latitudes: the map is a cone, which cannot hold it",
        how: "Take a narrower part of the world, or one that reaches less far to a pole.",
      },
    ];
  const outside: [PropertyKey[], string][] = [
    ...data.places.flatMap(({ longitude, latitude }, place): [PropertyKey[], string][] =>
      isOnMap(data, longitude, latitude) ? [] : [[["places", place], "this place"]],
    ),
    ...Object.entries(data.labels).flatMap(([code, [longitude, latitude]]): [PropertyKey[], string][] =>
      isOnMap(data, longitude, latitude) ? [] : [[["labels", code], `the name of ${code}`]],
    ),
  ];
  if (outside.length > 0)
    return outside.map(([path, what]) => ({
      ...locate([index, ...path]),
      what: `${what} would stand outside of the map`,
      how: "Correct its longitude and latitude, or let “view” hold them.",
    }));
  const listed = new Set(data.countries.map(({ code }) => code));
  const named: [PropertyKey[], string][] = [
    ...(data.border ?? []).map((code, place): [PropertyKey[], string] => [["border", place], code]),
    ...Object.entries(data.territories).map(([key, code]): [PropertyKey[], string] => [["territories", key], code]),
    ...Object.keys(data.labels).map((code): [PropertyKey[], string] => [["labels", code], code]),
  ];
  return [
    ...named
      .filter(([, code]) => !listed.has(code))
      .map(([path, code]) => ({
        ...locate([index, ...path]),
        what: `“${code}” is no country of the figure’s data`,
        how: "Correct the code, or give the country a row.",
      })),
    ...unlistedCountries(data).map(({ code, name: country }) => ({
      ...locate([index, "view"]),
      what: `${country} (${code}) would be on the map, and ${name("data")} does not say what it is`,
      how: "Give it a row, with an empty year where it is blank; a territory of another belongs to “territories”.",
    })),
  ];
}

function seriesData(entry: Entry & { kind: "series" }, rows: readonly DataRow[], problems: Problem[]): SeriesData {
  const series = new Map<string, SeriesData["series"][number]>();
  for (const row of rows) {
    const { file, line, cells, name } = row;
    const key = Object.values(name).join("\n");
    const year = yearIn(row, problems);
    const estimate = cells["estimate"] ?? "";
    if (estimate !== "yes" && estimate !== "no")
      problems.push({ file, line, what: `“${estimate}” in the column “estimate”`, how: "Write yes or no." });
    const sources = (cells["source"] ?? "").split(" ").filter(Boolean);
    if (sources.length === 0 || sources.some((source) => !entry.sources.includes(source)))
      problems.push({
        file,
        line,
        what: `“${cells["source"]}” is not among the sources of the figure`,
        how: "Write their ids with spaces between, and name them under “sources” in figures.yaml.",
      });
    const known = series.get(key);
    if (known?.values.some((value) => value.year === year))
      problems.push({ file, line, what: `${year} has a value already`, how: "Take one of the two out." });
    const value = { year, value: numberIn(row, "value", NUMBER, problems), isEstimate: estimate === "yes" };
    series.set(key, {
      name,
      values: [...(known?.values ?? []), value].sort((one, other) => one.year - other.year),
      sources: [...new Set([...(known?.sources ?? []), ...sources])],
      isEmphasised: Object.values(name).some((one) => entry.emphasis.includes(one)),
    });
  }
  return { kind: "series", words: entry.words, series: [...series.values()], marks: entry.marks };
}
