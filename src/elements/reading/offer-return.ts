import { savedPosition } from "./saved-position.ts";

/**
 * Offers a link to the saved position: on the cover of its language, and at the top of its page; not where the address
 * has a fragment or a query.
 *
 * @returns resolves when the offer is shown; nothing where none is made
 */
export function offerReturn(): Promise<void> | undefined {
  const position = savedPosition();
  if (!position || location.hash || location.search || scrollY > 0) return undefined;
  const isCover = document.documentElement.dataset["kind"] === "cover";
  const isSamePage = position.path === location.pathname;
  if (isSamePage ? isFirst(position.anchor) : !(isCover && position.path.startsWith(location.pathname)))
    return undefined;
  // Nobody asked for it: if it cannot be loaded, nothing is missing.
  return import("./return-offer.ts").then(({ showReturnOffer }) => showReturnOffer(position)).catch(() => undefined);
}

/** At the first paragraph there is nothing to return to. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;
