import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { updateAnchors } from "../../scripts/anchors.ts";
import { writeLongSections } from "./long-essay.ts";
import { PROJECT_ROOT } from "./project.ts";

/** A site that tests look at besides the one in `dist`. */
interface TestSite {
  /** The essay's directory, from the project's root; `prepare` gets a copy of it. */
  readonly essay: string;
  /** Makes of the copy what is built. */
  readonly prepare?: (essay: string) => void;
  /** Where the site is said to stand. */
  readonly settings?: { readonly SITE_URL?: string; readonly BASE_PATH?: string; readonly PDF?: string };
}

/**
 * All sites that tests look at besides `dist`. `npm test` builds each once, before the tests; a test that is run alone
 * builds the one that it asks for, unless it stands there and nothing that it is made of has changed since.
 *
 * A feature that needs an essay of its own has its sections in one of the fixtures, if it can: every entry here costs
 * about five seconds.
 */
export const SITES = {
  /** The site once more: two builds of the same essay give the same bytes. */
  twin: { essay: "content" },
  /** A later edition of the essay, published below a path of its host. */
  "later-edition": {
    essay: "content",
    prepare: editAgain,
    settings: { SITE_URL: "https://example.org", BASE_PATH: "/essay" },
  },
  /** Notes that crowd together; one language, and neither a glossary nor a timeline. */
  "many-notes": { essay: "tests/fixtures/many-notes" },
  /** Every kind of block that stands between paragraphs, in Japanese and English. */
  blocks: { essay: "tests/fixtures/blocks" },
  /** Three languages, one of which the site itself does not speak; terms and events, of which some were taken out. */
  trilingual: { essay: "tests/fixtures/trilingual" },
  /** An original essay from right to left, in one language, with everything that a page may have. */
  arabic: { essay: "tests/fixtures/arabic" },
  /** A long essay in Korean, of three levels: tables, pictures and formulas, and more than a hundred notes. */
  korean: { essay: "tests/fixtures/korean", prepare: lengthen },
  /** Another's essay: a letter in two translations, neither in a language of the essay that ships, with PDF files to come. */
  translated: { essay: "tests/fixtures/translated", settings: { PDF: "1" } },
} as const satisfies Readonly<Record<string, TestSite>>;

export type SiteName = keyof typeof SITES;

/** A site as it was built. */
export interface BuiltTestSite {
  readonly directory: string;
  /** `/` or `/essay/`. */
  readonly basePath: string;
  /** All that the build printed. */
  readonly output: string;
}

const CACHE = join(PROJECT_ROOT, "node_modules", ".cache", "test-sites");
/** What every site is made of; the essay and the site's own entry come on top. */
const SOURCES = [
  "src",
  "public",
  "astro.config.mjs",
  "package-lock.json",
  "scripts/anchors.ts",
  "tests/support/long-essay.ts",
  // What prepares an essay stands here; two programs that read this file do not see the same source of a function.
  "tests/support/sites.ts",
];

/** Sites that were asked for: nothing that they are made of changes while tests run. */
const known = new Map<SiteName, BuiltTestSite>();

/**
 * @returns a site, built first where what it is made of has changed
 * @throws where the build fails, with what it printed
 */
export function testSite(name: SiteName): BuiltTestSite {
  const site = known.get(name) ?? currentSite(name);
  known.set(name, site);
  return site;
}

function currentSite(name: SiteName): BuiltTestSite {
  const { essay, prepare, settings = {} }: TestSite = SITES[name];
  const folder = join(CACHE, name);
  const [directory, stamp, log] = ["site", "stamp", "log"].map((part) => join(folder, part)) as [
    string,
    string,
    string,
  ];
  const basePath = `${settings.BASE_PATH ?? ""}/`;
  const wanted = hashOf([...SOURCES, essay], JSON.stringify(settings));
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (!isCurrent()) {
    const release = takeTurn();
    try {
      // While this test waited, another may have built it.
      if (!isCurrent()) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        let source = join(PROJECT_ROOT, essay);
        if (prepare) {
          source = join(folder, "essay");
          cpSync(join(PROJECT_ROOT, essay), source, { recursive: true });
          prepare(source);
        }
        const { status, output } = build({ ESSAY_DIR: source, OUT_DIR: directory, ...settings });
        if (status !== 0) throw new Error(`The site “${name}” could not be built.\n${output}`);
        writeFileSync(log, output);
        writeFileSync(stamp, wanted);
      }
    } finally {
      release();
    }
  }
  return { directory, basePath, output: readFileSync(log, "utf8") };
}

/** What a build ended with. */
export interface BuildResult {
  readonly status: number | null;
  /** All that it printed. */
  readonly output: string;
}

/**
 * Builds a site as `npm run build` does.
 *
 * @param environment the settings; those of the test run itself do not count
 */
