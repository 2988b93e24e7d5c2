import { loadReadingStrings } from "../../i18n/reading/index.ts";
import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import type { Place } from "./saved-position.ts";
import styles from "./return-offer.css?inline";

adoptStyles(styles);

/** Shows the way back to a place, over the page, so that nothing moves. */
export async function showReturnOffer(place: Place): Promise<void> {
  const strings = await loadReadingStrings(document.documentElement.lang);
  const bar = document.createElement("aside");
  bar.className = "bar return-offer";
  bar.ariaLabel = strings.returnLabel;
  const link = document.createElement("a");
  link.href = `${place.path}#${place.anchor}`;
  link.textContent = strings.returnTo(place.number);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.ariaLabel = strings.close;
  const remove = () => bar.remove();
  close.addEventListener("click", remove);
  link.addEventListener("click", remove);
  bar.append(link, close);
  document.body.append(bar);
}
