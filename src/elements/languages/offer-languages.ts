import { currentFragment } from "./current-anchor.ts";
import { savePreferredLanguage } from "./preferred-language.ts";

/**
 * Lets the links to other languages keep the reader's place and choice, and opens peeks at single paragraphs.
 * The links lead to the right page without it.
 */
export function offerLanguages(): void {
  const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest("a") : null);
  const keepPosition = (event: Event) => {
    const link = linkOf(event);
    if (link && "keepsPosition" in link.dataset) link.hash = currentFragment();
  };
  // Before a menu or a new tab takes the address, too.
  addEventListener("pointerdown", keepPosition);
  addEventListener("click", (event) => {
    keepPosition(event);
    const link = linkOf(event);
    if (!link) return;
    if (link.dataset["language"]) savePreferredLanguage(link.dataset["language"]);
    if (!("peek" in link.dataset) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import("./peek.ts").then(({ togglePeek }) => togglePeek(link));
  });
}
