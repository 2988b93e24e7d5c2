import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { mendCharacters } from "./characters.ts";
import { excerpt, type Findings } from "./findings.ts";

/** Words of the manuscript as its file has them, before anything was made of them. */
export interface SourceWords {
  /** Where they stand, for messages: a line, a part. */
  readonly place: string;
  readonly text: string;
}

/** A word, or one character of a script that is written without spaces: white space and markup do not change it. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const isUnspacedCode = (code: number): boolean =>
  code >= 0x3005 &&
  (code <= 0x3007 ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    code >= 0x20000);

function* tokensOf(text: string): Generator<Token> {
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    let start = 0;
    let position = 0;
    const token = (from: number, to: number): Token => ({
      text: run.slice(from, to),
      start: index + from,
      end: index + to,
    });
    for (const character of run) {
      const next = position + character.length;
      if (isUnspacedCode(character.codePointAt(0) ?? 0)) {
        if (position > start) yield token(start, position);
        yield token(position, next);
        start = next;
      }
      position = next;
    }
    if (position > start) yield token(start, position);
  }
}

/** Words that are missing are told as one where so few stand between them. */
const NEAR = 3;

/** Adds to a count. */
const add = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/**
 * Compares a manuscript's words as its file has them with all that was read of it or told about it. Where they stand plays no
 * part, as notes and titles move; how often they do does.
 *
 * @param said what was read or told, in whatever order
 * @returns the words that nothing says, by their places; of equal words those that stand between others that are missing too
 */
export function unaccountedWords(source: readonly SourceWords[], said: readonly string[]): SourceWords[] {
  const missing = new Map<string, number>();
  for (const { text } of source) for (const token of tokensOf(mendCharacters(text))) add(missing, token.text, 1);
  for (const text of said) for (const token of tokensOf(mendCharacters(text))) add(missing, token.text, -1);
  for (const [token, count] of missing) if (count <= 0) missing.delete(token);
  if (missing.size === 0) return [];

  // Pairs of neighbours tell which of several equal words is the one that is missing.
  const pairs = new Map<string, number>();
  const pair = (one: string, other: string) => `${one} ${other}`;
  const count = (texts: Iterable<string>, by: number) => {
    for (const text of texts) {
      let before = "";
      for (const token of tokensOf(mendCharacters(text))) {
        if (missing.has(token.text) || missing.has(before)) add(pairs, pair(before, token.text), by);
        before = token.text;
      }
    }
  };
  count(
    source.map(({ text }) => text),
    1,
  );
  count(said, -1);
  const found: { place: number; index: number; token: Token; score: number }[] = [];
  const isGone = (one: string, other: string): number => ((pairs.get(pair(one, other)) ?? 0) > 0 ? 1 : 0);
  source.forEach(({ text }, place) => {
    const tokens = [...tokensOf(mendCharacters(text))];
    const scores = tokens.map((token, index) =>
      missing.has(token.text)
        ? isGone(tokens[index - 1]?.text ?? "", token.text) + isGone(token.text, tokens[index + 1]?.text ?? "")
        : 0,
    );
    tokens.forEach((token, index) => {
      if (!missing.has(token.text)) return;
      // Words that are missing stand together.
      const from = Math.max(0, index - NEAR);
      const around = scores.slice(from, index + NEAR + 1).reduce((sum, one) => sum + one, 0);
      const others = tokens.slice(from, index + NEAR + 1).filter(({ text: other }) => missing.has(other)).length;
      found.push({ place, index, token, score: (scores[index] ?? 0) + around / 10 + others / 5 });
    });
  });
  found.sort((one, other) => other.score - one.score || one.place - other.place || one.index - other.index);
  const chosen = found.filter(({ token }) => {
    const left = missing.get(token.text) ?? 0;
    missing.set(token.text, left - 1);
    return left > 0;
  });
  chosen.sort((one, other) => one.place - other.place || one.index - other.index);

  const runs: { place: number; from: number; to: number; last: number }[] = [];
  for (const { place, index, token } of chosen) {
    const open = runs.at(-1);
    if (open?.place === place && index - open.last <= NEAR) {
      open.to = token.end;
      open.last = index;
    } else runs.push({ place, from: token.start, to: token.end, last: index });
  }
  return runs.map(({ place, from, to }) => {
    const { place: name = "", text = "" } = source[place] ?? {};
    return { place: name, text: mendCharacters(text).slice(from, to) };
  });
}

/** So many stretches of words that nothing else says are told one by one. */
const MOST_TOLD = 40;

/** Tells the words that came in and are neither in what was read nor in what was told: none is lost without a word. */
export function tellUnaccounted(source: readonly SourceWords[], said: readonly string[], findings: Findings): void {
  const told = findings.leftOut.flatMap(({ words }) => (words === undefined ? [] : [words]));
  const byWords = Map.groupBy(unaccountedWords(source, [...said, ...told]), ({ text }) => text);
  const all = [...byWords.values()];
  for (const [first, ...others] of all.slice(0, MOST_TOLD))
    if (first)
      findings.leftOut.push({
        place: first.place,
        text: `“${excerpt(first.text, 120)}” stands in the file and not in the essay${others.length > 0 ? ` (there and at ${others.length} other places)` : ""}`,
      });
  const rest = all.slice(MOST_TOLD).flat();
  if (rest.length > 0)
    findings.leftOut.push({
      place: `${rest[0]?.place} and further on`,
      text: `${rest.length} other words and stretches of words stand in the file and not in the essay, such as “${excerpt(rest.map(({ text }) => text).join(" … "), 200)}”`,
    });
}

/** @returns what a tree says beside its text: addresses, descriptions of images, labels, what its elements say of themselves */
export function attributesOf(tree: Root): string[] {
  const said: string[] = [];
  visit(tree, (node: Nodes) => {
    // What is its own text was counted with the text.
    if (node.type === "link" && isBare(node)) return;
    if (node.type === "link" || node.type === "definition") said.push(node.url, node.title ?? "");
    else if (node.type === "image") said.push(node.url, node.title ?? "", node.alt ?? "");
    else if (node.type === "code") said.push(node.lang ?? "", node.meta ?? "");
    else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
      for (const one of node.attributes) if (typeof one.value === "string") said.push(one.value);
  });
  return said;
}

const isBare = ({ url, children }: { url: string; children: readonly Nodes[] }): boolean => {
  const [text, ...others] = children;
  return text?.type === "text" && others.length === 0 && (text.value === url || url.endsWith(`//${text.value}`));
};
