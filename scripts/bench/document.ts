import type { BuildCost } from "./measured-build.ts";
import { OTHER_WORK, type ProfileEntry } from "./profile.ts";
import { ENGINE_LINES, type EngineCost } from "./search-engine.ts";
import type { Transfer } from "./slow-line.ts";
import { type Columns, type Figures, mergeFigures, numberIn, readFigures, writeTable } from "./tables.ts";
import { type FirstSearch, LATENCIES, LETTER_IN_MS } from "./visit.ts";

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
/** What takes a fraction of a second. */
const preciseSeconds = (number: number) => `${number.toFixed(2)} s`;
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${count(Math.round(bytes / 1e6))} MB`;
const transfer = ({ bytes, requests }: Transfer) =>
  `${kilobytes(bytes)}, ${requests} ${requests === 1 ? "request" : "requests"}`;

/** A measure of a site: label, what is written, and the number of which two sites' ratio is told. */
type Line = readonly [string, (site: SiteCost) => string, (site: SiteCost) => number | undefined];

const lineOfTimes = (label: string, time: (search: FirstSearch) => number | undefined): Line => [
  label,
  ({ search }) => (search ? preciseSeconds((time(search) ?? 0) / 1_000) : "—"),
  ({ search }) => search && time(search),
];

const LINES: readonly Line[] = [
  ["Build", (site) => seconds(site.seconds), (site) => site.seconds],
  ["Processor", (site) => seconds(site.cpuSeconds), (site) => site.cpuSeconds],
  ["Built again", ({ again }) => (again ? seconds(again.seconds) : "—"), ({ again }) => again?.seconds],
  ["Peak memory", (site) => megabytes(site.peakMemory), (site) => site.peakMemory],
  ["Pages", (site) => count(site.pages), () => undefined],
  ["Site on disk", (site) => megabytes(site.siteBytes), (site) => site.siteBytes],
  ["A section’s page, settled", (site) => transfer(site.page), (site) => site.page.bytes],
  ["A first search", (site) => (site.search ? transfer(site.search) : "nothing found"), (site) => site.search?.bytes],
  ...LATENCIES.map((latency) =>
    lineOfTimes(`First result at ${latency} ms of latency`, ({ milliseconds }) => milliseconds[latency]),
  ),
  ...LATENCIES.map((latency) =>
    lineOfTimes(`After the last letter, at ${latency} ms`, ({ afterTyping }) => afterTyping[latency]),
  ),
];

/** What a run has measured. */
export interface Results {
  readonly rows?: readonly BenchRow[];
  readonly profiles?: readonly ProfileRow[];
  readonly engine?: readonly EngineRow[];
}

const PROFILE = "Where the time goes";
const ENGINE = "The search alone";

/**
 * @param earlier the document as it is; what was not measured again stays as it says
 * @returns `docs/performance.md`
 */
export function performanceDocument(earlier: string, { rows = [], profiles = [], engine = [] }: Results): string {
  const known = readFigures(earlier);
  const languages = [...known.keys()].map(languagesOf).filter((number) => number !== undefined);
  const all = [...new Set([...languages, ...rows.map((row) => row.languages)])].toSorted((a, b) => a - b);
  const merged = (heading: string, later: Figures) => mergeFigures(known.get(heading), later);
  return `${[
    "# Performance",
    INTRODUCTION,
    ...all.flatMap((number) => {
      const heading = headingOf(number);
      return siteSection(heading, merged(heading, figuresOfSites(rows.filter((row) => row.languages === number))));
    }),
    ...profileSection(merged(PROFILE, figuresOfProfiles(profiles))),
    ...engineSection(merged(ENGINE, figuresOfEngine(engine))),
    BUDGETS,
  ].join("\n\n")}\n`;
}

const headingOf = (languages: number): string => (languages === 1 ? "One language" : `${languages} languages`);

const languagesOf = (heading: string): number | undefined =>
  heading === headingOf(1) ? 1 : /^\d+ languages$/u.test(heading) ? numberIn(heading) : undefined;

const INTRODUCTION = `\`npm run bench\` measures texts that a program makes: sections of six paragraphs and two notes each, with terms, events
and figures, words drawn by Zipf’s law. It builds each, opens a section’s page in Chromium with nothing in its cache, and
searches from there; and it writes this file, in which no figure comes from elsewhere. \`--sizes 10,100\` and
\`--languages 1\` measure some of the texts and leave the others’ columns as they were; \`--peer starlight\` builds the same
text with Starlight in a temporary folder, in the same run; \`--profile\` tells what the time of 200 and of 1,000 sections
goes into, and measures nothing else. Times vary between machines and with what else these do; bytes and requests do not.
Sites and caches of earlier builds are moved out of the way before one begins and deleted after the last: a file system
that has just deleted thousands of files may take long to make as many. Memory is that of the largest process.
A first search is made from a page that has settled, and ends with the first result
that is seen and has all of the words: from the press on the button, where the words come in one piece as from a paste; and
from the last letter, where they are typed, a letter every ${LETTER_IN_MS} milliseconds, as soon as there is a field. Each
is the median of five visits. Browser and site speak over a line of 10 Mbit/s on which every answer, to a page as to its
workers, begins after the latency; what comes is counted there, of a search in one piece.`;

