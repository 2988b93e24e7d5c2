import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { linkTo } from "../link-to.ts";
import "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import styles from "./return-offer.css?inline";
import type { ReadingPosition } from "./saved-position.ts";

adoptStyles(styles);

/**
 * Shows a link to a saved position without moving anything: on a cover and on the first page where these have room for it, in
 * the language of what was read; over the page of the position itself.
 */
export async function showReturnOffer({ path, anchor, number, section }: ReadingPosition): Promise<void> {
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
