import type { z } from "astro/zod";
import { stringify } from "yaml";
import { entriesOf, formsOf, keysOf, objectsOf, wordsOf } from "../../src/schemas/inspect.ts";
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
    .flatMap(({ name, introduction, schema }) => {
      const [whole, ...inside] = groupsIn(entryOf(schema) ?? schema);
      return [
        `## ${name}`,
        introduction,
        ...(whole ? [table(whole.schema)] : []),
        ...inside.flatMap(({ paths, schema: group }) => [`### ${paths.join(", ")}`, table(group)]),
      ];
    })
    .join("\n\n");

/** A file that is a list is described by its entries. */
const entryOf = (schema: z.ZodType): z.ZodType | undefined => (keysOf(schema) ? undefined : entriesOf(schema));

/** A group of keys with all the places where it may stand, as keys with points between; the whole has one without a name. */
interface Group {
  readonly paths: readonly string[];
  readonly schema: z.ZodType;
}

/** @returns the group that a schema is, then those inside, each once; nothing of what has no keys */
function groupsIn(whole: z.ZodType): Group[] {
  const found = new Map<string, { paths: string[]; schema: z.ZodType }>();
  const add = (schema: z.ZodType, path: string) => {
    const keys = keysOf(schema);
    if (!keys) return;
    const signature = Object.keys(keys).join();
    const known = found.get(signature);
    if (known) known.paths.push(path);
    else {
      found.set(signature, { paths: [path], schema });
      for (const [key, value] of Object.entries(keys)) {
        const group = groupOf(value);
        if (group) add(group, path ? `${path}.${key}` : key);
      }
    }
  };
  add(whole, "");
  return [...found.values()];
}

/** @returns the group of keys that a value is, or is a list of */
const groupOf = (schema: z.ZodType): z.ZodType | undefined =>
  keysOf(schema)
    ? schema
    : formsOf(schema)
        .map(entriesOf)
        .find((entry) => entry && keysOf(entry));

function table(group: z.ZodType): string {
  const rows = Object.entries(keysOf(group) ?? {}).map(([key, schema]) => {
    const { description = "", examples = [], absent = insteadOf(key, group), shown } = wordsOf(schema);
    const notes = [description, shown && `Shown: ${shown}.`].filter(Boolean).join(" ");
    return [`\`${key}\``, typeOf(schema), absentWords(schema, absent), exampleOf(key, examples[0]), notes];
  });
  const head = ["key", "type", "where it is absent", "example", "what it is"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

/** @returns what has to stand in the place of a key that not every form of a group has; `undefined` of one that all have */
function insteadOf(key: string, group: z.ZodType): string | undefined {
  const forms = objectsOf(group);
  const [has = {}] = forms.filter((keys) => key in keys);
  if (isOptional(has[key])) return undefined;
  const others = forms.flatMap((keys) =>
    key in keys ? [] : Object.keys(keys).filter((other) => !(other in has) && !isOptional(keys[other])),
  );
  return others.length > 0 ? `**required**, or ${others.map((other) => `\`${other}\``).join(" or ")}` : undefined;
}

const isOptional = (schema: z.ZodType | undefined): boolean => schema?.safeParse(undefined).success === true;

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
  return isOptional(schema) ? "nothing is shown" : "**required**";
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
