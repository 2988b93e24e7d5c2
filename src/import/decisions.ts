import { isMap, isScalar, parseDocument } from "yaml";
import type { Decisions } from "./findings.ts";
import { ImportError } from "./import-error.ts";

/** File in the essay's directory that keeps how it was imported, and what a person has decided. */
export const DECISIONS_FILE = "import.yaml";

/** How an essay was imported. */
export interface ImportSettings {
  readonly manuscripts: readonly string[];
  readonly language: string;
  readonly decisions: Decisions;
  /** The words that a decision was about, by its key. */
  readonly about: ReadonlyMap<string, string>;
}

/** @returns an answer such as `heading 12=2`, as a key and what it says */
export function parseDecision(text: string): [string, string] {
  const cut = text.lastIndexOf("=");
  if (cut < 1)
    throw new ImportError(
      `--decide ${text}`,
      "is not an answer to a guess",
      "Write it as --decide “heading 12=2”; the report has the keys.",
    );
  return [normalKey(text.slice(0, cut)), text.slice(cut + 1).trim()];
}

const normalKey = (key: string): string => key.trim().replaceAll(/\s+/gu, " ");

/** @throws {ImportError} where the file is not what an import writes */
export function readDecisions(
  text: string,
  file: string,
): { language: string | undefined; decisions: Map<string, string>; about: Map<string, string> } {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  const wrong = (what: string) =>
    new ImportError(file, what, "Write one line a guess under “decisions”, as “heading 12: 2”.");
  if (error) throw wrong(`is not valid YAML (${error.message.split("\n")[0]})`);
  const root = document.contents;
  if (root === null) return { language: undefined, decisions: new Map(), about: new Map() };
  if (!isMap(root)) throw wrong("is not a list of settings");
  const answers = (key: string): Map<string, string> => {
    const list = root.get(key);
    if (list !== undefined && list !== null && !isMap(list)) throw wrong(`has no answers under “${key}”`);
    return new Map(
      (isMap(list) ? list.items : []).map((item): [string, string] => [
        normalKey(isScalar(item.key) ? String(item.key.value) : String(item.key)),
        isScalar(item.value) ? String(item.value.value) : String(item.value),
      ]),
    );
  };
  const language = root.get("language");
  return {
    language: typeof language === "string" ? language : undefined,
    decisions: answers("decisions"),
    about: answers("words"),
  };
}

/** @returns the file's text, with a word on its use */
export function writeDecisions({ manuscripts, language, decisions, about }: ImportSettings): string {
  const quote = (text: string) => JSON.stringify(text);
  return [
    "# How this essay was imported, and what was decided about the importer's guesses (import-report.md lists them).",
    "# Add a line a guess under “decisions” and run the import again with --again.",
    `manuscripts: [${manuscripts.map(quote).join(", ")}]`,
    `language: ${language}`,
    decisions.size === 0 ? "decisions: {}" : "decisions:",
    ...[...decisions].map(([key, value]) => `  ${quote(key)}: ${quote(value)}`),
    ...(about.size === 0
      ? []
      : [
          "# What each was about: in a changed manuscript the answer goes where these words have gone.",
          "words:",
          ...[...about].map(([key, value]) => `  ${quote(key)}: ${quote(value)}`),
        ]),
    "",
  ].join("\n");
}
