import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds that a build spends on something, in the code itself and not in what it calls, in all threads of JavaScript. */
export interface ProfileEntry {
  readonly work: string;
  readonly seconds: number;
}

/** The part of V8's profile format that is read. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** What a build does, by the packages, folders and functions of Node's in which it does that; the first that fits. */
const WORK: readonly (readonly [work: string, origin: RegExp])[] = [
  ["Parsing Markdown and MDX", /^(?:micromark|mdast|remark|unified|vfile|acorn|estree|@mdx-js|src\/markdown)/u],
  ["Trees of HTML and XML", /^(?:hast|rehype|xast|unist|property-information|stringify-entities|zwitch)/u],
  ["Reading the HTML of pages, to check it", /^(?:parse5|entities|src\/checks)/u],
  ["Citations", /^(?:citeproc|src\/citation)/u],
  ["Settings and front matter", /^(?:yaml|zod|src\/schemas)/u],
  ["Rendering pages", /^pages$/u],
  [
    "Bundling scripts and styles",
    /^(?:vite|rolldown|esbuild|postcss|lightningcss|@astrojs\/compiler|es-module-lexer)/u,
  ],
  ["Astro’s own", /^(?:astro|@astrojs)/u],
  ["Books and texts", /^(?:fflate|src\/export|src\/figures)/u],
  ["Index of the search", /^(?:pagefind|@orama|src\/search)/u],
  ["Reading and editing the essay", /^src\//u],
  ["Loading modules", /^(?:node:internal\/modules|ModuleWrap|internalModuleStat|compileForInternalLoader|wasm:)/u],
  [
    "Writing and reading files",
    /^(?:node:fs|node:path|writeFile|writeBuffer|writeString|mkdir|open|close|read|readdir|fstat|lstat|stat|existsSync)/u,
  ],
  ["Clearing memory", /^\(garbage collector\)$/u],
];
/** What is none of these. */
export const OTHER_WORK = "All else";

/**
 * @param run is given a folder and lets Node write its profiles into it (`--cpu-prof-dir`)
 * @returns what most time is spent on, the first the most
 */
export function profileOf(run: (folder: string) => void): ProfileEntry[] {
  const folder = mkdtempSync(join(tmpdir(), "essay-bench-profile-"));
  try {
    run(folder);
    const seconds = new Map<string, number>();
    for (const file of readdirSync(folder)) {
      const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
      const works = new Map(nodes.map(({ id, callFrame }) => [id, workOf(callFrame)]));
      samples.forEach((id, index) => {
        const work = works.get(id);
        if (work !== undefined) seconds.set(work, (seconds.get(work) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
      });
    }
    return [...seconds]
      .map(([work, spent]) => ({ work, seconds: spent }))
      .sort((a, b) => Number(a.work === OTHER_WORK) - Number(b.work === OTHER_WORK) || b.seconds - a.seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns what a function is for; `undefined` for idleness */
export function workOf(frame: Profile["nodes"][number]["callFrame"]): string | undefined {
  if (frame.functionName === "(idle)") return undefined;
  const origin = originOf(frame);
  return WORK.find(([, of]) => of.test(origin))?.[0] ?? OTHER_WORK;
}

/** @returns the package, the folder of this project's or the part of Node that a function is of; else its name */
function originOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string {
  if (url === "") return functionName;
  if (url.includes("/.prerender/")) return "pages";
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url) ?? [];
  if (dependency) return dependency;
  const [, own] = /\/(src\/[^/]+)\//u.exec(url) ?? [];
  return own ?? url;
}
