import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import styles from "./return-offer.css?inline";
import type { ReadingPosition } from "./saved-position.ts";

adoptStyles(styles);

/** Shows a link to a saved position over the page, without moving anything. */
export async function showReturnOffer(position: ReadingPosition): Promise<void> {
  const strings = await loadStrings("reading", pageLanguage());
  const bar = document.createElement("aside");
  bar.className = "bar return-offer";
  bar.ariaLabel = strings.returnLabel;
  const link = document.createElement("a");
  link.href = `${position.path}#${position.anchor}`;
  link.textContent = strings.returnTo(position.number);
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
