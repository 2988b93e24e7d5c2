import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { LOADER_MODULE, loaderModule } from "../../../src/integrations/search-rules.ts";
import type { Found } from "./search-all.ts";

/** Under which the page is given the project's modules. */
const PREFIX = "/modules-of-the-project/";

/**
 * Asks the search's engine itself, in a page of the site, which has the index: a thousand queries in a moment. What a
 * reader is shown of it, `searchAll` tells.
 *
 * @returns in the order of the queries
 */
export async function askEngine(page: Page, language: string, queries: readonly string[]): Promise<Found[]> {
  await page.route(`**${PREFIX}**`, (route) => {
    const path = join(process.cwd(), new URL(route.request().url()).pathname.slice(PREFIX.length));
    if (!existsSync(path)) return route.fulfill({ status: 404 });
    // As in a site, the rules for words are those of its language.
    const code = path === LOADER_MODULE ? loaderModule([language]) : readFileSync(path, "utf8");
    return route.fulfill({ contentType: "text/javascript", body: scriptOf(path, code) });
  });
  await page.goto(`${language}/about/`);
  return page.evaluate(
    async ({ engine, index, code, all }) => {
      interface Section {
        readonly section: { readonly route: string };
        readonly matches: readonly { readonly unit: { readonly anchor: string } }[];
      }
      interface Engine {
        search(query: string): Promise<{ readonly sections: readonly Section[] }>;
      }
      const { SearchEngine } = (await import(engine)) as {
        SearchEngine: new (directory: string, code: string) => Engine;
      };
      const asked = new SearchEngine(index, code);
      const found: Found[] = [];
      for (const query of all) {
        const { sections } = await asked.search(query);
        const groups = sections.map(({ section, matches }) =>
          matches.map(({ unit }) => `/${section.route}#${unit.anchor}`),
        );
        found.push({ query, groups });
      }
      return found;
    },
    { engine: `${PREFIX}src/search/engine.ts`, index: `/pagefind/${language}/`, code: language, all: queries },
  );
}

/** @returns a module as a browser reads it: without types, and with an address for each package and file that it imports */
function scriptOf(path: string, code: string): string {
  const script = (path.endsWith(".ts") ? stripTypeScriptTypes(code) : code).replaceAll(
    `"${process.cwd()}/`,
    `"${PREFIX}`,
  );
  return script.replaceAll(/(\b(?:from|import)\s*\(?\s*")([@a-z][^"]*)"/gu, (_whole, before: string, name: string) => {
    const target = fileURLToPath(import.meta.resolve(name));
    return `${before}${PREFIX}${relative(process.cwd(), target)}"`;
  });
}
