import { RESUME } from "../../essay/resume.ts";
import { savedPosition } from "./saved-position.ts";

/**
 * Offers a link to the saved position: on the cover of its language, and at the top of its page; not where the address
 * has a fragment or a query. The cover with which an installed site begins leads there by itself.
 *
 * @returns resolves when the offer is shown; nothing where none is made
 */
export function offerReturn(): Promise<void> | undefined {
  const position = savedPosition();
  const { search } = location;
  if (!position || location.hash || (search && search !== RESUME) || scrollY > 0) return undefined;
  const isCover = document.documentElement.dataset["kind"] === "cover";
  const isSamePage = position.path === location.pathname;
  if (isSamePage ? isFirst(position.anchor) : !(isCover && position.path.startsWith(location.pathname)))
    return undefined;
  if (isCover && search) {
    location.replace(`${position.path}#${position.anchor}`);
    return undefined;
  }
  // Nobody asked for it: if it cannot be loaded, nothing is missing.
  return import("./return-offer.ts").then((module) => module.showReturnOffer(position)).catch(() => undefined);
}

/** At the first paragraph there is nothing to return to. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;
