import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { SearchEngine } from "../../src/search/engine.ts";
import { PROJECT_ROOT } from "./project.ts";

/** What is found for a query. */
export interface Found {
  readonly query: string;
  /** Addresses of the hits, by the groups that they stand in. */
  readonly groups: readonly (readonly string[])[];
  /** What stands nowhere, so that something else was looked for in its place, which a reader is told. */
  readonly nowhere: readonly string[];
}

/** @returns addresses of what was asked for itself, sorted: nothing where something else was found in its place */
export const exactly = (found: Found): string[] => (found.nowhere.length > 0 ? [] : addresses(found));

/** @returns what is in a file of an index, by its path below the index's folder; `undefined` where there is none */
export type IndexFiles = (path: string) => string | Uint8Array<ArrayBuffer> | undefined;

/** @returns the files of the index that the built site has of a language */
export function builtIndex(language: string): IndexFiles {
  const directory = join(readBuildSettings(process.env, PROJECT_ROOT).outputDirectory, "pagefind", language);
  return (path) => {
    const file = join(directory, path);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
  };
}

/**
 * Asks the search's engine itself: a thousand queries in a moment. What a reader is shown of it, in a browser, is held
 * against its answers (`tests/e2e/search/exactness.spec.ts`).
 *
 * @param fileOf gives the files of the index, in the place of requests
 * @returns in the order of the queries
 */
export async function askEngine(
  language: string,
  queries: readonly string[],
  fileOf: IndexFiles = builtIndex(language),
): Promise<Found[]> {
  const directory = `/pagefind/${language}/`;
  const fetchByNetwork = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const content = fileOf(String(address).slice(directory.length));
    return content === undefined ? new Response("", { status: 404 }) : new Response(content);
  };
  try {
    const engine = new SearchEngine(directory, language);
    const found: Found[] = [];
    for (const query of queries) {
      const { sections, misspelt = [] } = await engine.search(query);
      const groups = sections.map(({ section, matches }) =>
        matches.map(({ unit }) => `/${section.route}#${unit.anchor}`),
      );
      found.push({ query, groups, nowhere: misspelt.map(({ written }) => written) });
    }
    return found;
  } finally {
    globalThis.fetch = fetchByNetwork;
  }
}

/** @returns addresses of all hits, sorted */
export const addresses = ({ groups }: Pick<Found, "groups">) => groups.flat().sort();

/** One a line, so that a difference can be read. */
export const report = (query: string, found: readonly string[]) => `${query} → ${found.join(" ")}`;

/** The seed of this run: `SEED`, else a new one. */
export const seedOfRun = (): number => Number(process.env["SEED"] || Math.floor(Math.random() * 2 ** 32));
