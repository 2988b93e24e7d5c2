import type { CitationRecord } from "./record.ts";

/** Names of the languages in babel, which `langid` wants; a language that it lacks is left out. */
const BABEL: Readonly<Record<string, string>> = { ja: "japanese", en: "english", de: "german", fr: "french" };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** What TeX would read as a command. Addresses are left as they are: `url` is a verbatim field. */
const SPECIAL = /[\\{}$&#%_^~]/gu;
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
const escapeTex = (text: string): string => text.replaceAll(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`);

/** Inner braces keep the capitals of a title, and a body's name in one piece. */
const verbatim = (text: string): string => `{{${escapeTex(text)}}}`;
const field = (text: string): string => `{${escapeTex(text)}}`;

/**
 * @returns the file `….bib`. Year and month stand apart, and not as biblatex's `date`, so that BibTeX's own styles
 *   print them too.
 */
export function toBibtex(record: CitationRecord): string {
  const [year = "", month = "1", day = "1"] = record.date.split("-");
  const { work } = record;
  const langid = BABEL[record.language];
  const fields: [string, string][] = [
    ["author", verbatim(record.author)],
    ["title", verbatim(record.title)],
    ...(work ? ([["booktitle", verbatim(work.title)]] satisfies [string, string][]) : []),
    // Styles and programs add the word “edition”.
    [work ? "edition" : "version", field(record.version)],
    ["publisher", verbatim(record.publisher)],
    ["year", `{${year}}`],
    ["month", MONTHS[Number(month) - 1] ?? "jan"],
    ["day", `{${Number(day)}}`],
    ["url", `{${record.url}}`],
    ...(langid ? ([["langid", `{${langid}}`]] satisfies [string, string][]) : []),
    ["note", field(record.nature)],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`).join(",\n");
  return `@${work ? "incollection" : "online"}{${record.key},\n${lines}\n}\n`;
}
