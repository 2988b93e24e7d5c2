import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { FigureTable } from "../essay/figures.ts";
import type { Problem } from "../essay/problem.ts";

/** A table with the line of the file on which each of its rows begins, from 1. */
export interface CsvTable extends FigureTable {
  readonly lines: readonly number[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV strictly by RFC 4180: a header, rows of its length, quotation marks around fields with a comma, a doubled
 * quotation mark or a line break. LF is accepted as a line end, a byte order mark is ignored.
 *
 * @param file path shown to the author
 * @returns the table, or all mistakes
 */
export function parseCsv(text: string, file: string): { readonly table: CsvTable } | { readonly problems: Problem[] } {
  const rows = split(text, file);
  if ("problem" in rows) return { problems: [rows.problem] };
  const [header, ...body] = rows.rows;
  if (!header)
    return { problems: [{ file, what: "the file is empty", how: "Write a header and a row for each datum." }] };

  const problems: Problem[] = [];
  header.cells.forEach((name, index) => {
    if (!/^[a-z][a-z0-9_]*$/u.test(name))
      problems.push({
        file,
        line: header.line,
        what: `“${name}” is not a name of a column`,
        how: "Use lower-case Latin letters, digits and underscores.",
      });
    else if (header.cells.indexOf(name) < index)
      problems.push({ file, line: header.line, what: `there are two columns “${name}”`, how: "Rename one of them." });
  });
  for (const { line, cells } of body)
    if (cells.length !== header.cells.length)
      problems.push({
        file,
        line,
        what: `the row has ${cells.length} fields, the header ${header.cells.length}`,
        how: "Add or remove a comma; a field that holds one belongs in quotation marks.",
      });
  if (problems.length > 0) return { problems };
  return {
    table: {
      columns: header.cells,
      rows: body.map(({ cells }) => cells),
      lines: body.map(({ line }) => line),
    },
  };
}

/** @returns the rows with the lines on which they begin, or the first row with wrong quotation marks */
function split(text: string, file: string): { readonly rows: Row[] } | { readonly problem: Problem } {
  const rows: Row[] = [];
  let line = 1;
  const addRow = (cells: string[]): null => {
    rows.push({ line, cells });
    // The parser counts CR LF inside a field as two lines.
    line += cells.join("").split("\n").length;
    return null;
  };
  try {
    parse(text, { bom: true, record_delimiter: ["\r\n", "\n"], relax_column_count: true, on_record: addRow });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      problem: {
        file,
        line,
        what: "a quotation mark stands alone",
        how: "Put the whole field between quotation marks, and double those inside it.",
      },
    };
  }
}
