import type { z } from "astro/zod";
import { stringify } from "yaml";
import { entriesOf, formsOf, keysOf, wordsOf } from "../../src/schemas/inspect.ts";
import { languageTag } from "../../src/schemas/localised.ts";

/** A file of an essay's directory, or a part of one, with the schema that it is checked against. */
export interface DescribedFile {
  /** As a heading names it: `essay.yaml`. */
  readonly name: string;
  /** What it is for, in Markdown. */
  readonly introduction: string;
  readonly schema: z.ZodType;
}

/**
 * @returns the reference of all keys of these files, as Markdown: a table for each group of keys, in the order of the
 *   schemas
 */
export const reference = (files: readonly DescribedFile[]): string =>
  files
    .flatMap(({ name, introduction, schema }) => [`## ${name}`, introduction, ...groups(entryOf(schema) ?? schema, "")])
    .join("\n\n");

/** A file that is a list is described by its entries. */
const entryOf = (schema: z.ZodType): z.ZodType | undefined => (keysOf(schema) ? undefined : entriesOf(schema));

/** The table of a group of keys, then those of the groups inside, each once. */
function groups(schema: z.ZodType, path: string, told = new Set<string>()): string[] {
  const keys = keysOf(schema) ?? {};
  const inner = Object.entries(keys).flatMap(([key, value]) => {
    const group = groupOf(value);
    if (!group) return [];
    const signature = Object.keys(keysOf(group) ?? {}).join();
    if (told.has(signature)) return [];
    told.add(signature);
    const below = `${path}${key}.`;
    return [`### ${`${path}${key}`}`, ...groups(group, below, told)];
  });
  return [...(Object.keys(keys).length > 0 ? [table(keys)] : []), ...inner];
}

/** @returns the group of keys that a value is, or is a list of */
function groupOf(schema: z.ZodType): z.ZodType | undefined {
  return formsOf(schema)
    .map((form) => (keysOf(form) ? form : entriesOf(form)))
    .find((form) => form && keysOf(form));
}

function table(keys: Readonly<Record<string, z.ZodType>>): string {
  const rows = Object.entries(keys).map(([key, schema]) => {
    const { description = "", examples = [], absent, shown } = wordsOf(schema);
    const notes = [description, shown && `Shown: ${shown}.`].filter(Boolean).join(" ");
    return [`\`${key}\``, typeOf(schema), absentWords(schema, absent), exampleOf(key, examples[0]), notes];
  });
  const head = ["key", "type", "where it is absent", "example", "what it is"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/gu, " ");

function exampleOf(key: string, example: unknown): string {
  if (example === undefined) return "";
  const text = stringify({ [key]: example }, { collectionStyle: "flow", lineWidth: 0 }).trim();
  return `\`${text.replace(/^\{\s*|\s*\}$/gu, "")}\``;
}

type Definition = {
  readonly type: string;
  readonly defaultValue?: unknown;
  readonly entries?: object;
  readonly values?: unknown[];
  readonly keyType?: z.ZodType;
};
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

function absentWords(schema: z.ZodType, words: string | undefined): string {
  if (words) return words;
  const { type, defaultValue } = definitionOf(schema);
  if (type === "default") return typeof defaultValue === "object" ? "none" : `\`${String(defaultValue)}\``;
  return schema.safeParse(undefined).success ? "nothing is shown" : "**required**";
}

/** @returns in words what a value may be */
function typeOf(schema: z.ZodType): string {
  const names = [...new Set(formsOf(schema).map(nameOf))];
  // A text for each language goes with a text for all.
  const byLanguage = names.indexOf("by language");
  if (byLanguage < 0) return names.join(", or ");
  const [first = "text"] = names;
  return names.length === 2
    ? `${first}, or one for each language`
    : names.join(", or ").replace("text, or by language", "text, or one for each language");
}

function nameOf(form: z.ZodType): string {
  const definition = definitionOf(form);
  switch (definition.type) {
    case "string":
      return "text";
    case "number":
    case "int":
      return "number";
    case "boolean":
      return "true or false";
    case "enum":
      return Object.values(definition.entries ?? {})
        .map((value) => `\`${String(value)}\``)
        .join(", ");
    case "literal":
      return (definition.values ?? []).map((value) => `\`${String(value)}\``).join(", ");
    case "object":
      return "keys";
    case "record":
      return definition.keyType === languageTag ? "by language" : "keys of one’s own with values";
    case "tuple":
      return "list";
    case "array": {
      const entry = entriesOf(form);
      return `list of ${entry ? typeOf(entry).replace(/^keys$/u, "groups of keys") : "values"}`;
    }
    default:
      return definition.type;
  }
}
