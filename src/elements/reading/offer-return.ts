import { RESUME } from "../../essay/resume.ts";
import { savedPosition } from "./saved-position.ts";

/**
 * Offers a link to the saved position: on the cover of its language, on the first page, and at the top of its page, there
 * not where the address has a fragment or a query. The cover with which an installed site begins leads there by itself.
 *
 * @returns resolves when the offer is shown; nothing where none is made
 */
export function offerReturn(): Promise<void> | undefined {
  const position = savedPosition();
  if (!position) return undefined;
  const { search, hash, pathname } = location;
  const { path, anchor } = position;
  if (path === pathname) {
    if (hash || search || scrollY > 0 || isFirst(anchor)) return undefined;
  } else if (document.documentElement.dataset["kind"] !== "cover" || !path.startsWith(pathname)) return undefined;
  else if (search === RESUME) {
    location.replace(`${path}#${anchor}`);
    return undefined;
  }
  // Nobody asked for it: if it cannot be loaded, nothing is missing.
  return import("./return-offer.ts").then((module) => module.showReturnOffer(position)).catch(() => undefined);
}

/** At the first paragraph there is nothing to return to. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;
