import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import type { Language } from "../src/essay/language.ts";
import { UserError } from "../src/essay/problem.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import {
  type BenchRow,
  type Machine,
  type ProfileRow,
  performanceDocument,
  type Results,
  type SiteCost,
} from "./bench/document.ts";
import { type GeneratedEssay, generateEssay, writeEssay } from "./bench/generated-essay.ts";
import { measuredBuild, setAside } from "./bench/measured-build.ts";
import { type ProfileEntry, profileOf } from "./bench/profile.ts";
import { measureEngine } from "./bench/search-engine.ts";
import { writeStarlightProject } from "./bench/starlight.ts";
import { firstSearch, type SearchOfSite, settledPage } from "./bench/visit.ts";
import { runCommand } from "./command.ts";
import { findBrowser } from "./find-browser.ts";
import { serveSite } from "./serve.ts";

const SIZES = [10, 100, 1_000, 5_000];
const PROFILED = [200, 1_000];
/** One language and two; the first is the default of the site. */
const LANGUAGES: readonly (readonly Language[])[] = [["en"], ["ja", "en"]];

const OURS: SearchOfSite = {
  opener: "[data-opens=search]",
  field: "dialog search-panel input[type=search]",
  result: "dialog .search-hit",
};
const STARLIGHTS: SearchOfSite = {
  opener: "button[data-open-modal]",
  field: "dialog .pagefind-ui__search-input",
  result: "dialog .pagefind-ui__result",
};

const WORKSHOP = join(tmpdir(), "essay-bench");
const DOCUMENT = resolve("docs/performance.md");

/** A whole number from a comma-separated option. */
const numbers = (written: string, option: string): number[] =>
  written.split(",").map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1)
      throw new UserError(`--${option} has “${part}”, which is no whole number; write it as --${option} 10,100`);
    return number;
  });

const USAGE = `npm run bench [-- --sizes LIST] [--languages LIST] [--peer starlight] [--no-engine]
npm run bench -- --profile

Measures builds, pages and searches of texts that a program makes, and writes what it has measured into docs/performance.md;
what it has not measured stays there.

  --sizes LIST       sections: ${SIZES.join(",")}
  --languages LIST   how many languages: 1,2
  --peer starlight   builds the same texts with Starlight too, in a temporary folder
  --no-engine        leaves out the search engine by itself
  --profile          tells what the time of ${PROFILED.join(" and ")} sections goes into, and nothing else`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string", default: SIZES.join(",") },
      languages: { type: "string", default: "1,2" },
      peer: { type: "string" },
      profile: { type: "boolean", default: false },
      "no-engine": { type: "boolean", default: false },
    },
  });
  if (values.peer !== undefined && values.peer !== "starlight")
    throw new UserError(`--peer is “${values.peer}”; the peer that can be built is starlight`);
  if (values.profile) {
    for (const sections of PROFILED) {
      const row: ProfileRow = { sections, machine: machine(), entries: profile(sections) };
      keep({ profiles: [row] });
      console.log(JSON.stringify(row, undefined, 1));
    }
    return;
  }
  const sizes = numbers(values.sizes, "sizes");
  const counts = numbers(values.languages, "languages");
  const browser = await chromium.launch({
    executablePath: findBrowser().executable,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    for (const size of sizes)
      for (const languages of LANGUAGES.filter(({ length }) => counts.includes(length))) {
        const essay = generateEssay({ sections: size, languages });
        const row = await measure(browser, essay);
        keepRow(row);
        // What was measured is kept even where the peer cannot be built.
        if (values.peer !== undefined) keepRow({ ...row, starlight: await measurePeer(browser, essay) });
      }
    if (!values["no-engine"])
      for (const size of sizes) {
        const row = { sections: size, ...(await measureEngine(browser, size)) };
        keep({ engine: [row] });
        console.log(JSON.stringify(row, undefined, 1));
      }
  } finally {
    await browser.close();
  }
}

/** Writes what was measured of a text into the document. */
function keepRow(row: BenchRow): void {
  keep({ rows: [row] });
  console.log(JSON.stringify(row, undefined, 1));
}

/** Writes what was measured into the document at once: a run that is broken off loses nothing, and all else stays. */
const keep = (measured: Results): void =>
  writeFileSync(DOCUMENT, performanceDocument(readFileSync(DOCUMENT, "utf8"), measured));

