import type { FootnoteDefinition, Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { ngramProfile, similarity } from "../essay/similarity.ts";
import { noteLabel } from "../markdown/citation-units.ts";
import { parseSection } from "../markdown/parser.ts";
import type { KnownSection } from "./merge.ts";
import { wordsOf } from "./plain-words.ts";

/** How alike two texts must be to be the same section, or the same note, edited. */
const ALIKE = 0.5;
/** How much of the words before a mark tells the mark. */
const CONTEXT = 24;

interface KnownNote {
  readonly label: string;
  readonly words: string;
  /** The words before its first mark. */
  readonly before: string;
}

/** An essay as it was imported before: its ids and labels are addresses, and stay with what they were given to. */
export class KnownEssay {
  readonly #sections: (KnownSection & { words: string })[];
  readonly #notes: KnownNote[];

  constructor(sections: readonly KnownSection[]) {
    this.#notes = [];
    this.#sections = sections.map((section) => {
      const tree = parseSection(section.text);
      const marks = new Map<string, string>();
      for (const [label, before] of marksOf(tree)) if (!marks.has(label)) marks.set(label, before);
      for (const node of tree.children)
        if (node.type === "footnoteDefinition")
          this.#notes.push({ label: noteLabel(node), words: wordsOf(node), before: marks.get(noteLabel(node)) ?? "" });
      const words = tree.children
        .filter(({ type }) => type !== "footnoteDefinition")
        .map((node) => wordsOf(node as Nodes))
        .join("\n");
      return { ...section, words };
    });
  }

  /** Every id that is taken. */
  get ids(): string[] {
    return this.#sections.map(({ id }) => id);
  }

  get labels(): string[] {
    return this.#notes.map(({ label }) => label);
  }

  /**
   * @param present the sections as they are now, in order
   * @returns for each its id of before; undefined where it is new
   */
  sectionIds(present: readonly { title: string; words: string }[]): (string | undefined)[] {
    const ids: (string | undefined)[] = present.map(() => undefined);
    const free = new Set(this.#sections);
    const take = (index: number, section: KnownSection & { words: string }) => {
      ids[index] = section.id;
      free.delete(section);
    };
    present.forEach(({ title }, index) => {
      const same = [...free].find((one) => one.title === title);
      if (same) take(index, same);
    });
    if (free.size === 0) return ids;
    const profiles = new Map([...free].map((one) => [one, ngramProfile(one.words)]));
    present.forEach(({ words }, index) => {
      if (ids[index] !== undefined) return;
      const own = ngramProfile(words);
      const [best] = [...free]
        .map((one) => ({ one, score: similarity(own, profiles.get(one) ?? own) }))
        .sort((a, b) => b.score - a.score);
      if (best && best.score >= ALIKE) take(index, best.one);
    });
    // Edited in its title and its words: where it stands between the same sections as before, and its title says more or less.
    present.forEach(({ title }, index) => {
      if (ids[index] !== undefined || title === "") return;
      const same = [...free].find((one) => {
        const at = this.#sections.indexOf(one);
        const other = one.title ?? "";
        return (
          (index === 0 ? at === 0 : ids[index - 1] === this.#sections[at - 1]?.id) &&
          other !== "" &&
          (title.includes(other) || other.includes(title))
        );
      });
      if (same) take(index, same);
    });
    return ids;
  }

  /**
   * @param present the notes as they are now, in the order of their marks
   * @returns for each its label of before; undefined where it is new
   */
  noteLabels(present: readonly { words: string; before: string }[]): (string | undefined)[] {
    const labels: (string | undefined)[] = present.map(() => undefined);
    const free = new Set(this.#notes);
    const match = (test: (known: KnownNote, note: { words: string; before: string }) => boolean) => {
      present.forEach((note, index) => {
        if (labels[index] !== undefined) return;
        const found = [...free].find((known) => test(known, note));
        if (!found) return;
        labels[index] = found.label;
        free.delete(found);
      });
    };
    match((known, note) => known.words !== "" && known.words === note.words && known.before === note.before);
    match((known, note) => known.words !== "" && known.words === note.words);
    match((known, note) => known.before !== "" && known.before === note.before);
    match(
      (known, note) => known.words !== "" && similarity(ngramProfile(known.words), ngramProfile(note.words)) >= ALIKE,
    );
    return labels;
  }
}

/** @returns the labels of the marks below a node, in order, each with the words before it */
export function marksOf(tree: Nodes): [string, string][] {
  const marks: [string, string][] = [];
  let words = "";
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition") return "skip";
    if (node.type === "text") words += node.value.replaceAll(/\s+/gu, "");
    if (node.type === "footnoteReference")
      marks.push([noteLabel(node), words.replaceAll(/[。、，．,.]+$/gu, "").slice(-CONTEXT)]);
    return undefined;
  });
  return marks;
}

/** @returns the words of a note */
export const noteWords = (definition: FootnoteDefinition | undefined): string =>
  definition ? wordsOf(definition) : "";
