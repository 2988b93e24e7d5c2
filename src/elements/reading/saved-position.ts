/** Where a reader was last. */
export interface Place {
  /** Path of the page. */
  readonly path: string;
  /** Anchor of the paragraph. */
  readonly anchor: string;
  /** The paragraph's number. */
  readonly number: string;
}

const KEY = "place";

/** Keeps the place in the browser. */
export function rememberPlace(place: Place): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing has no place to return to.
  }
}

/** @returns the place that was kept, or `undefined` */
export function rememberedPlace(): Place | undefined {
  try {
    const place = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Place> | null;
    return place?.path && place.anchor && place.number ? (place as Place) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Offers the way back to the remembered place: on the cover of the same language, and at the beginning of the same
 * page, unless an address with a fragment or a query says where the reader wants to be.
 */
export function offerReturn(): void {
  const place = rememberedPlace();
  if (!place || location.hash || location.search || scrollY > 0) return;
  const isCover = document.documentElement.dataset["kind"] === "cover";
  const isSamePage = place.path === location.pathname;
  if (isSamePage ? isFirst(place.anchor) : !(isCover && place.path.startsWith(location.pathname))) return;
  void import("./return-offer.ts").then(({ showReturnOffer }) => showReturnOffer(place));
}

/** The first paragraph of a page is where the reader is anyway. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;
