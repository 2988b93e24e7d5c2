import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { type Language, lookUpTag } from "../essay/language.ts";
import type { Problem } from "../essay/problem.ts";
import type { CustomTranslations, StringSet } from "../i18n/custom.ts";
import { en } from "../i18n/en.ts";
import { OWN_LANGUAGES } from "../i18n/index.ts";
import { languageName } from "../i18n/languages.ts";
import { isGroup, type Messages } from "../i18n/message.ts";
import { readText } from "./read-text.ts";
import { missingKeys, SET_MODELS } from "./string-models.ts";
import { validateYaml } from "./validate-yaml.ts";

/** Folder in the essay directory with a file of strings for each further language. */
const FOLDER = "i18n";

/** In a file the interface's strings stand on the first level, and each other set under a key. */
const SET_KEYS: Readonly<Record<Exclude<StringSet, "interface">, string>> = {
  citing: "citations",
  editions: "editions",
  formats: "formats",
  citation: "citationDialog",
  notes: "noteWindow",
  reading: "readingTools",
  search: "searchResults",
};

/** The translations, and the findings about them. */
export interface ReadTranslations {
  readonly strings: Readonly<Record<Language, CustomTranslations>>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const text = z.string().min(1);
const message = z.union([text, z.record(z.string(), text)], "is neither a text nor several forms of one");

/** Several forms are allowed only for strings with parameters to choose by. A list is no string. */
function setSchema(model: object): z.ZodObject {
  const keys = Object.entries(model).filter(([, own]) => !Array.isArray(own));
  const schemaOf = (own: unknown) => (typeof own === "function" ? message : isGroup(own) ? setSchema(own) : text);
  return z.strictObject(Object.fromEntries(keys.map(([key, own]) => [key, schemaOf(own).optional()])));
}

/** Strings of version 1.0 that are not shown any more: files that have them stay valid. */
const retiredStrings = { argumentBy: text.optional(), peekFailed: text.optional(), position: message.optional() };

const schema = setSchema(en).extend({
  ...retiredStrings,
  ...Object.fromEntries(
    Object.entries(SET_KEYS).map(([set, key]) => [key, setSchema(SET_MODELS[set as StringSet]).optional()]),
  ),
});

/**
 * Reads the translations of an essay.
 *
 * @param directory of the essay
 * @param languages of `essay.yaml`
 * @param name gives the path that an author is shown
 */
export function readCustomTranslations(
  directory: string,
  languages: readonly Language[],
  name: (path: string) => string,
): ReadTranslations {
  const folder = join(directory, FOLDER);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yaml")) : [];
  const given: Record<Language, CustomTranslations> = {};
  const brought = files.map((file) => file.slice(0, -".yaml".length));
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const language of languages) {
    if (lookUpTag([...OWN_LANGUAGES, ...brought], language) !== undefined) continue;
    given[language] = { ...NO_STRINGS, interface: ownName(language) };
    warnings.push({
      file: name("essay.yaml"),
      what: `the site has no strings for the language “${language}”: its pages say in English what is not in the text`,
      how: `Write them in ${name(join(FOLDER, `${language}.yaml`))}; CONTRIBUTING.md says how.`,
    });
  }
  for (const fileName of files) {
    const language = fileName.slice(0, -".yaml".length);
    const file = name(join(FOLDER, fileName));
    const read = readText(join(folder, fileName), file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const result = validateYaml({ text: read.text, file }, schema);
    problems.push(...result.problems);
    if (!("value" in result)) continue;
    const sets = setsOf(result.value as Messages);
    const isOwn = lookUpTag(OWN_LANGUAGES, language) !== undefined;
    given[language] = isOwn ? sets : { ...sets, interface: { ...ownName(language), ...sets.interface } };
    // Where the site speaks the language itself, the file changes some of its strings.
    const lacking = isOwn ? [] : missingIn(sets);
    if (lacking.length > 0)
      warnings.push({
        file,
        what: `${lacking.length === 1 ? "1 string is missing and is" : `${lacking.length} strings are missing and are`} shown in English: ${lacking.join(", ")}`,
        how: "Add the keys.",
      });
  }
  return { strings: given, problems, warnings };
}

const NO_STRINGS: CustomTranslations = {
  interface: {},
  citing: {},
  editions: {},
  formats: {},
  citation: {},
  notes: {},
  reading: {},
  search: {},
};

/** @returns a file's strings by set */
function setsOf(file: Messages): CustomTranslations {
  const sets: Record<StringSet, Messages> = { ...NO_STRINGS };
  const ofInterface: Record<string, Messages[string]> = { ...file };
  for (const [set, key] of Object.entries(SET_KEYS)) {
    sets[set as StringSet] = (file[key] ?? {}) as Messages;
    delete ofInterface[key];
  }
  return { ...sets, interface: ofInterface };
}

/** @returns the keys of the strings that a file lacks, as they are written in it */
const missingIn = (sets: CustomTranslations): string[] =>
  Object.entries(SET_MODELS).flatMap(([set, model]) => {
    const prefix = set === "interface" ? "" : `${SET_KEYS[set as keyof typeof SET_KEYS]}.`;
    return missingKeys(sets[set as StringSet], model).map((key) => `${prefix}${key}`);
  });

/** The one string that is known of every language. */
const ownName = (language: Language): Messages => ({ languageName: languageName(language, language) });
