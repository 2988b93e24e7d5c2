import type { FigureTable } from "../essay/figures.ts";

/** Media type of the files of data, as RFC 4180 registers it. */
export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

/** Media type of their descriptions. */
export const CSV_DESCRIPTION_TYPE = "application/csvm+json";

/** @returns the table as CSV with a byte order mark, without which spreadsheets do not recognise UTF-8 */
export function writeCsv({ columns, rows }: FigureTable): string {
  const field = (cell: string) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}