export function build(environment: Readonly<Record<string, string>>): BuildResult {
  const astro = join(PROJECT_ROOT, "node_modules", "astro", "bin", "astro.mjs");
  const { SITE_URL: _site, BASE_PATH: _base, ESSAY_DIR: _essay, OUT_DIR: _out, PDF: _pdf, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, "build"], {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
    // A test runner's marks in the environment would change what its children print. Others' variables must change nothing.
    env: {
      ...own,
      ...OF_OTHERS,
      NODE_TEST_CONTEXT: undefined,
      ASTRO_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
      ...environment,
    },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Variables that other programs of a machine may have set, under names that Astro has for what it knows of a site. */
const OF_OTHERS = { SITE: "no address", BASE_URL: "/another/", ASSETS_PREFIX: "https://cdn.example.org" };

/** @returns a hash of all files below these paths, their names and what is in them, and of what else is given */
function hashOf(paths: readonly string[], besides: string): string {
  const hash = createHash("sha256").update(besides);
  for (const path of paths) {
    const isFolder = statSync(join(PROJECT_ROOT, path)).isDirectory();
    const files = isFolder ? globSync(`${path}/**/*`, { cwd: PROJECT_ROOT }).sort() : [path];
    for (const file of files) {
      const absolute = join(PROJECT_ROOT, file);
      if (statSync(absolute).isFile()) hash.update(file).update(readFileSync(absolute));
    }
  }
  return hash.digest("hex");
}

/** Is there while a site is built; it holds the number of the process that builds. */
const LOCK = join(CACHE, "lock");
const POLL_IN_MS = 100;

/** Astro keeps files of its own in the project's folder, so that sites are built in turn. */
function takeTurn(): () => void {
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (!isHeld()) rmSync(LOCK, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_IN_MS);
    }
  }
}

/** A lock that is left by a process that is gone is void. */
function isHeld(): boolean {
  try {
    const holder = Number(readFileSync(LOCK, "utf8"));
    // A lock that is just being written has no number yet.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}

/** Adds the sections of a long essay, in Korean. */
function lengthen(essay: string): void {
  const parts = writeLongSections(
    essay,
    "ko",
    {
      title: (name) => `${name}번째 다리`,
      sentence: (name) => `다리 ${name}의 하중을 먼저 계산한다.`,
      measured: "그다음에는 다리를 건너는 사람의 수를 잰다.",
      compared: "끝으로 두 값을 견주어 본다.",
      heading: "측정",
      formula: "힘은 $F = m a$로 구한다.",
      caption: (name) => `다리 ${name}의 하중`,
      head: ["칸", "하중"],
      alt: "서랍이 네 단인 상자",
      pictured: (name) => `돌을 담은 상자, 다리 ${name}`,
      note: (name, number) => `다리 ${name}에 붙인 ${number}번째 말.`,
    },
    { chapters: 1, notes: 8 },
  );
  const file = join(essay, "essay.yaml");
  const numbering = "numbering: [decimal, nested, nested]\n";
  const text = readFileSync(file, "utf8").replace(
    "sections: [stones, ford]",
    `${numbering}sections: ${JSON.stringify(["stones", "ford", ...parts])}`,
  );
  writeFileSync(file, text);
}

/**
 * A later edition of the essay: a paragraph removed, another moved, words changed, a section under a new slug, a term
 * and an event taken out.
 */
function editAgain(essay: string): void {
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(essay, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`There was nothing to change in ${file}.`);
    writeFileSync(path, after);
  };
  /** A list in YAML without the entry of this id. */
  const without = (id: string) => (text: string) =>
    text
      .split(/^(?=- id: )/mu)
      .filter((entry) => !entry.startsWith(`- id: ${id}\n`))
      .join("");

  edit("essay.yaml", (text) =>
    text.replace(/version: .*/u, "version: 99.0.0").replace("przewodow", "missile-in-poland"),
  );
  const languages = readdirSync(essay).filter((name) => existsSync(join(essay, name, "conclusion.mdx")));
  for (const language of languages) {
    renameSync(join(essay, language, "przewodow.mdx"), join(essay, language, "missile-in-poland.mdx"));
    let moved = "";
    edit(`${language}/conclusion.mdx`, (text) => {
      // The notes of a paragraph that goes to another section would have to go with it: they are left out.
      const blocks = text
        .split("\n\n")
        .filter((block) => !block.startsWith("[^ed-"))
        .map((block) => block.replaceAll(/\[\^ed-[^\]]+\]/gu, ""));
      blocks.splice(2, 1);
      [moved = ""] = blocks.splice(3, 1);
      return blocks.join("\n\n");
    });
    edit(`${language}/russia-problem.mdx`, (text) => text.replace("\n\n", `\n\n${moved}\n\n`));
  }
  edit("timeline.yaml", (text) => text.replaceAll(/^ {2}notes: \[ed-(?:special-tribunal|icc)\]$/gmu, "  notes: []"));
  edit("timeline.yaml", without("georgia-2008"));
  edit("glossary.yaml", without("forward-defence"));
  // A term that only the notes use that are left out would be nobody's.
  edit("glossary.yaml", without("crime-of-aggression"));
  edit("ja/introduction.mdx", (text) => text.replace("以下では、まず、", "ここでは、初めに、"));
  updateAnchors(essay, PROJECT_ROOT);
}

if (import.meta.main) {
  for (const name of Object.keys(SITES) as SiteName[]) {
    const start = performance.now();
    try {
      testSite(name);
      console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
}
