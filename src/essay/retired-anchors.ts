import { once } from "./once.ts";
import { type AnchorKind, type Registry, recordsById, resolveAnchor } from "./registry.ts";

/**
 * A published address that no longer leads to its own text, as an element on a page: where the anchor was, and beside its
 * successor. An anchor that moved to another section is retired on the page that it left.
 */
export interface RetiredAnchor {
  /** The published id, which is also the id of the element. */
  readonly id: string;
  readonly kind: AnchorKind;
  readonly how: "merged" | "removed" | "renamed" | "moved";
  /** The last edition in which the anchor stood on the page. */
  readonly edition: string;
  /** The anchor to which the address leads now. */
  readonly successor: string;
  /** The section of the successor. */
  readonly section: string;
  /** The section on whose page the element is. Where it equals `section`, the element is beside the successor. */
  readonly page: string;
}

/** The address of a retired section, and the section that replaces it. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * @returns an element for every published address whose anchor is not there any more: one beside the successor, and one
 *   on every page that ever had the anchor
 */
export function retiredAnchors(registry: Registry): RetiredAnchor[] {
  const records = recordsById(registry);
  const sectionOf = (id: string) => {
    const record = records.get(resolveAnchor(registry, id));
    return record?.kind === "section" ? record.id : resolveAnchor(registry, record?.section ?? "");
  };
  return registry.anchors.flatMap((record): RetiredAnchor[] => {
    const successor = resolveAnchor(registry, record.id);
    const section = sectionOf(successor);
    const { id, kind, retired } = record;
    // A page may have been renamed since; its present name counts.
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

/** Where the elements of retired anchors stand. */
interface RetiredByPlace {
  /** On the page of the successor, by the successor's anchor. */
  readonly beside: ReadonlyMap<string, readonly RetiredAnchor[]>;
  /** On a page that the anchor left, by the page's section. */
  readonly leaving: ReadonlyMap<string, readonly RetiredAnchor[]>;
  /** Notes that were taken out. */
  readonly notes: readonly RetiredAnchor[];
}

/** @returns the retired anchors by the places where their elements stand */
export const retiredByPlace = once(
  ({ retiredAnchors: all }: { readonly retiredAnchors: readonly RetiredAnchor[] }): RetiredByPlace => {
    const staying = all.filter(({ page, section }) => page === section);
    return {
      beside: Map.groupBy(staying, ({ successor }) => successor),
      leaving: Map.groupBy(
        all.filter(({ page, section }) => page !== section),
        ({ page }) => page,
      ),
      notes: staying.filter(({ kind, how }) => kind === "note" && how === "removed"),
    };
  },
);

/** @returns a redirect for every retired section */
export const redirectsOf = (registry: Registry): Redirect[] =>
  registry.anchors
    .filter(({ kind, retired }) => kind === "section" && retired)
    .map(({ id }) => ({ from: id, to: resolveAnchor(registry, id) }));

/** The words of an anchor in an earlier edition. */
export interface EarlierWords {
  readonly edition: string;
  readonly text: string;
}

/** @returns the superseded words of each anchor in one language, the latest first */
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
