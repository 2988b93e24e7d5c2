import { type AnchorKind, type Registry, resolveAnchor } from "./registry.ts";

/**
 * A published address that no longer leads to its own text, as an element on a page: where the anchor was, and beside its
 * successor. An anchor that moved to another section is retired on the page that it left.
 */
export interface RetiredAnchor {
  /** The published id, and the element's. */
  readonly id: string;
  readonly kind: AnchorKind;
  readonly how: "merged" | "removed" | "renamed" | "moved";
  /** The last edition in which the anchor stood on the page. */
  readonly edition: string;
  /** The anchor to which the address leads now. */
  readonly successor: string;
  /** The section in which that stands. */
  readonly section: string;
  /** The section on whose page this element stands; where it is `section`, beside the anchor `successor`. */
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
export function retiredAnchors(registry: Registry): RetiredAnchor[] {
  const records = new Map(registry.anchors.map((record) => [record.id, record]));
  const sectionOf = (id: string) => {
    const record = records.get(resolveAnchor(registry, id));
    return record?.kind === "section" ? record.id : resolveAnchor(registry, record?.section ?? "");
  };
  return registry.anchors.flatMap((record): RetiredAnchor[] => {
    const successor = resolveAnchor(registry, record.id);
    const section = sectionOf(successor);
    const { id, kind, retired } = record;
    // A page may have been renamed since: what counts is where its address leads now.
    const previous = new Map(
      Object.entries(record.previousSections ?? {}).map(([page, edition]) => [resolveAnchor(registry, page), edition]),
    );
    if (retired && record.section) previous.set(resolveAnchor(registry, record.section), retired.last);
    previous.delete(section);
    const elsewhere = [...previous].map(
      ([page, edition]): RetiredAnchor => ({
        id,
        kind,
        how: retired?.how ?? "moved",
        edition,
        successor,
        section,
        page,
      }),
    );
    if (!retired) return elsewhere;
    return [{ id, kind, how: retired.how, edition: retired.last, successor, section, page: section }, ...elsewhere];
  });
}

/** @returns the pages of sections that have another slug now, or are part of another */
export const redirectsOf = (registry: Registry): Redirect[] =>
  registry.anchors
    .filter(({ kind, retired }) => kind === "section" && retired)
    .map(({ id }) => ({ from: id, to: resolveAnchor(registry, id) }));

/** What an anchor said in editions before this one. */
export interface EarlierWords {
  readonly edition: string;
  readonly text: string;
}

/** @returns by anchor the words that were published and are not those of the current text, the latest first */
export function earlierWords(registry: Registry, language: string): Record<string, EarlierWords[]> {
  return Object.fromEntries(
    registry.anchors.flatMap(({ id, retired, texts }) => {
      const revisions = texts?.[language] ?? [];
      const superseded = (retired ? revisions : revisions.slice(0, -1))
        .map(({ edition, text }) => ({ edition, text }))
        .reverse();
      return superseded.length > 0 ? [[id, superseded]] : [];
    }),
  );
}
