import type { BuildCost } from "./measured-build.ts";
import type { ProfileEntry } from "./profile.ts";
import { ENGINE_LINES, type EngineCost } from "./search-engine.ts";
import type { Transfer } from "./slow-line.ts";
import { type FirstSearch, LATENCIES } from "./visit.ts";

/** What a site costs: its build, a section's page until nothing more comes, and a first search. */
export interface SiteCost extends BuildCost {
  /** The build of the same text once more, which finds what the first has kept. */
  readonly again?: BuildCost;
  readonly page: Transfer;
  /** Absent where the search found nothing. */
  readonly search?: FirstSearch;
}

/** Where and when something was measured. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  /** ISO 8601 */
  readonly date: string;
  /** Processes that wanted to run when the measuring began, over a minute. */
  readonly load: number;
}

/** What was measured of one text. */
export interface BenchRow {
  readonly sections: number;
  /** Number of languages. */
  readonly languages: number;
  /** Of all languages together. */
  readonly characters: number;
  readonly machine: Machine;
  readonly ours: SiteCost;
  readonly starlight?: SiteCost;
}

/** What a first build of a text in one language spends its time on. */
export interface ProfileRow {
  readonly sections: number;
  readonly machine: Machine;
  readonly entries: readonly ProfileEntry[];
}

/** What was measured of the search of a text. */
export interface EngineRow extends EngineCost {
  readonly sections: number;
}

