import { savedPosition } from "./saved-position.ts";

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