const BUDGETS = `## Budgets

\`npm run budgets\` weighs every section’s page of a built site against the budgets in \`scripts/budgets.ts\`; the tests do so
for this essay.`;

const CHARACTERS = "Characters";
const NO_COLUMNS: Columns = new Map();

const columnOf = ({ sections }: { readonly sections: number }): string => `${count(sections)} sections`;

function figuresOfSites(rows: readonly BenchRow[]): Figures {
  const compared = rows.flatMap((row) => (row.starlight ? [{ ...row, starlight: row.starlight }] : []));
  return {
    tables: [
      new Map(
        rows.map((row) => [
          columnOf(row),
          new Map([
            [CHARACTERS, count(row.characters)],
            ...LINES.map(([label, write]) => [label, write(row.ours)] as const),
          ]),
        ]),
      ),
      new Map(
        compared.map((row) => [
          columnOf(row),
          new Map(
            LINES.map(([label, write, number]) => {
              const [a, b] = [number(row.ours), number(row.starlight)];
              const written = write(row.starlight);
              return [label, a && b ? `${written} (× ${(a / b).toFixed(2)})` : written];
            }),
          ),
        ]),
      ),
    ],
    conditions: new Map(
      rows.map((row) => {
        const { cores, model, date, load } = row.machine;
        return [columnOf(row), `${date}, ${cores} cores (${model}), load ${load.toFixed(1)}`];
      }),
    ),
  };
}

function siteSection(
  heading: string,
  { tables: [ours = NO_COLUMNS, peers = NO_COLUMNS], conditions }: Figures,
): string[] {
  const labels = LINES.map(([label]) => label);
  return [
    `## ${heading}`,
    writeTable(ours, [CHARACTERS, ...labels]),
    ...(peers.size > 0
      ? [
          "The same text with Starlight, and in brackets what this site needed of that in the run that built both:",
          writeTable(peers, labels),
        ]
      : []),
    `Measured: ${listConditions(conditions)}.`,
  ];
}

const listConditions = (conditions: Figures["conditions"]): string =>
  [...conditions].map(([column, condition]) => `${column}: ${condition}`).join("; ");

function figuresOfProfiles(profiles: readonly ProfileRow[]): Figures {
  const column = ({ entries }: ProfileRow) => {
    const all = entries.reduce((sum, { seconds }) => sum + seconds, 0);
    return new Map(entries.map(({ work, seconds }) => [work, `${((100 * seconds) / all).toFixed(1)} %`]));
  };
  return {
    tables: [new Map(profiles.map((row) => [columnOf(row), column(row)]))],
    conditions: new Map(
      profiles.map((row) => [columnOf(row), `${row.machine.date}, load ${row.machine.load.toFixed(1)}`]),
    ),
  };
}

/** @returns a table of what the largest text's time goes into, the most first */
function profileSection({ tables: [shares = NO_COLUMNS], conditions }: Figures): string[] {
  const largest = [...shares.values()].at(-1);
  if (!largest) return [];
  const share = (work: string) => (work === OTHER_WORK ? -1 : numberIn(largest.get(work) ?? "0"));
  const works = [...new Set([...shares.values()].flatMap((cells) => [...cells.keys()]))];
  return [
    `## ${PROFILE}`,
    "A first build in one language, profiled: the share of the time of all threads of JavaScript that goes by in code of each kind itself, not in what that calls. What the bundler does in threads of its own, and Pagefind in its process, no profile sees.",
    writeTable(
      shares,
      works.toSorted((a, b) => share(b) - share(a)),
    ),
    `Profiled: ${listConditions(conditions)}.`,
  ];
}

const figuresOfEngine = (rows: readonly EngineRow[]): Figures => ({
  tables: [
    new Map(
      rows.map((row) => [columnOf(row), new Map(ENGINE_LINES.map(([label, write]) => [label, write(row)] as const))]),
    ),
  ],
  conditions: new Map(),
});

const engineSection = ({ tables: [costs = NO_COLUMNS] }: Figures): string[] =>
  costs.size === 0
    ? []
    : [
        `## ${ENGINE}`,
        "Its index and its engine, without the site around it, on Japanese text in sections of about 1,400 characters. Bytes are what a host sends.",
        writeTable(
          costs,
          ENGINE_LINES.map(([label]) => label),
        ),
      ];
