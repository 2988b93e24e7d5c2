import { RESUME } from "../../essay/resume.ts";
import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { linkTo } from "../link-to.ts";
import "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import styles from "./return-offer.css?inline";
import { POSITION_KEY, type ReadingPosition } from "./saved-position.ts";

adoptStyles(styles);

/**
 * Offers a link to the saved position: on the cover of its language, on the first page, and at the top of its page, there
 * not where the address has a fragment or a query. The cover with which an installed site begins leads there by itself.
 *
 * @returns resolves when the offer is shown, or none is made
 */
export async function offerReturn(): Promise<void> {
  const position = savedPosition();
  if (!position) return;
  const { search, hash, pathname } = location;
  const { path, anchor } = position;
  if (path === pathname) {
    if (hash || search || scrollY > 0 || isFirst(anchor)) return;
  } else if (document.documentElement.dataset["kind"] !== "cover" || !path.startsWith(pathname)) return;
  else if (search === RESUME) {
    location.replace(`${path}#${anchor}`);
    return;
  }
  await showReturnOffer(position);
}

/** @returns the saved position, or `undefined` */
function savedPosition(): ReadingPosition | undefined {
  try {
    const position = JSON.parse(localStorage.getItem(POSITION_KEY) ?? "null") as Partial<ReadingPosition> | null;
    return position?.path && position.anchor && position.number ? (position as ReadingPosition) : undefined;
  } catch {
    return undefined;
  }
}

/** At the first paragraph there is nothing to return to. */
const isFirst = (anchor: string): boolean => document.querySelector("[data-paragraph]")?.id === anchor;

/**
 * Shows a link to a saved position without moving anything: on a cover and on the first page where these have room for it, in
 * the language of what was read; over the page of the position itself.
 */
async function showReturnOffer({ path, anchor, number, section }: ReadingPosition): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>("[data-returns-below]")];
  const place = places.find(({ dataset }) => path.startsWith(dataset["returnsBelow"] ?? "?"));
  const strings = await loadStrings("reading", place?.closest<HTMLElement>("[lang]")?.lang ?? pageLanguage());
  const offer = document.createElement("aside");
  offer.ariaLabel = strings.returnLabel;
  const link = linkTo(`${path}#${anchor}`, strings.returnTo(number, place && section));
  offer.append(link);
  if (place) {
    place.append(offer);
    return;
  }
  offer.className = "bar return-offer";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.ariaLabel = strings.close;
  const remove = () => offer.remove();
  close.addEventListener("click", remove);
  link.addEventListener("click", remove);
  offer.append(close);
  document.body.append(offer);
}
