/** A table of figures: what stands in each column by the label of its row. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a section of a document says in figures. */
export interface Figures {
  /** Tables, in their order. */
  readonly tables: readonly Columns[];
  /** Of each column, when and where it was measured. */
  readonly conditions: ReadonlyMap<string, string>;
}

const NO_FIGURES: Figures = { tables: [], conditions: new Map() };

/**
 * Reads the figures of a Markdown document, so that a run that measures some of them can leave the others as they are.
 *
 * @returns its sections by their headings
 */
export function readFigures(document: string): ReadonlyMap<string, Figures> {
  const sections = document.split(/^## /mu).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = "", ...blocks] = section.split("\n\n").map((block) => block.trim());
      const conditions = blocks.flatMap(
        (block) => /^(?:Measured|Profiled): (.*)\.$/su.exec(block)?.[1]?.split("; ") ?? [],
      );
      return [
        heading,
        {
          tables: blocks.filter((block) => block.startsWith("|")).map(readTable),
          conditions: new Map(conditions.map((condition) => splitOnce(condition, ": "))),
        },
      ];
    }),
  );
}

function readTable(table: string): Columns {
  const [header = [], , ...rows] = table.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const cells = (column: number) => new Map(rows.map((row) => [row[0] ?? "", row[column] ?? ""]));
  return new Map(header.map((name, column) => [name, cells(column)] as const).slice(1));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}

/** @returns both, in the order of the numbers with which their columns begin; of a column that both have, the later */
export function mergeFigures(earlier: Figures = NO_FIGURES, later: Figures = NO_FIGURES): Figures {
  const count = Math.max(earlier.tables.length, later.tables.length);
  return {
    tables: Array.from({ length: count }, (_, index) => merge(earlier.tables[index], later.tables[index])),
    conditions: merge(earlier.conditions, later.conditions),
  };
}

const merge = <Value>(
  earlier: ReadonlyMap<string, Value> = new Map(),
  later: ReadonlyMap<string, Value> = new Map(),
): ReadonlyMap<string, Value> => new Map([...earlier, ...later].toSorted(([a], [b]) => numberIn(a) - numberIn(b)));

/** @returns the number with which a text begins */
export const numberIn = (text: string): number => Number.parseFloat(text.replaceAll(",", ""));

/**
 * @param labels of the rows, in order; those that no column has are left out
 * @returns the table in Markdown, its columns as wide as what is in them
 */
export function writeTable(columns: Columns, labels: readonly string[]): string {
  const used = labels.filter((label) => [...columns.values()].some((cells) => cells.has(label)));
  const rows = [
    ["", ...columns.keys()],
    ...used.map((label) => [label, ...[...columns.values()].map((cells) => cells.get(label) ?? "")]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell))).join(" | ")} |`;
  const [header = [], ...rest] = rows;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join("\n");
}

/** @returns the places that a text takes where letters of East Asia take two */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter) ? 2 : 1),
    0,
  );
