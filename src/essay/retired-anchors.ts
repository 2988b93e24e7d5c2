import { type AnchorRecord, type Registry, resolveAnchor } from "./registry.ts";

/** What a published address led to. */
export type TraceKind = AnchorRecord["kind"];

/** An element that keeps a published address: it stands where the anchor was, or where its text went. */
export interface Trace {
  /** The published id, and the element's. */
  readonly id: string;
  readonly kind: TraceKind;
  readonly how: "merged" | "removed" | "renamed" | "moved";
  /** The last edition in which the anchor stood on the page. */
  readonly edition: string;
  /** The anchor to which the address leads now. */
  readonly to: string;
  /** The section in which that stands. */
  readonly section: string;
  /** The section on whose page this element stands; where it is `section`, beside the anchor `to`. */
  readonly page: string;
}

/** An address of a page that is now another's. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * @returns an element for every address that was published and whose anchor is not there any more: on each page on
 *   which it ever stood, and beside the anchor to which it leads
 */
export function tracesOf(registry: Registry): Trace[] {
  const records = new Map(registry.anchors.map((record) => [record.id, record]));
  const sectionOf = (id: string) => {
    const record = records.get(resolveAnchor(registry, id));
    return record?.kind === "section" ? record.id : resolveAnchor(registry, record?.section ?? "");
  };
  return registry.anchors.flatMap((record): Trace[] => {
    const to = resolveAnchor(registry, record.id);
    const section = sectionOf(to);
    const { id, kind, gone } = record;
    // A page may have been renamed since: what counts is where its address leads now.
    const former = new Map(
      Object.entries(record.formerly ?? {}).map(([page, edition]) => [resolveAnchor(registry, page), edition]),
    );
    if (gone && record.section) former.set(resolveAnchor(registry, record.section), gone.last);
    former.delete(section);
    const elsewhere = [...former].map(
      ([page, edition]): Trace => ({ id, kind, how: gone?.how ?? "moved", edition, to, section, page }),
    );
    if (!gone) return elsewhere;
    return [{ id, kind, how: gone.how, edition: gone.last, to, section, page: section }, ...elsewhere];
  });
}

/** @returns the pages of sections that have another slug now, or are part of another */
export const redirectsOf = (registry: Registry): Redirect[] =>
  registry.anchors
    .filter(({ kind, gone }) => kind === "section" && gone)
    .map(({ id }) => ({ from: id, to: resolveAnchor(registry, id) }));

/** What an anchor said in editions before this one. */
export interface EarlierWords {
  readonly edition: string;
  readonly text: string;
}

/** @returns by anchor the words that were published and are not those of the present text, the latest first */
export function earlierWords(registry: Registry, language: string): Record<string, EarlierWords[]> {
  return Object.fromEntries(
    registry.anchors.flatMap(({ id, gone, texts }) => {
      const revisions = texts?.[language] ?? [];
      const superseded = (gone ? revisions : revisions.slice(0, -1))
        .map(({ edition, text }) => ({ edition, text }))
        .reverse();
      return superseded.length > 0 ? [[id, superseded]] : [];
    }),
  );
}
