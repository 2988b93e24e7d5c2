import { adoptStyles } from "../adopt-styles.ts";
import styles from "./revised.css?inline";

adoptStyles(styles);

/** Beside two languages the paragraphs of the other are the same ones again. */
const OWN_PARAGRAPHS = "[data-paragraph]:not(.pair-other *)";

/**
 * Puts a sign beside every paragraph that the editions changed. It leads to the words of the earlier edition, and shows
 * them in place like a paragraph in another language. Where they changed most of a section, a sign says nothing by being
 * there: it comes with its paragraph. Without it the page's own links, one a section, lead to its changes.
 */
export function offerChanges(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-changed]")) offerChangesOf(link);
}

/** @param all the link of a section, which says which paragraphs they are; all of the section where it names none */
function offerChangesOf(all: HTMLAnchorElement): void {
  const named = all.dataset["changed"];
  const section = all.closest("section, article, .parallel");
  const own = [...(section?.querySelectorAll(OWN_PARAGRAPHS) ?? [])].map((paragraph) => paragraph.id);
  const ids = named ? named.split(" ") : own;
  const isOfMost = ids.length * 2 > own.length;
  for (const id of ids) {
    const link = all.cloneNode() as HTMLAnchorElement;
    link.className = isOfMost ? "revised of-most" : "revised";
    link.hash = id;
    link.ariaLabel = `${all.textContent} ¶${id.slice(1)}`;
    // One that is not always seen is left to the arrow keys, which lead here from the number.
    if (isOfMost) link.tabIndex = -1;
    // It is drawn by the stylesheet, so that it is neither found nor copied with the text.
    link.dataset["sign"] = all.dataset["changedSign"] ?? "";
    link.dataset["peek"] = "";
    [...document.querySelectorAll(`#${id} > :is(.paragraph-number, .cite-button, .peek-link)`)].at(-1)?.after(link);
  }
}
