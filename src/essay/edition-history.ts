import type { Language } from "./language.ts";
import {
  type AnchorKind,
  type AnchorRecord,
  compareEditions,
  isSameText,
  lastRevision,
  type Registry,
  recordsById,
  resolveAnchor,
} from "./registry.ts";
import { containment, ngramProfile } from "./similarity.ts";

/**
 * What became of an anchor in an edition, seen from the edition before: it is there for the first time or again; its
 * words are the same or others; it stands in another section; it was split, so that a part of its words has an anchor of
 * its own; or it is not there any more, because its words were merged into others, have another name or were taken out.
 */
export type AnchorStatus =
  | "new"
  | "returned"
  | "same"
  | "changed"
  | "moved"
  | "split"
  | "merged"
  | "renamed"
  | "removed";

/** An anchor in one edition. */
export interface AnchorState {
  readonly edition: string;
  readonly status: AnchorStatus;
  /** The section in which its address leads to something; absent for a section. */
  readonly section?: string;
  /** Languages in which its words are others than in the edition before. */
  readonly changed?: readonly Language[];
  /** The anchor to which its address leads, where that is another. */
  readonly leadsTo?: string;
  /** Of a split paragraph the anchors that have parts of its words, itself left out. */
  readonly parts?: readonly string[];
  /** `textHash` of its words by language, where they are new or others than before. */
  readonly words?: Readonly<Record<Language, string>>;
}

/** An anchor from the first edition that had it to the last one. */
export interface AnchorHistory {
  readonly id: string;
  readonly kind: AnchorKind;
  /** One for each edition since its first, the oldest first. */
  readonly states: readonly AnchorState[];
}

/** The least share of a new paragraph that must be found in another to be a part of it. */
const PART = 0.5;

/**
 * Follows every anchor through the editions.
 *
 * @param registries of the editions, each as it was when the edition was registered (`registryOfEdition`), in any order
 * @returns every anchor that ever was, in the order of the last edition
 */
export function anchorHistories(registries: readonly Registry[]): AnchorHistory[] {
  const inOrder = registries.toSorted((one, other) => compareEditions(one.edition, other.edition));
  const last = inOrder.at(-1);
  const states = new Map<string, AnchorState[]>();
  inOrder.forEach((registry, index) => {
    const before = inOrder[index - 1];
    const parts = before ? partsOfSplit(before, registry) : new Map<string, string[]>();
    for (const record of registry.anchors) {
      const known = states.get(record.id) ?? [];
      // What was taken out before its first edition was kept never stood in one that is.
      if (known.length === 0 && record.retired) continue;
      states.set(record.id, [...known, stateIn(registry, record, before, parts.get(record.id))]);
    }
  });
  return (last?.anchors ?? []).flatMap(({ id, kind }) => {
    const known = states.get(id);
    return known ? [{ id, kind, states: known }] : [];
  });
}

function stateIn(
  registry: Registry,
  record: AnchorRecord,
  before: Registry | undefined,
  parts: readonly string[] | undefined,
): AnchorState {
  const { edition } = registry;
  const target = resolveAnchor(registry, record.id);
  const section = recordsById(registry).get(target)?.section;
  const place = { edition, ...(section !== undefined && { section }) };
  if (record.retired) return { ...place, status: record.retired.how, leadsTo: target };
  const previous = before && recordsById(before).get(record.id);
  const words = wordsOf(record);
  if (!before || !previous || previous.retired)
    return { ...place, status: previous ? "returned" : "new", ...(words && { words }) };
  const changed = changedLanguages(previous, record);
  const hasMoved = previous.section !== record.section && !isRenamed(registry, previous.section, record.section);
  const status = parts ? "split" : hasMoved ? "moved" : changed.length > 0 ? "changed" : "same";
  return {
    ...place,
    status,
    ...(changed.length > 0 && { changed, words: words ?? {} }),
    ...(parts && { parts }),
  };
}

/** Whether a section has another name, so that what is in it stands where it stood. */
const isRenamed = (registry: Registry, from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && recordsById(registry).get(from)?.retired !== undefined && resolveAnchor(registry, from) === to;

const wordsOf = ({ texts }: AnchorRecord): Record<Language, string> | undefined =>
  texts &&
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, revisions]) => {
      const hash = revisions.at(-1)?.hash;
      return hash === undefined ? [] : [[language, hash]];
    }),
  );

const changedLanguages = (before: AnchorRecord, now: AnchorRecord): Language[] =>
  Object.keys(now.texts ?? {}).filter((language) => {
    const [earlier, words] = [lastRevision(before, language)?.text, lastRevision(now, language)?.text];
    return earlier === undefined || words === undefined ? earlier !== words : !isSameText(earlier, words);
  });

/**
 * Finds the paragraphs that were split. A part stands beside the paragraph that it was cut from, so that only its
 * neighbours are compared with it.
 *
 * @returns the new parts of each paragraph that lost them
 */
function partsOfSplit(before: Registry, now: Registry): Map<string, string[]> {
  const known = recordsById(before);
  const paragraphs = now.anchors.filter(({ kind, retired }) => kind === "paragraph" && !retired);
  const stood = paragraphs.map(({ id }) => known.get(id)).map((record) => (record?.retired ? undefined : record));
  const nearest = (indexes: Iterable<number>) => {
    const found: (number | undefined)[] = [];
    let last: number | undefined;
    for (const index of indexes) {
      if (stood[index]) last = index;
      found[index] = last;
    }
    return found;
  };
  const indexes = [...paragraphs.keys()];
  const [above, below] = [nearest(indexes), nearest(indexes.toReversed())];
  const parts = new Map<string, string[]>();
  paragraphs.forEach((paragraph, index) => {
    if (known.has(paragraph.id)) return;
    const share = (from: number | undefined) => {
      const [earlier, whole] = [stood[from ?? -1], paragraphs[from ?? -1]];
      if (!earlier || !whole) return 0;
      return Math.max(
        0,
        ...Object.keys(paragraph.texts ?? {}).map((language) => {
          const [part, words, kept] = [
            lastRevision(paragraph, language)?.text ?? "",
            lastRevision(earlier, language)?.text ?? "",
            lastRevision(whole, language)?.text ?? "",
          ];
          const profile = ngramProfile(part);
          // What the paragraph still says itself was not cut from it.
          return containment(profile, ngramProfile(words)) - containment(profile, ngramProfile(kept));
        }),
      );
    };
    const candidates = [above[index], below[index]].map((from) => ({ from, share: share(from) }));
    const [best] = candidates.sort((one, other) => other.share - one.share);
    const id = best && best.share >= PART ? paragraphs[best.from ?? -1]?.id : undefined;
    if (id !== undefined) parts.set(id, [...(parts.get(id) ?? []), paragraph.id]);
  });
  return parts;
}
