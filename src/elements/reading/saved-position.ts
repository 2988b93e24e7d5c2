/** Where a reader was last. */
export interface ReadingPosition {
  /** Path of the page. */
  readonly path: string;
  /** Anchor of the paragraph. */
  readonly anchor: string;
  /** The paragraph's number. */
  readonly number: string;
}

const KEY = "place";

/** Keeps the position in the browser. */
export function savePosition(position: ReadingPosition): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(position));
  } catch {
    // A browser that keeps nothing has no position to return to.
  }
}

/** @returns the position that was kept, or `undefined` */
export function savedPosition(): ReadingPosition | undefined {
  try {
    const position = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<ReadingPosition> | null;
    return position?.path && position.anchor && position.number ? (position as ReadingPosition) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Offers the way back to the remembered position: on the cover of the same language, and at the beginning of the same
 * page, unless an address with a fragment or a query says where the reader wants to be.
 */
export function offerReturn(): void {
  const position = savedPosition();
  if (!position || location.hash || location.search || scrollY > 0) return;
  const isCover = document.documentElement.dataset["kind"] === "cover";
  const isSamePage = position.path === location.pathname;
  if (isSamePage ? isFirst(position.anchor) : !(isCover && position.path.startsWith(location.pathname))) return;
  void import("./return-offer.ts").then(({ showReturnOffer }) => showReturnOffer(position));
}

/** The first paragraph of a page is where the reader is anyway. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;
