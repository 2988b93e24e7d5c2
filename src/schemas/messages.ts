import type { z } from "astro/zod";

/** An issue as zod reports it. */
type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * Words an issue for authors, as the predicate of a sentence whose subject is the key. It is passed to `safeParse` as
 * `error`; messages of a schema take precedence.
 */
export const schemaMessage = (issue: RawIssue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input);
    case "invalid_value":
      return issue.values.length === 1
        ? `is not ${quote(issue.values[0])}`
        : `is none of these: ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "discriminator" in issue && typeof issue.discriminator === "string"
        ? `has no “${issue.discriminator}” that is known here`
        : "is in none of the forms that are known here";
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return FORMATS[issue.format] ?? "is not written as it has to be";
    case "invalid_key":
      return "has a key that does not belong here";
    case "invalid_element":
      return "has an entry that does not belong here";
    case "not_multiple_of":
      return `is not a multiple of ${issue.divisor}`;
    default:
      return undefined;
  }
};

const FORMATS: Readonly<Record<string, string>> = {
  url: "is not an address such as https://example.org",
  email: "is not an address such as name@example.org",
  date: "is not a date such as 2023-03-17",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a set of keys with values",
  record: "a set of keys with values",
};

function wrongType(expected: string, input: unknown): string {
  const wanted = TYPES[expected] ?? "what belongs here";
  if (input === null || input === undefined) return "is empty";
  if (expected === "string" && (typeof input === "number" || typeof input === "boolean"))
    return `is ${String(input)}, which YAML takes for a ${typeof input === "number" ? "number" : "yes or no"}: put it in quotation marks, "${String(input)}"`;
  if (expected === "int" && typeof input === "number") return `is ${input}, not a whole number`;
  return `is ${kindOf(input)}, not ${wanted}`;
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a set of keys with values";
  return typeof input === "string" ? `the text ${quote(input)}` : String(input);
}

const quote = (value: unknown): string => {
  const text = String(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
};

const COUNTED: Readonly<Record<string, string>> = {
  string: "characters",
  array: "entries",
  set: "entries",
  map: "entries",
};

function tooSmall({ origin, minimum, inclusive }: RawIssue & { code: "too_small" }): string {
  const unit = COUNTED[origin];
  if (unit === undefined) return inclusive === false ? `is not more than ${minimum}` : `is less than ${minimum}`;
  if (Number(minimum) === 1) return origin === "string" ? "is empty" : "is an empty list";
  return `has fewer than ${minimum} ${unit}`;
}

function tooBig({ origin, maximum, inclusive }: RawIssue & { code: "too_big" }): string {
  const unit = COUNTED[origin];
  if (unit !== undefined) return `has more than ${maximum} ${unit}`;
  return inclusive === false ? `is not less than ${maximum}` : `is more than ${maximum}`;
}

/**
 * Narrows the issues of a union to the form that the value is most probably meant to have.
 *
 * @returns the issues to report, with paths from the whole value
 */
export function specificIssues(issue: Issue): readonly Issue[] {
  if (issue.code === "invalid_union") {
    const meant = issue.errors.filter((issues) => issues.length > 0 && !issues.some(isOfAnotherType));
    return meant.length === 1 ? (meant[0] ?? []).flatMap((inner) => specificIssues(below(issue, inner))) : [issue];
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element")
    return issue.issues.flatMap((inner) => specificIssues(below(issue, inner)));
  return [issue];
}

const below = (outer: Issue, inner: Issue): Issue => ({ ...inner, path: [...outer.path, ...inner.path] }) as Issue;

const isOfAnotherType = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === "invalid_type" || code === "invalid_value");
