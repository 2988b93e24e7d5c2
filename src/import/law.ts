import type { FootnoteDefinition, Nodes } from "mdast";
import { parse } from "yaml";
import { readTitle } from "../essay/title-notes.ts";
import { noteLabel } from "../markdown/citation-units.ts";
import { parseSection } from "../markdown/parser.ts";
import { mendCharacters } from "./characters.ts";
import type { Fragment, Manuscript } from "./manuscript.ts";
import { mirrored } from "./pdf/direction.ts";
import { withoutBrackets, wordsOf } from "./plain-words.ts";
import type { DraftEssay } from "./sections.ts";

/** A place where the words that go out are not the words that came in. */
export interface Difference {
  /** Where in the manuscript. */
  readonly place: string;
  /** What it was compared with: the body, a note, a field. */
  readonly of: string;
  /** What came in there. */
  readonly expected: string;
  /** What would go out. */
  readonly found: string;
}

/** Words without white space, with the characters that are meant. */
export const plain = (text: string): string => mendCharacters(text).replaceAll(/[\s\u3164]+/gu, "");

/** What an essay's files say, read again from what will be written. */
export interface ReadBack {
  /** Titles and blocks of all sections, in reading order. */
  readonly body: string;
  /** By label. */
  readonly notes: ReadonlyMap<string, string>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * @param files the essay's files, by path
 * @param language the folder of the sections
 * @param draft for the order of the sections, and for the numbers that the site gives by itself
 * @param progress is told how many sections of how many are read
 */
export function readBack(
  files: ReadonlyMap<string, string>,
  language: string,
  draft: DraftEssay,
  progress: (done: number, all: number) => void = () => undefined,
): ReadBack {
  const notes = new Map<string, string>();
  const body = draft.sections.map(({ id, number, readings }, index) => {
    progress(index + 1, draft.sections.length);
    const text = files.get(`${language}/${id}.mdx`) ?? "";
    const tree = parseSection(text);
    const head = /^---\r?\n([\s\S]*?)\r?\n---/u.exec(text)?.[1];
    const title = (head ? (parse(head) as { title?: string }) : {}).title ?? "";
    const { words } = readTitle(title);
    for (const node of tree.children)
      if (node.type === "footnoteDefinition") notes.set(noteLabel(node), noteWords(node));
    const blocks = tree.children.filter(({ type }) => type !== "footnoteDefinition");
    return `${number ?? ""}${withoutBrackets(words, readings)}\n${blocks.map((block) => blockWords(block as Nodes)).join("\n")}`;
  });
  return { body: body.join("\n"), notes, settings: parse(files.get("essay.yaml") ?? "") as Record<string, unknown> };
}

const noteWords = (note: FootnoteDefinition): string =>
  note.children.map((child) => blockWords(child as Nodes)).join("\n");

/** An id that stands in a heading, and a mark that leads to a note of another section, are no words. */
function blockWords(block: Nodes): string {
  const words =
    block.type === "heading"
      ? wordsOf(block).replace(/\s*\[#[a-z][a-z0-9-]*\]\s*$/u, "")
      : wordsOf(withoutCalls(block));
  return words;
}

function withoutCalls<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as Nodes[])
    .filter(
      (child) => !(child.type === "mdxJsxTextElement" && child.name === "sup" && isCall(child.children as Nodes[])),
    )
    .map(withoutCalls);
  return { ...node, children } as Node;
}

const isCall = (children: readonly Nodes[]): boolean => {
  const [link] = children;
  return children.length === 1 && link?.type === "link" && link.url.startsWith("#note-");
};

/**
 * The law: the words that came in are the words that go out.
 *
 * @returns the first place where they are not; undefined where all is well
 */
export function firstDifference(manuscript: Manuscript, draft: DraftEssay, written: ReadBack): Difference | undefined {
  const { ledger, proof } = manuscript;
  if (proof) {
    const found = ledgerDifference(ledger, proof);
    if (found) return found;
  }
  // A long book has thousands of notes: the ledger is gone through once for all of them.
  const byPlace = Map.groupBy(ledger, ({ to }) => to);
  const of = (to: Fragment["to"]): readonly Fragment[] => byPlace.get(to) ?? [];
  const noted = new Set<string>();
  const body = compare(of("body"), written.body, "the text");
  if (body) return body;
  for (const to of byPlace.keys()) {
    if (!to.startsWith("note ")) continue;
    const label = draft.labels.get(to.slice("note ".length)) ?? to.slice("note ".length);
    noted.add(label);
    const found = compare(of(to), written.notes.get(label) ?? "", `note ${label}`);
    if (found) return found;
  }
  const known = new Set([...draft.labels].map(([, label]) => label));
  for (const [label, words] of written.notes)
    if (!noted.has(label) && plain(words) !== "")
      return {
        place: "nowhere",
        of: `note ${label}${known.has(label) ? "" : " (unknown)"}`,
        expected: "",
        found: words.slice(0, 40),
      };
  for (const to of byPlace.keys()) {
    if (!to.startsWith("field ")) continue;
    const field = to.slice("field ".length);
    const value = withoutBrackets(fieldWords(written.settings, field), manuscript.metadata.readings ?? []);
    const expected = of(to)
      .map(({ text }) => text)
      .join("");
    // A name's parts stand in the order of their keys.
    const [one, other] = ["authors", "translators", "affiliation"].includes(field)
      ? [sorted(expected), sorted(value)]
      : [plain(expected), plain(value)];
    if (one !== other)
      return {
        place: of(to)[0]?.place ?? "",
        of: `“${field}” in essay.yaml`,
        expected: expected.slice(0, 60),
        found: value.slice(0, 60),
      };
  }
  return undefined;
}

const sorted = (text: string): string => [...plain(text).replaceAll(/[,，]/gu, "")].sort().join("");

function fieldWords(settings: Readonly<Record<string, unknown>>, field: string): string {
  const flat = (value: unknown): string =>
    typeof value === "string"
      ? value
      : Array.isArray(value)
        ? value.map(flat).join("")
        : value && typeof value === "object"
          ? Object.values(value).map(flat).join("")
          : "";
  if (field === "affiliation") {
    const authors = Array.isArray(settings["authors"]) ? settings["authors"] : [];
    // Several authors may share an institute, and one may have several.
    const institutes = authors.flatMap((one: Record<string, unknown>) => flat(one["affiliation"]).split("; "));
    return [...new Set(institutes)].join("");
  }
  if (field === "authors" || field === "translators") {
    const authors = Array.isArray(settings[field]) ? (settings[field] as Record<string, unknown>[]) : [];
    return authors.map(({ family, given, literal }) => flat([given ?? "", family ?? "", literal ?? ""])).join("");
  }
  return field === "title" ? readTitle(flat(settings[field])).words : flat(settings[field]);
}

/** Every place's words are in the ledger, and nothing else is. */
function ledgerDifference(
  ledger: readonly Fragment[],
  { places, isOrdered }: NonNullable<Manuscript["proof"]>,
): Difference | undefined {
  const found = Map.groupBy(
    ledger.filter(({ isAdded }) => !isAdded),
    ({ place }) => (isOrdered ? place : pageOf(place)),
  );
  for (const [place, words] of places) {
    const fragments = (found.get(place) ?? []).map(({ text }) => plain(text)).join("");
    const expected = plain(words);
    if (isOrdered ? fragments === expected : sameCharacters(fragments, expected)) continue;
    const [own, other] = isOrdered
      ? aroundDifference(expected, fragments)
      : [
          lacking(apart(expected), apart(fragments)).slice(0, 60),
          lacking(apart(fragments), apart(expected)).slice(0, 60),
        ];
    return { place, of: "the manuscript", expected: own, found: other };
  }
  const stray = [...found.keys()].find((place) => !places.has(place));
  return stray === undefined
    ? undefined
    : {
        place: stray,
        of: "the manuscript",
        expected: "",
        found: (found.get(stray) ?? [])
          .map(({ text }) => text)
          .join("")
          .slice(0, 60),
      };
}

const pageOf = (place: string): string => place.replace(/, line \d+$/u, "");

/** What joins letters or parts them is seen by the letters' forms, which are other characters or none. */
const JOINERS = /[\u200C\u200D]/gu;

/** A file may say a bracket by its shape, which is that of the other of its pair where a line runs from right to left. */
const CLOSING = /[)\]}»›>⟩⟧]/gu;

