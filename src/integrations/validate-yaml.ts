import type { z } from "astro/zod";
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, stringify } from "yaml";
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

  // What follows the first mistake of syntax is read wrongly because of it.
  const [error] = document.errors;
  if (error) {
    const language = file.endsWith(".json") ? "JSON" : "YAML";
    const { what, how } = SYNTAX[error.code] ?? { what: "something cannot be read here", how: MEND_SYNTAX };
    return { problems: [{ ...at(error.pos[0]), what: `this is not valid ${language}: ${what}`, how }] };
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

  const raw = contentOf(document);
  if (raw === undefined) return { problems: [{ file, what: `this is not valid YAML: ${STAR.what}`, how: STAR.how }] };
  const made = typeof schema === "function" ? schema(raw ?? {}) : schema;
  if (raw === null && linesBefore === 0)
    return { problems: [{ file, line: 1, what: "the file is empty", how: `Write its keys${knownKeys(made, [])}.` }] };
  const result = made.safeParse(raw ?? {}, { error: schemaMessage });
  if (result.success) return { value: result.data, problems: [], locate: (path) => at(offsetOf(path)) };

  const issues = result.error.issues.flatMap(specificIssues);
  // One slip makes a key that is not known and one that is missing: it is told once, where it stands.
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, closest(key, keysAt(made, issue.path))].join("\n"))
        : [],
    ),
  );
  const problems = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        ...at(offsetOf([...issue.path, key])),
        what: `“${[...issue.path, key].map(String).join(".")}” is not a key that is known here`,
        how: correctSpelling(key, made, issue.path),
      }));
    if (issue.code !== "custom" && valueAt(raw, issue.path) === undefined && meant.has(issue.path.join("\n")))
      return [];
    return [{ ...at(offsetOf(issue.path)), ...wrongValue(issue, raw, made) }];
  });
  return { problems };
}

type Issue = z.core.$ZodIssue;

/** @returns the document's value; `undefined` where a value refers to what there is not, or to itself without end */
function contentOf(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

const MEND_SYNTAX = "Mend the syntax; a text with a colon or a quotation mark in it belongs in quotation marks.";

const STAR = { what: "a value begins with *, which refers to another", how: "Put the value into quotation marks." };

/** What the parser's codes mean to an author. */
const SYNTAX: Readonly<Record<string, { readonly what: string; readonly how: string }>> = {
  BAD_ALIAS: STAR,
  BAD_DQ_ESCAPE: {
    what: "a backslash stands before a character that it has no meaning with",
    how: "Write \\\\ for a backslash, or use single quotation marks.",
  },
  BAD_INDENT: {
    what: "a bracket is not closed, or a line is indented otherwise than those beside it",
    how: "Close the bracket; align the line with the others, by spaces; put a text with brackets into quotation marks.",
  },
  UNEXPECTED_TOKEN: {
    what: "something stands here that belongs to nothing: a bracket too many, or words after a quotation mark",
    how: "Take it out, or put the whole text into quotation marks.",
  },
  BAD_SCALAR_START: {
    what: "a value begins with a character that means something",
    how: "Put the value into quotation marks.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    what: "there are two colons in one line",
    how: "Put a text with a colon in it into quotation marks.",
  },
  BLOCK_IN_FLOW: {
    what: "a list of dashes stands inside brackets",
    how: "Write it as [one, two], or without the brackets.",
  },
  DUPLICATE_KEY: { what: "the key is given twice", how: "Take one of the two out." },
  MISSING_CHAR: {
    what: "something is missing: the other quotation mark, a comma, or a colon after a key",
    how: "Close the quotation, put commas between entries, and write “key: value”.",
  },
  MULTILINE_IMPLICIT_KEY: {
    what: "a line has no colon after its key, or a text goes on without quotation marks",
    how: "Write “key: value” on one line; put a long text into quotation marks.",
  },
  MULTIPLE_DOCS: { what: "a line of --- stands within", how: "Take the line out, or indent it." },
  TAB_AS_INDENT: { what: "a line is indented by a tab", how: "Use spaces." },
  TAG_RESOLVE_FAILED: { what: "a value begins with !", how: "Put the value into quotation marks." },
};

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
