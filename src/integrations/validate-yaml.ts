import type { z } from "astro/zod";
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { Problem } from "../essay/problem.ts";

/** Where a YAML or JSON text comes from. */
interface YamlSource {
  readonly text: string;
  /** Path shown to the author. */
  readonly file: string;
  /** Lines of the file before the text, for a frontmatter block. */
  readonly linesBefore?: number;
}

/** @returns where in the file the value stands to which the path of keys leads */
export type LocateInYaml = (path: readonly PropertyKey[]) => Pick<Problem, "file" | "line" | "column">;

/** Either the value as the schema gives it, or what is wrong with it. */
export type Validated<T> =
  | { readonly value: T; readonly problems: []; readonly locate: LocateInYaml }
  | { readonly problems: Problem[] };

/**
 * Parses YAML (or JSON, which YAML 1.2 includes) and checks it against a schema.
 * Every mistake is told with the line of the key that it is about.
 */
export function validateYaml<Schema extends z.ZodType>(source: YamlSource, schema: Schema): Validated<z.infer<Schema>> {
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

  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, problems: [], locate: (path) => at(offsetOf(path)) };

  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const name = issue.path.length > 0 ? `“${issue.path.map(String).join(".")}”` : "the file";
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        ...at(offsetOf([...issue.path, key])),
        what: `“${[...issue.path, key].map(String).join(".")}” is not a key that is known here`,
        how: `Correct its spelling or take it out${knownKeys(schema, issue.path)}.`,
      }));
    }
    const missing = issue.code === "invalid_type" && document.getIn(issue.path) === undefined;
    return [
      {
        ...at(offsetOf(issue.path)),
        what: missing ? `${name} is missing` : `${name} ${issue.message}`,
        how: missing ? `Add the key${knownKeys(schema, issue.path.slice(0, -1))}.` : "Correct the value.",
      },
    ];
  });
  return { problems };
}

/** @returns a parenthesis with the keys of the top-level object, or nothing where the path leads deeper */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string {
  if (path.length > 0 || !("shape" in schema)) return "";
  return ` (keys: ${Object.keys(schema.shape as object).join(", ")})`;
}
