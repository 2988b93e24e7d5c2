import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { LINKSET_FILE } from "../citation/linkset.ts";
import type { KeptEdition, KeptFiles } from "../elements/offline/kept-edition.ts";
import type { Language } from "../essay/language.ts";
import { languagePairs } from "../essay/languages.ts";
import type { Essay } from "../essay/model.ts";
import { HANDOUT, routes } from "../essay/routes.ts";

const WORKER = "src/elements/offline/worker.ts";
/** Where the bundler puts the worker, until each language has its own. */
const BUNDLED = "_astro/offline-worker.*.js";

/** Makes the Vite plugin that bundles the worker. No page names it: browsers get it when a reader wants to keep the site. */
export const offlineWorker = () => ({
  name: "offline-worker",
  apply: "build" as const,
  applyToEnvironment: ({ name }: { name: string }) => name === "client",
  buildStart(this: { emitFile: (file: { type: "chunk"; id: string; name: string }) => string }) {
    this.emitFile({ type: "chunk", id: WORKER, name: "offline-worker" });
  },
});

/**
 * Writes what readers need who keep a language for offline: the service worker, which holds the list of the files, a
 * summary of it, and one worker for the pages between the languages. Everything else of the site has to be there.
 *
 * @param directory folder of the site
 */
export function writeOffline(essay: Essay, directory: string): void {
  const [bundled, ...others] = globSync(BUNDLED, { cwd: directory });
  if (!bundled || others.length > 0) throw new Error("The build has made no service worker, or more than one.");
  const code = readFileSync(join(directory, bundled), "utf8");
  rmSync(join(directory, bundled));
  const files = globSync("**/*", { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, sep).length).split(sep).join("/"))
    .sort();
  const read = (file: string) => readFileSync(join(directory, file));
  for (const language of Object.keys(essay.texts)) {
    const pairs = languagePairs(essay).flatMap(({ lead, path }) => (lead === language ? [path] : []));
    const list = listFiles(files, { language, pairs, edition: essay.edition.version }, read);
    const { edition, version, bytes } = list;
    const summary: KeptEdition = { edition, version, bytes };
    writeFileSync(
      join(directory, routes.offlineWorker(language)),
      `const KEPT_FILES=${JSON.stringify(list)};\n${code}`,
    );
    writeFileSync(join(directory, routes.offline(language)), JSON.stringify(summary));
  }
  // For what lies in no language's folder: it keeps nothing, and answers from what the others keep.
  writeFileSync(join(directory, routes.offlineRootWorker), `const KEPT_FILES=undefined;\n${code}`);
}

/** What every language needs: the first page and what became of every anchor among it. */
const SHARED =
  /^(?:_astro|data|images)\/|^(?:favicon|icon-\d+|apple-touch-icon)\.(?:svg|png)$|^(?:index\.html|editions\.json)$/u;
/** Of a language's own folder, what its pages are and ask for; books and texts are taken along by themselves. */
const PAGES = /\.(?:html|json|webmanifest)$/u;
/** Files of such names that no page asks for. */
const TAKEN_ALONG = [LINKSET_FILE, HANDOUT];
/** Folders that have one for each language. */
const BY_LANGUAGE = ["pagefind", "cite"];

/** A language as its readers keep it. */
interface KeptLanguage {
  readonly language: Language;
  readonly edition: string;
  /** The pages side by side that it leads, `LanguagePair.path`. */
  readonly pairs: readonly (string | undefined)[];
}

/**
 * @param files of the site, by their paths
 * @param read gives a file's content
 * @returns what a reader of one language needs: its pages, search and citations, and what all languages have in common
 */
export function listFiles(
  files: readonly string[],
  { language, edition, pairs }: KeptLanguage,
  read: (file: string) => Uint8Array,
): KeptFiles {
  const sideBySide = new Set(pairs.map((path) => path ?? ""));
  const isLed = (file: string) => {
    const pair = /^parallel\/[^/]+\/(?:([^/]+)\/)?index\.html$/u.exec(file);
    return pair !== null && sideBySide.has(pair[1] ?? "");
  };
  const isKept = (file: string) =>
    SHARED.test(file) ||
    isLed(file) ||
    (file.startsWith(`${language}/`) && PAGES.test(file) && !TAKEN_ALONG.some((name) => file.endsWith(`/${name}`))) ||
    BY_LANGUAGE.some((folder) => file.startsWith(`${folder}/${language}/`));
  const whole = createHash("sha256").update(edition);
  const kept: Record<string, string> = {};
  let bytes = 0;
  for (const file of files.filter(isKept)) {
    const content = read(file);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
    const route = file.replace(/(^|\/)index\.html$/u, "$1");
    kept[route] = hash;
    whole.update(`${route} ${hash}\n`);
    bytes += content.length;
  }
  return { edition, version: whole.digest("hex").slice(0, 12), bytes, files: kept };
}
