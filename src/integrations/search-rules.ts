import { fileURLToPath } from "node:url";
import type { Language } from "../essay/language.ts";
import { FUNCTION_WORDS } from "../search/words/function-words.ts";
import { RULE_MODULES } from "../search/words/rule-modules.ts";
import { only } from "./virtual-module.ts";

const moduleIn = (path: string): string => fileURLToPath(new URL(`../search/words/${path}`, import.meta.url));
/** The module that a site has another in the place of. */
export const LOADER_MODULE = moduleIn("load-rules.ts");

/**
 * So many languages have their rules and strings in the script of the search itself: a first search waits for one round of requests
 * less, and who searches in one language gets some 2 kB of another. Of more, those that are searched are loaded.
 */
export const LANGUAGES_TOGETHER = 2;

/**
 * A plugin for Vite: the search of a site has the rules for words of the essay's languages, and of no others.
 *
 * @param languages those of the essay, as last read; waits until it is
 */
export const searchRules = (languages: () => Promise<readonly Language[]>) => ({
  name: "search-rules",
  load: { filter: { id: only(LOADER_MODULE) }, handler: async () => loaderModule(await languages()) },
});

/** @returns a module that loads the rules of these languages as `load-rules.ts` does those of all */
export function loaderModule(languages: readonly Language[]): string {
  const codes = new Set(languages.map((language) => new Intl.Locale(language).language));
  const modules = [...codes].flatMap((code) => {
    const module = RULE_MODULES[code];
    return module === undefined ? [] : [{ code, path: module.startsWith("./") ? moduleIn(module.slice(2)) : module }];
  });
  const areTogether = languages.length <= LANGUAGES_TOGETHER;
  // By its name: a module as a whole would bring the bundler's own code for such.
  const nameIn = (path: string) => (path.startsWith("@") ? "stemmer" : "rules");
  const imports = modules.map(
    ({ path }, index) => `import { ${nameIn(path)} as rules${index} } from ${JSON.stringify(path)};`,
  );
  const entries = modules.map(
    ({ code, path }, index) =>
      `${JSON.stringify(code)}: ${areTogether ? `() => ({ ${nameIn(path)}: rules${index} })` : `() => import(${JSON.stringify(path)})`}`,
  );
  return [
    ...(areTogether ? imports : []),
    `import { rulesOf } from ${JSON.stringify(moduleIn("rules-of.ts"))};`,
    `const MODULES = { ${entries.join(", ")} };`,
    `const WORDS = ${JSON.stringify(Object.fromEntries([...codes].map((code) => [code, FUNCTION_WORDS[code]])))};`,
    "export const loadRules = async (code) => rulesOf(await MODULES[code]?.(), WORDS[code]);",
  ].join("\n");
}
