import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Registry } from "../../../src/essay/registry.ts";
import type { Draft } from "./registry-helpers.ts";

/** Choices that fast-check makes: it repeats them by its seed, and makes them smaller where a test fails. */
export interface Random {
  /** @returns a whole number from 0, below the limit */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** fast-check looks for what it has made by who makes it and, one after the other, by what it was given. */
const makers = new Map<number, () => fc.Arbitrary<number>>();

function below(limit: number): () => fc.Arbitrary<number> {
  const made = makers.get(limit) ?? (() => fc.nat({ max: limit - 1 }));
  makers.set(limit, made);
  return made;
}

export const randomOf = (g: fc.GeneratorValue): Random => ({
  below: (limit) => (limit > 0 ? g(below(limit)) : 0),
  pick: (items) => items[g(below(items.length))] as (typeof items)[number],
});

/** Sections as they are edited: mutable, one language. */
export type Text = { id: string; paragraphs: string[] }[];

/** The words of the published essay, as the registry has them. */
const CORPUS = (() => {
  const registry = JSON.parse(readFileSync("content/anchors.json", "utf8")) as Registry;
  return registry.anchors.filter(({ kind }) => kind === "paragraph").map(({ texts }) => texts?.["ja"]?.[0]?.text ?? "");
})();
const SENTENCES = CORPUS.flatMap((text) => text.match(/[^。]+。/gu) ?? []);

const freshParagraph = (random: Random) =>
  Array.from({ length: 3 + random.below(3) }, () => random.pick(SENTENCES)).join("");

export function start(random: Random): Text {
  const paragraphs = [...CORPUS];
  return ["one", "two", "three"].map((id) => ({
    id,
    paragraphs: Array.from({ length: 2 + random.below(3) }, () =>
      paragraphs.splice(random.below(paragraphs.length), 1).join(""),
    ),
  }));
}

export const EDITS: readonly ((text: Text, random: Random) => void)[] = [
  function rewriteSomeWords(text, random) {
    const section = random.pick(text);
    if (section.paragraphs.length === 0) return;
    const at = random.below(section.paragraphs.length);
    const characters = [...(section.paragraphs[at] ?? "")];
    const words = [...random.pick(SENTENCES)].slice(0, 12);
    characters.splice(random.below(characters.length), 1 + random.below(10), ...words);
    section.paragraphs[at] = characters.join("");
  },
  function insert(text, random) {
    const { paragraphs } = random.pick(text);
    paragraphs.splice(random.below(paragraphs.length + 1), 0, freshParagraph(random));
  },
  function remove(text, random) {
    const { paragraphs } = random.pick(text);
    paragraphs.splice(random.below(paragraphs.length), 1);
  },
  function split(text, random) {
    const { paragraphs } = random.pick(text);
    const at = random.below(paragraphs.length);
    const sentences = paragraphs[at]?.match(/[^。]+。?/gu) ?? [];
    if (sentences.length < 2) return;
    const cut = 1 + random.below(sentences.length - 1);
    paragraphs.splice(at, 1, sentences.slice(0, cut).join(""), sentences.slice(cut).join(""));
  },
  function merge(text, random) {
    const { paragraphs } = random.pick(text);
    if (paragraphs.length < 2) return;
    const at = random.below(paragraphs.length - 1);
    paragraphs.splice(at, 2, `${paragraphs[at]}${paragraphs[at + 1]}`);
  },
  function move(text, random) {
    const from = random.pick(text).paragraphs;
    const [paragraph] = from.splice(random.below(from.length), 1);
    const to = random.pick(text).paragraphs;
    if (paragraph !== undefined) to.splice(random.below(to.length + 1), 0, paragraph);
  },
  function reorderSections(text, random) {
    const [section] = text.splice(random.below(text.length), 1);
    if (section) text.splice(random.below(text.length + 1), 0, section);
  },
];

export const drafts = (text: Text): Draft[] => text.map(({ id, paragraphs }) => ({ id, texts: { ja: paragraphs } }));
