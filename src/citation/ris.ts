import type { CitationRecord } from "./record.ts";

/** @returns the content of a `.ris` file with one entry: a tag a line, lines ended by CR LF as the format requires */
export function toRis(record: CitationRecord): string {
  const { work } = record;
  const lines: [string, string][] = [
    ["TY", work ? "CHAP" : "ELEC"],
    ["ID", record.key],
    ["AU", record.author],
    ["TI", record.title],
    ...(work ? ([["T2", work.title]] satisfies [string, string][]) : []),
    ["ET", record.version],
    ["PB", record.publisher],
    ["PY", record.date.slice(0, 4)],
    ["DA", `${record.date.replaceAll("-", "/")}/`],
    ["LA", record.language],
    ["UR", record.url],
    ["N1", record.nature],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value.replaceAll(/\s+/gu, " ")}`).join("\r\n")}\r\nER  - \r\n`;
}
