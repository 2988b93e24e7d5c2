import { fileURLToPath } from "node:url";
import { FALLBACK_LANGUAGE, type Language, lookUpTag } from "../essay/language.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import { OWN_LANGUAGES } from "../i18n/index.ts";
import { isGroup, type Messages } from "../i18n/message.ts";
import { LANGUAGES_TOGETHER } from "./search-rules.ts";
import { missingKeys, SET_MODELS } from "./string-models.ts";
import { only } from "./virtual-module.ts";

/** Sets that scripts load, and the beginning of the names of their modules. */
const SCRIPT_SETS = { citation: "citation/dialog-", notes: "notes/", reading: "reading/", search: "search/" } as const;
type ScriptSet = keyof typeof SCRIPT_SETS;

const moduleIn = (path: string): string => fileURLToPath(new URL(`../i18n/${path}`, import.meta.url));
const CUSTOM_MODULE = moduleIn("custom-strings.ts");
const LOADERS_MODULE = moduleIn("loaders.ts");
const SEARCH_MODULE = moduleIn("search/load.ts");
/** What makes elements of the words that scripts show in the fallback language. */
const FALLBACK_ELEMENTS = moduleIn("../elements/languages/show-fallback.ts");
/** Before set and language in the id of a module with the essay's own strings. */
const ESSAY_STRINGS = "virtual:essay-strings/";

/**
 * A plugin for Vite: hands the strings that the essay brings to its pages, and lets scripts load strings of the essay's
 * languages only; the words of others are not in the site.
 *
 * @param languages those of the essay, as last read; waits until it is
 * @param given the strings that it brings, in the same way
 */
export function stringSets(
  languages: () => Promise<readonly Language[]>,
  given: () => Promise<Readonly<Record<Language, CustomTranslations>>>,
) {
  return {
    name: "string-sets",
    resolveId: { filter: { id: new RegExp(`^${ESSAY_STRINGS}`) }, handler: (id: string) => `\0${id}` },
    load: {
      filter: {
        id: [only(CUSTOM_MODULE, LOADERS_MODULE, SEARCH_MODULE), new RegExp(`^\0${ESSAY_STRINGS}`)],
      },
      handler: async (id: string): Promise<string | undefined> => {
        const own = await given();
        if (id === CUSTOM_MODULE)
          return `export const customTranslations = ${JSON.stringify(own)};\nexport const marksFallback = true;`;
        if (id === LOADERS_MODULE) return loadersModule(await languages(), own);
        if (id === SEARCH_MODULE) return searchModule(await languages(), own);
        const [set = "", language = ""] = id.slice(ESSAY_STRINGS.length + 1).split("/");
        return stringsModule(set as ScriptSet, language, own[language]?.[set as ScriptSet] ?? {});
      },
    },
  };
}

/** @returns the path of the site's own strings for a language, else of those in English */
function ownModule(set: ScriptSet, language: Language): string {
  const own = lookUpTag(OWN_LANGUAGES, language) ?? FALLBACK_LANGUAGE;
  return moduleIn(`${SCRIPT_SETS[set]}${own.toLowerCase()}.ts`);
}

function loadersModule(languages: readonly Language[], given: Readonly<Record<Language, CustomTranslations>>): string {
  const isSearchTogether = searchModule(languages, given) !== undefined;
  const sets = Object.keys(SCRIPT_SETS).map((name) => {
    const set = name as ScriptSet;
    if (set === "search" && isSearchTogether) return "search: {}";
    const entries = languages.map((language) => {
      const tag = lookUpTag(Object.keys(given), language);
      const module = tag === undefined ? ownModule(set, language) : `${ESSAY_STRINGS}${set}/${tag}`;
      return `${JSON.stringify(language)}: () => import(${JSON.stringify(module)})`;
    });
    return `${set}: { ${entries.join(", ")} }`;
  });
  return `export const LOADERS = { ${sets.join(", ")} };`;
}

/**
 * @returns a module that has the strings of the search in every language: what a first search waits for comes in one round.
 *   Nothing where these are many languages, or some of the essay's own; then each loads what it needs
 */
export function searchModule(
  languages: readonly Language[],
  given: Readonly<Record<Language, unknown>>,
): string | undefined {
  const areOwn = languages.some((language) => lookUpTag(Object.keys(given), language) !== undefined);
  if (languages.length > LANGUAGES_TOGETHER || areOwn) return undefined;
  return [
    ...languages.map(
      (language, index) =>
        `import { strings as strings${index} } from ${JSON.stringify(ownModule("search", language))};`,
    ),
    `const STRINGS = { ${languages.map((language, index) => `${JSON.stringify(language)}: strings${index}`).join(", ")} };`,
    "export const loadSearchStrings = async (language) => STRINGS[language] ?? strings0;",
  ].join("\n");
}

/** @returns a module with the essay's strings of one set, and the site's in the place of those that it lacks */
function stringsModule(set: ScriptSet, language: Language, messages: Messages): string {
  const isWhole = missingKeys(messages, SET_MODELS[set]).length === 0;
  const isOwn = lookUpTag(OWN_LANGUAGES, language) !== undefined;
  const given = JSON.stringify(messages);
  return [
    `import { fromMessages } from ${JSON.stringify(moduleIn("message.ts"))};`,
    isWhole
      ? `const own = ${skeleton(SET_MODELS[set])};`
      : `import { strings as own } from ${JSON.stringify(ownModule(set, language))};`,
    ...(isWhole || isOwn
      ? [`export const strings = fromMessages(${given}, own, ${JSON.stringify(language)});`]
      : [
          `import { fallbackWords } from ${JSON.stringify(moduleIn("fallback.ts"))};`,
          `import { showFallback } from ${JSON.stringify(FALLBACK_ELEMENTS)};`,
          "showFallback();",
          `export const strings = fromMessages(${given}, own, ${JSON.stringify(language)}, fallbackWords);`,
        ]),
  ].join("\n");
}

/** @returns the form of a set as a program, without its words */
const skeleton = (model: object): string =>
  `{ ${Object.entries(model)
    .map(
      ([key, own]) =>
        `${JSON.stringify(key)}: ${typeof own === "function" ? "() => ''" : isGroup(own) ? skeleton(own) : "''"}`,
    )
    .join(", ")} }`;
