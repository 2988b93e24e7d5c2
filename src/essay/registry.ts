import type { Language } from "./language.ts";

/** What an author gives an id. A block is a quotation or a heading. */
export type LabelKind = "note" | "block" | "figure" | "term" | "event";

/** What a published address can lead to. The pages of terms and of events are sections without paragraphs. */
export type AnchorKind = "section" | "paragraph" | LabelKind;

/** The words of an anchor as an edition published them. */
export interface Revision {
  /** The first edition with these words. */
  readonly edition: string;
  /**
   * ISO 8601 day on which they took the place of others in that edition: a slip was corrected, or an annotation, which has
   * no editions of its own, was changed. Absent on the words with which the edition came out.
   */
  readonly date?: string;
  /** Made from `text`; a registry in which the two do not agree was edited by hand. */
  readonly hash: string;
  readonly text: string;
}

/** What became of an anchor whose text is retired. */
export interface Retirement {
  /** The last edition in which it stood. */
  readonly last: string;
  /** Where its text went, or what stood beside it; that may be retired in its turn. */
  readonly successor: string;
  readonly how: "merged" | "removed" | "renamed";
}

/** Everything that is known of one published anchor. No record is ever taken out. */
export interface AnchorRecord {
  /** The fragment of its address; of a section also the slug of its page. */
  readonly id: string;
  readonly kind: AnchorKind;
  /** The section on whose page it stands, or stood last; absent for a section. */
  readonly section?: string;
  /** Of a note the paragraph of its first mark, of a block the paragraph around it; absent elsewhere. */
  readonly paragraph?: string;
  /** The edition that published it first. */
  readonly since: string;
  /** Sections on whose page it stood earlier, each with the last edition in which it did. */
  readonly previousSections?: Readonly<Record<string, string>>;
  readonly retired?: Retirement;
  /** Its words in each language, the oldest first. Sections have none: their slug is their identity. */
  readonly texts?: Readonly<Record<Language, readonly Revision[]>>;
}

/** `anchors.json`: every anchor ever published, in reading order; a retired one follows what it followed. */
export interface Registry {
  /** The edition for which the registry was last written. */
  readonly edition: string;
  readonly anchors: readonly AnchorRecord[];
}

/** What an author named, as it stands now. */
export interface CurrentLabel {
  readonly id: string;
  readonly kind: LabelKind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Index of the paragraph in its section to which it belongs; absent where it stands between paragraphs. */
  readonly paragraph?: number | undefined;
}

/** A section as it stands in the text now, before its paragraphs have ids. */
export interface CurrentSection {
  readonly id: string;
  readonly file: string;
  /** Whether its text is still a draft: nothing of it is published, and so nothing is registered. */
  readonly draft?: true;
  /** Each with its first and last line. */
  readonly paragraphs: readonly { readonly text: string; readonly line: number; readonly endLine?: number }[];
  readonly labels: readonly CurrentLabel[];
}

/** The text of every language as it stands now; each has the same sections in the same order. */
export interface CurrentText {
  readonly edition: string;
  readonly languages: readonly { readonly language: Language; readonly sections: readonly CurrentSection[] }[];
}

/** @returns whether two texts are one to the letter; how their lines are broken is no part of them */
export const isSameText = (one: string, other: string): boolean =>
  one === other || one.replaceAll(/\s/gu, "") === other.replaceAll(/\s/gu, "");

/** @returns the last recorded words of an anchor in a language */
export const lastRevision = (record: AnchorRecord, language: Language): Revision | undefined =>
  record.texts?.[language]?.at(-1);

/** @returns the id at which an anchor's address ends now: itself, or what its text became */
export function resolveAnchor(registry: Registry, id: string): string {
  const byId = new Map(registry.anchors.map((record) => [record.id, record]));
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

/** Orders editions as semantic versions: negative where the first is the earlier one. */
export function compareEditions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  return [0, 1, 2].map((part) => (left[part] ?? 0) - (right[part] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