const count = (number: number) => number.toLocaleString("en");
const seconds = (number: number) => `${number.toFixed(1)} s`;
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${count(Math.round(bytes / 1e6))} MB`;
const transfer = ({ bytes, requests }: Transfer) => `${kilobytes(bytes)}, ${requests} requests`;

/** The measures of a site: label, what is written, and the number of which two sites' ratio is told. */
const LINES: readonly (readonly [string, (site: SiteCost) => string, (site: SiteCost) => number | undefined])[] = [
  ["Build", (site) => seconds(site.seconds), (site) => site.seconds],
  ["Processor", (site) => seconds(site.cpuSeconds), (site) => site.cpuSeconds],
  ["Built again", ({ again }) => (again ? seconds(again.seconds) : "—"), ({ again }) => again?.seconds],
  ["Peak memory", (site) => megabytes(site.peakMemory), (site) => site.peakMemory],
  ["Pages", (site) => count(site.pages), () => undefined],
  ["Site on disk", (site) => megabytes(site.siteBytes), (site) => site.siteBytes],
  ["A section’s page, settled", (site) => transfer(site.page), (site) => site.page.bytes],
  ["A first search", (site) => (site.search ? transfer(site.search) : "nothing found"), (site) => site.search?.bytes],
  ...LATENCIES.map(
    (latency) =>
      [
        `First result at ${latency} ms of latency`,
        (site: SiteCost) => (site.search ? seconds((site.search.milliseconds[latency] ?? 0) / 1_000) : "—"),
        (site: SiteCost) => site.search?.milliseconds[latency],
      ] as const,
  ),
];

/** @returns `docs/performance.md` */
export function performanceDocument(
  rows: readonly BenchRow[],
  profiles: readonly ProfileRow[],
  engine: readonly EngineRow[],
): string {
  const sorted = rows.toSorted((a, b) => a.languages - b.languages || a.sections - b.sections);
  return `${[
    "# Performance",
    INTRODUCTION,
    ...[...new Set(sorted.map(({ languages }) => languages))].flatMap((languages) =>
      sitesOf(
        sorted.filter((row) => row.languages === languages),
        languages,
      ),
    ),
    ...profileSection(profiles.toSorted((a, b) => a.sections - b.sections)),
    ...engineSection(engine.toSorted((a, b) => a.sections - b.sections)),
    BUDGETS,
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `\`npm run bench\` measures texts that a program makes: sections of six paragraphs and two notes each, with terms, events
and figures, words drawn by Zipf’s law. It builds each, opens a section’s page in Chromium with nothing in its cache, and
searches from there; and it writes this file, in which no figure comes from elsewhere. \`--sizes 10,100\` and
\`--languages 1\` measure some of the texts and leave the others’ columns as they were; \`--peer starlight\` builds the same
text with Starlight in a temporary folder, in the same run; \`--profile\` tells what the time of 200 and of 1,000 sections
goes into, and measures nothing else. Times vary between machines and with what else these do; bytes and requests do not.
Memory is that of the largest process. A first search goes from the press on the button to the first result, median of
five visits. Browser and site speak over a line of
10 Mbit/s on which every answer, to a page as to its workers, begins after the latency; what comes is counted there.`;

const BUDGETS = `## Budgets

\`npm run budgets\` weighs every section’s page of a built site against the budgets in \`scripts/budgets.ts\`; the tests do so
for this essay.`;

function sitesOf(rows: readonly BenchRow[], languages: number): string[] {
  const header = ["", ...rows.map(({ sections }) => `${count(sections)} sections`)];
  const text = ["Characters", ...rows.map(({ characters }) => count(characters))];
  const ours = LINES.map(([label, write]) => [label, ...rows.map((row) => write(row.ours))]);
  const compared = rows.filter(({ starlight }) => starlight);
  const machines = rows.map(
    ({ sections, machine: { cores, model, date, load } }) =>
      `${count(sections)} sections: ${date}, ${cores} cores (${model}), load ${load.toFixed(1)}`,
  );
  return [
    `## ${languages === 1 ? "One language" : `${languages} languages`}`,
    table([header, text, ...ours]),
    ...(compared.length > 0
      ? [
          "The same text with Starlight, and in brackets what this site needs of that:",
          table([
            ["", ...compared.map(({ sections }) => `${count(sections)} sections`)],
            ...LINES.map(([label, write, number]) => [
              label,
              ...compared.map(({ ours: here, starlight }) => {
                if (!starlight) return "";
                const [a, b] = [number(here), number(starlight)];
                return a && b ? `${write(starlight)} (× ${(a / b).toFixed(2)})` : write(starlight);
              }),
            ]),
          ]),
        ]
      : []),
    `Measured: ${machines.join("; ")}.`,
  ];
}

/** @returns a table of what the largest text's time goes into, the most first */
export function profileSection(profiles: readonly ProfileRow[]): string[] {
  const largest = profiles.at(-1);
  if (!largest) return [];
  const all = profiles.map(({ entries }) => entries.reduce((sum, entry) => sum + entry.seconds, 0));
  const cell = ({ entries }: ProfileRow, wanted: string, index: number): string => {
    const spent = entries.find(({ work }) => work === wanted)?.seconds ?? 0;
    return `${((100 * spent) / (all[index] ?? 1)).toFixed(1)} %`;
  };
  const machines = profiles.map(
    ({ sections, machine: { date, load } }) => `${count(sections)} sections: ${date}, load ${load.toFixed(1)}`,
  );
  return [
    "## Where the time goes",
    "A first build in one language, profiled: the share of the time of all threads of JavaScript that goes by in code of each kind itself, not in what that calls. What the bundler does in threads of its own, and Pagefind in its process, no profile sees.",
    table([
      ["", ...profiles.map(({ sections }) => `${count(sections)} sections`)],
      ...largest.entries.map(({ work }) => [work, ...profiles.map((row, index) => cell(row, work, index))]),
    ]),
    `Profiled: ${machines.join("; ")}.`,
  ];
}

const engineSection = (rows: readonly EngineRow[]): string[] =>
  rows.length === 0
    ? []
    : [
        "## The search alone",
        "Its index and its engine, without the site around it, on Japanese text in sections of about 1,400 characters. Bytes are what a host sends.",
        table([
          ["", ...rows.map(({ sections }) => `${count(sections)} sections`)],
          ...ENGINE_LINES.map(([label, write]) => [label, ...rows.map(write)]),
        ]),
      ];

function table(cells: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = cells;
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rest.map(line)].join("\n");
}
