import type { Language } from "./language.ts";
import { once } from "./once.ts";

/** What an author labels. A block is a quotation or a heading. */
export type LabelKind = "note" | "block" | "figure" | "term" | "event";

/** What a published anchor can be. The glossary and the timeline are sections without paragraphs. */
export type AnchorKind = "section" | "paragraph" | LabelKind;

/** The words of an anchor as an edition published them. */
export interface Revision {
  /** The first edition with these words. */
  readonly edition: string;
  /**
   * ISO 8601 date of a change within the edition: a correction, or a change of an annotation. Absent for the words that
   * the edition was published with.
   */
  readonly date?: string;
  /** `textHash(text)`; where the two disagree, the registry was edited by hand. */
  readonly hash: string;
  readonly text: string;
}

/** Where an anchor leads whose text no longer exists. */
export interface Retirement {
  /** The last edition that had it. */
  readonly last: string;
  /** The anchor that has its text now, or its nearest neighbour; that may be retired in its turn. */
  readonly successor: string;
  readonly how: "merged" | "removed" | "renamed";
}

/** Everything known about one published anchor. No record is ever deleted. */
export interface AnchorRecord {
  /** The fragment of its address; of a section also the slug of its page. */
  readonly id: string;
  readonly kind: AnchorKind;
  /** The section that it is in, or was in last; absent for a section. */
  readonly section?: string;
  /** Of a note the paragraph of its first mark, of a block the paragraph around it; else absent. */
  readonly paragraph?: string;
  /** The first edition that had it. */
  readonly since: string;
  /** Sections that it was in earlier, each with the last edition in which it was. */
  readonly previousSections?: Readonly<Record<string, string>>;
  readonly retired?: Retirement;
  /** Its words in each language, the oldest first. A section has none: its slug identifies it. */
  readonly texts?: Readonly<Record<Language, readonly Revision[]>>;
}

/** `anchors.json`: every anchor ever published, in reading order; a retired one keeps its position. */
export interface Registry {
  /** The edition for which the registry was last written. */
  readonly edition: string;
  readonly anchors: readonly AnchorRecord[];
}

/** A label of the current text. */
export interface CurrentLabel {
  readonly id: string;
  readonly kind: LabelKind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Index in its section of the paragraph that it belongs to; absent between paragraphs. */
  readonly paragraph?: number | undefined;
}

/** A section of the current text, before its paragraphs have ids. */
export interface CurrentSection {
  readonly id: string;
  readonly file: string;
  /** Whether it is a draft: nothing of it is published or registered. */
  readonly draft?: true;
  /** With their first and last line. */
  readonly paragraphs: readonly { readonly text: string; readonly line: number; readonly endLine?: number }[];
  readonly labels: readonly CurrentLabel[];
}

/** The current text in every language; all have the same sections in the same order. */
export interface CurrentText {
  readonly edition: string;
  readonly languages: readonly { readonly language: Language; readonly sections: readonly CurrentSection[] }[];
}

/** @returns whether two texts are identical except for line breaks */
export const isSameText = (one: string, other: string): boolean =>
  one === other || one.replaceAll(/\s/gu, "") === other.replaceAll(/\s/gu, "");

/** @returns the last recorded words of an anchor in a language */
export const lastRevision = (record: AnchorRecord, language: Language): Revision | undefined =>
  record.texts?.[language]?.at(-1);

/** @returns the records by their ids */
export const recordsById = once(
  ({ anchors }: Registry): ReadonlyMap<string, AnchorRecord> => new Map(anchors.map((record) => [record.id, record])),
);

/**
 * Follows the successors of an anchor.
 *
 * @returns the id of the anchor that its address leads to; its own where it is not retired
 * @throws where successors form a circle, which the schema excludes
 */
export function resolveAnchor(registry: Registry, id: string): string {
  const byId = recordsById(registry);
  const seen = new Set<string>();
  let current = id;
  for (
    let next = byId.get(current)?.retired?.successor;
    next !== undefined;
    next = byId.get(current)?.retired?.successor
  ) {
    if (seen.has(current)) throw new Error(`The anchor “${id}” leads in a circle.`);
    seen.add(current);
    current = next;
  }
  return current;
}

/**
 * @returns the registry of its edition alone: what stood in it, with the words that stood there. What earlier editions
 *   said is left to theirs
 */
export const registryOfEdition = ({ edition, anchors }: Registry): Registry => ({
  edition,
  anchors: anchors.map((record) => ({
    ...record,
    ...(record.texts && {
      texts: Object.fromEntries(
        Object.entries(record.texts).map(([language, revisions]) => [language, revisions.slice(-1)]),
      ),
    }),
  })),
});

/** Compares semantic versions; negative where the first is the earlier one. */
export function compareEditions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  return [0, 1, 2].map((part) => (left[part] ?? 0) - (right[part] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
