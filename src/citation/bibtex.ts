import type { CitationRecord } from "./record.ts";

/** Language names of the LaTeX package babel, for the field `langid`; it is left out for other languages. */
const BABEL: Readonly<Record<string, string>> = { ja: "japanese", en: "english", de: "german", fr: "french" };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** Characters with a meaning in TeX. The field `url` is verbatim and is not escaped. */
const SPECIAL = /[\\{}$&#%_^~]/gu;
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
const escapeTex = (text: string): string => text.replaceAll(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`);

/** Double braces keep the capitals of a title, and the name of an organisation as one name. */
const verbatim = (text: string): string => `{{${escapeTex(text)}}}`;
const field = (text: string): string => `{${escapeTex(text)}}`;

/**
 * @returns the content of a `.bib` file with one entry. Year and month are separate fields instead of biblatex's
 *   `date`, so that classic BibTeX styles print them too.
 */
export function toBibtex(record: CitationRecord): string {
  const [year = "", month = "1", day = "1"] = record.date.split("-");
  const { work } = record;
  const langid = BABEL[record.language];
  const fields: [string, string][] = [
    ["author", verbatim(record.author)],
    ["title", verbatim(record.title)],
    ...(work ? ([["booktitle", verbatim(work.title)]] satisfies [string, string][]) : []),
    // Bibliography styles add the word “edition” to the number.
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
