import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "astro/zod";
import { FALLBACK_LANGUAGE, type Language, lookUpTag } from "../essay/language.ts";
import type { Problem } from "../essay/problem.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import { en } from "../i18n/en.ts";
import { ja } from "../i18n/ja.ts";
import { languageName } from "../i18n/languages.ts";
import type { Messages } from "../i18n/message.ts";
import { strings as searchStrings } from "../i18n/search/en.ts";
import { readText } from "./read-text.ts";
import { validateYaml } from "./validate-yaml.ts";

/** Folder in the essay directory with a file of strings for each further language. */
const FOLDER = "i18n";
const OWN_LANGUAGES: ReadonlySet<Language> = new Set(Object.keys({ ja, en }));

/** The module that a build replaces by the translations. */
export const CUSTOM_TRANSLATIONS_MODULE = fileURLToPath(new URL("../i18n/custom.ts", import.meta.url));

/** The translations, and the findings about them. */
export interface ReadTranslations {
  readonly strings: Readonly<Record<Language, CustomTranslations>>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const text = z.string().min(1);
const message = z.union([text, z.record(z.string(), text)], "is neither a text nor several forms of one");

/** Several forms are allowed only for strings with parameters to choose by. */
const setSchema = (model: object) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(model).map(([key, own]) => [key, (typeof own === "function" ? message : text).optional()]),
    ),
  );

/** Strings of version 1.0 that are not shown any more: files that have them stay valid. */
const retiredStrings = { argumentBy: text.optional(), peekFailed: text.optional(), position: message.optional() };

const schema = setSchema(en).extend({ ...retiredStrings, searchResults: setSchema(searchStrings).optional() });

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
    given[language] = { interface: inEnglish(language), search: {} };
    warnings.push({
      file: name("essay.yaml"),
      what: `the site has no strings for the language “${language}”: its pages say in English what is not in the text`,
      how: `Write them in ${name(join(FOLDER, `${language}.yaml`))}, with the keys of src/i18n/strings.ts.`,
    });
  }
  for (const fileName of files) {
    const language = fileName.slice(0, -".yaml".length);
    const file = name(join(FOLDER, fileName));
    if (OWN_LANGUAGES.has(language)) {
      problems.push({
        file,
        what: `the site has its own strings for “${language}”`,
        how: `Delete the file, and change src/i18n/${language}.ts where a string is wanted otherwise.`,
      });
      continue;
    }
    const read = readText(join(folder, fileName), file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const result = validateYaml({ text: read.text, file }, schema);
    problems.push(...result.problems);
    if (!("value" in result)) continue;
    const { searchResults = {}, ...strings } = result.value as { searchResults?: Messages } & Messages;
    given[language] = { interface: { ...inEnglish(language), ...strings }, search: searchResults };
    const lacking = [
      ...missing(strings, en),
      ...missing(searchResults, searchStrings).map((key) => `searchResults.${key}`),
    ];
    if (lacking.length > 0)
      warnings.push({
        file,
        what: `${lacking.length === 1 ? "1 string is missing and is" : `${lacking.length} strings are missing and are`} shown in English: ${lacking.join(", ")}`,
        how: "Add the keys.",
      });
  }
  return { strings: given, problems, warnings };
}

const missing = (messages: Messages, model: object): string[] => Object.keys(model).filter((key) => !(key in messages));

/** English strings that would name English, for another language. */
function inEnglish(language: Language): Messages {
  const name = languageName(language, FALLBACK_LANGUAGE);
  return {
    languageName: languageName(language, language),
    enter: `Read in ${name}`,
    enterAgain: `Continue in ${name}`,
    inPreparation: `The ${name} text is in preparation.`,
    draftNotice: `The ${name} text of this section is not finished yet; it is shown in {1}.`,
    parallelIntroduction: `${name} and {1}, paragraph by paragraph. On a narrow screen the other text opens below each paragraph.`,
    parallelBack: `Read in ${name} only`,
  };
}
