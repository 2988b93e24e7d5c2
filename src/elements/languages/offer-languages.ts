import { leaveToArrows } from "../keys/leave-to-arrows.ts";
import { isPlainPress, onDemand } from "../on-demand.ts";
import { currentFragment } from "./current-anchor.ts";
import { savePreferredLanguage } from "./preferred-language.ts";

/**
 * Makes links to other languages keep the reading position and save the preferred language, and opens peeks at single
 * paragraphs. Without it the links lead to the right page.
 */
export function offerLanguages(): void {
  // One stop of Tab a paragraph; from its number the arrow keys lead here.
  for (const link of document.querySelectorAll<HTMLElement>(".paragraph-number ~ .peek-link")) leaveToArrows(link);
  const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest("a") : null);
  const keepPosition = (event: Event) => {
    const link = linkOf(event);
    if (link && "keepsPosition" in link.dataset) link.hash = currentFragment();
  };
  // Runs before a context menu or a new tab reads the address.
  addEventListener("pointerdown", keepPosition);
  addEventListener("click", (event) => {
    keepPosition(event);
    const link = linkOf(event);
    if (!link) return;
    if (link.dataset["language"]) savePreferredLanguage(link.dataset["language"]);
    if (!("peek" in link.dataset) || !isPlainPress(event)) return;
    event.preventDefault();
    void onDemand(link, async (signal) => (await import("./peek.ts")).togglePeek(link, signal));
  });
}