/** @returns the letters and the marks of a text each by itself, as any order and any direction of its lines has them */
const apart = (text: string): string => text.replaceAll(JOINERS, "").replaceAll(CLOSING, mirrored).normalize("NFD");

const sameCharacters = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [own, others] = [apart(one), apart(other)];
  return own.length === others.length && lacking(own, others) === "" && lacking(others, own) === "";
};

/** @returns the characters of the first text that the second has not, or not as often */
function lacking(one: string, other: string): string {
  const counts = new Map<string, number>();
  for (const character of other) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...one]
    .filter((character) => {
      const left = counts.get(character) ?? 0;
      counts.set(character, left - 1);
      return left <= 0;
    })
    .join("");
}

/** @returns of both texts the words about the first place at which they differ */
function aroundDifference(one: string, other: string): [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const from = Math.max(0, same - 12);
  return [one.slice(from, same + 28), other.slice(from, same + 28)];
}

/** Words to be compared piece by piece: a mark and its letter may stand in two elements, and are one character together. */
const decomposed = (text: string): string => plain(text).normalize("NFD");

function compare(fragments: readonly Fragment[], words: string, of: string): Difference | undefined {
  const out = decomposed(words);
  let position = 0;
  for (const { text, place } of fragments) {
    const piece = decomposed(text);
    if (!out.startsWith(piece, position)) {
      const [expected, found] = aroundDifference(
        piece.normalize("NFC"),
        out.slice(position, position + piece.length + 40).normalize("NFC"),
      );
      return { place, of, expected, found };
    }
    position += piece.length;
  }
  return position === out.length
    ? undefined
    : { place: fragments.at(-1)?.place ?? "the end", of, expected: "", found: out.slice(position, position + 40) };
}
