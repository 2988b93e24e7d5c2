import type { z } from "astro/zod";
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument, stringify } from "yaml";
import { closest } from "../essay/closest.ts";
import type { Problem } from "../essay/problem.ts";
import { keysOf, schemasAlong, wordsOf } from "../schemas/inspect.ts";
import { schemaMessage, specificIssues } from "../schemas/messages.ts";

/** A YAML or JSON text and its file. */
interface YamlSource {
  readonly text: string;
  /** Path shown to the author. */
  readonly file: string;
  /** Number of lines before the text, for frontmatter. */
  readonly linesBefore?: number;
}

/** @returns the position in the file of the value at a path of keys */
export type LocateInYaml = (path: readonly PropertyKey[]) => Pick<Problem, "file" | "line" | "column">;

/** The validated value, or all mistakes. */
export type Validated<T> =
  | { readonly value: T; readonly problems: []; readonly locate: LocateInYaml }
  | { readonly problems: Problem[] };

/**
 * Parses YAML (or JSON, which YAML 1.2 includes) and checks it against a schema.
 * Every mistake is told with the line of the key that it is about, and with an example where the schema has one.
 *
 * @param schema the schema, or what makes it of the raw value where it depends on that
 */
export function validateYaml<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema | ((raw: unknown) => Schema),
): Validated<z.infer<Schema>> {
  const { text, file, linesBefore = 0 } = source;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + linesBefore, column: col };
  };

  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        ...at(error.pos[0]),
        what: `this is not valid YAML: ${error.message}`,
        how: "Mend the syntax; a text with a colon or a quotation mark in it belongs in quotation marks.",
      })),
    };
  }

  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
        const start = (pair?.key as Node | undefined)?.range?.[0];
        if (start !== undefined) return start;
      }
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  };

  const raw: unknown = document.toJS() ?? {};
  const made = typeof schema === "function" ? schema(raw) : schema;
  const result = made.safeParse(raw, { error: schemaMessage });
  if (result.success) return { value: result.data, problems: [], locate: (path) => at(offsetOf(path)) };

  const problems = result.error.issues.flatMap(specificIssues).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          ...at(offsetOf([...issue.path, key])),
          what: `“${[...issue.path, key].map(String).join(".")}” is not a key that is known here`,
          how: correctSpelling(key, made, issue.path),
        }))
      : [{ ...at(offsetOf(issue.path)), ...wrongValue(issue, raw, made) }],
  );
  return { problems };
}

type Issue = z.core.$ZodIssue;

function wrongValue(issue: Issue, raw: unknown, schema: z.ZodType): Pick<Problem, "what" | "how"> {
  const { path } = issue;
  const name = path.length > 0 ? `“${path.map(String).join(".")}”` : "the file";
  const key = path.findLast((step) => typeof step === "string");
  const example = key === undefined ? undefined : exampleAt(schema, path);
  const given = issue.code === "custom" ? (issue.params as { how?: string } | undefined)?.how : undefined;
  if (issue.code !== "custom" && valueAt(raw, path) === undefined)
    return {
      what: `${name} is missing`,
      how: example ? `Add the key, as in “${key}: ${example}”.` : `Add the key${knownKeys(schema, path.slice(0, -1))}.`,
    };
  return {
    what: `${name} ${issue.message}`,
    how: given ?? (example ? `Correct it, as in “${key}: ${example}”.` : "Correct the value."),
  };
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );

/** @returns an example of the innermost named key on a path, as YAML on one line */
function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const last = path.findLastIndex((step) => typeof step === "string");
  const along = schemasAlong(schema, path.slice(0, last + 1));
  const own = along[last + 1];
  const [example] = own ? (wordsOf(own).examples ?? []) : [];
  return example === undefined ? undefined : stringify(example, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** A key that is all but known is named; else all that may stand there are. */
function correctSpelling(key: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const meant = closest(key, keysAt(schema, path));
  return meant ? `Did you mean “${meant}”?` : `Correct its spelling or take it out${knownKeys(schema, path)}.`;
}

/** @returns the known top-level keys in parentheses; empty for a deeper path */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const keys = keysAt(schema, path);
  return keys.length > 0 ? ` (keys: ${keys.join(", ")})` : "";
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const along = schemasAlong(schema, path);
  const own = along.length === path.length + 1 ? along.at(-1) : undefined;
  return Object.keys((own && keysOf(own)) ?? {});
}