const machine = (): Machine => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? "unknown",
  date: new Date().toISOString().slice(0, 10),
  load: loadavg()[0] ?? 0,
});

const ASTRO = "node_modules/astro/bin/astro.mjs";

/** @returns the language in which a text is searched, its section that is opened, and what is searched for */
function visitOf(essay: GeneratedEssay): {
  readonly language: Language;
  readonly section: string;
  readonly words: string;
} {
  const { languages, sections } = essay.options;
  const [language = "en"] = languages;
  return { language, section: essay.chapters.flat()[Math.floor(sections / 2)] ?? "", words: wordsOf(essay, language) };
}

/** Writes an essay, and forgets what earlier builds of it have kept. */
function prepare(essay: GeneratedEssay) {
  const name = `${essay.options.sections}-${essay.options.languages.length}`;
  const directory = join(WORKSHOP, `essay-${name}`);
  const output = join(WORKSHOP, `site-${name}`);
  writeEssay(essay, directory);
  const environment = { ESSAY_DIR: directory, OUT_DIR: output };
  setAside(readBuildSettings(environment).cacheDirectory);
  const build = (more: Readonly<Record<string, string>> = {}) =>
    measuredBuild(
      [process.execPath, "--import", resolve("scripts/prepare-node.mjs"), resolve("scripts/build.ts"), "--silent"],
      { directory: process.cwd(), output },
      { ...environment, ...more },
    );
  return { output, build };
}

function profile(sections: number): ProfileEntry[] {
  const { build } = prepare(generateEssay({ sections, languages: ["en"] }));
  return profileOf((folder) => build({ NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` }));
}

async function measure(browser: Browser, essay: GeneratedEssay): Promise<BenchRow> {
  const { sections, languages } = essay.options;
  const { language, section, words } = visitOf(essay);
  const state = machine();
  const { output, build } = prepare(essay);
  const cost = build();
  const again = build();
  const visited = await visit(browser, output, `${language}/${section}/`, OURS, words);
  return {
    sections,
    languages: languages.length,
    characters: charactersOf(essay),
    machine: state,
    ours: { ...cost, again, ...visited },
  };
}

async function measurePeer(browser: Browser, essay: GeneratedEssay): Promise<SiteCost> {
  const { section, words } = visitOf(essay);
  const directory = join(WORKSHOP, "starlight");
  writeStarlightProject(essay, directory);
  const output = join(directory, "dist");
  const build = () => measuredBuild([process.execPath, ASTRO, "build", "--silent"], { directory, output });
  const cost = build();
  const again = build();
  return { ...cost, again, ...(await visit(browser, output, `${section}/`, STARLIGHTS, words)) };
}

async function visit(
  browser: Browser,
  directory: string,
  path: string,
  search: SearchOfSite,
  words: string,
): Promise<Pick<SiteCost, "page" | "search">> {
  const server = await serveSite(directory, "/");
  try {
    const visited = { site: server.address, path };
    const page = await settledPage(browser, visited);
    const found = await firstSearch(browser, visited, search, words);
    return { page, ...(found && { search: found }) };
  } finally {
    await server.close();
  }
}

/** @returns a word that is neither frequent nor rare, of which the text has at least one */
function wordsOf({ texts, vocabularies }: GeneratedEssay, language: Language): string {
  const text = (texts[language] ?? []).flatMap(({ paragraphs }) => paragraphs).join("\n");
  const RANK = 600;
  const isThere = (word: string) =>
    language === "ja" ? text.includes(word) : new RegExp(`\\b${word}\\b`, "u").test(text);
  const candidates = (vocabularies[language] ?? []).slice(RANK).filter((word) => [...word].length >= 3);
  const word = candidates.find(isThere);
  if (word === undefined) throw new UserError("The generated text has none of its own words.");
  return word;
}

const charactersOf = ({ texts }: GeneratedEssay): number =>
  Object.values(texts)
    .flat()
    .reduce(
      (sum, { paragraphs, notes }) =>
        sum + [...paragraphs, ...notes.map(({ text }) => text)].reduce((length, text) => length + text.length, 0),
      0,
    );

await runCommand(USAGE, main);
