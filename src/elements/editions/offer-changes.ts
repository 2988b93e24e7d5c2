import { adoptStyles } from "../adopt-styles.ts";
import styles from "./revised.css?inline";

adoptStyles(styles);

/**
 * Puts a sign beside every paragraph that the editions changed. It leads to the words of the earlier edition, and shows
 * them in place like a paragraph in another language. Without it the page's own link leads to all its changes.
 *
 * @param all that link, which says which paragraphs they are; all of the page where it names none
 */
export function offerChanges(all: HTMLAnchorElement): void {
  const named = all.dataset["changed"];
  const ids = named
    ? named.split(" ")
    : [...document.querySelectorAll("article [data-paragraph]")].map((paragraph) => paragraph.id);
  for (const id of ids) {
    const link = all.cloneNode() as HTMLAnchorElement;
    link.className = "revised";
    link.hash = id;
    link.ariaLabel = `${all.textContent} ¶${id.slice(1)}`;
    // From the number the arrow keys lead here.
    link.tabIndex = -1;
    // It is drawn by the stylesheet, so that it is neither found nor copied with the text.
    link.dataset["sign"] = all.dataset["changedSign"] ?? "";
    link.dataset["peek"] = "";
    [...document.querySelectorAll(`#${id} > :is(.paragraph-number, .cite-button, .peek-link)`)].at(-1)?.after(link);
  }
}
