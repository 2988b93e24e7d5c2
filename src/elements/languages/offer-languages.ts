import { chooseEdition } from "./preferred-language.ts";
import { currentPlace } from "./current-anchor.ts";

/**
 * Lets the links to other languages keep the reader's place and choice, and opens peeks at single paragraphs.
 * The links lead to the right page without it.
 */
export function offerLanguages(): void {
  const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest("a") : null);
  const keepPlace = (event: Event) => {
    const link = linkOf(event);
    if (link && "keepsPlace" in link.dataset) link.hash = currentPlace();
  };
  // Before a menu or a new tab takes the address, too.
  addEventListener("pointerdown", keepPlace);
  addEventListener("click", (event) => {
    keepPlace(event);
    const link = linkOf(event);
    if (!link) return;
    if (link.dataset["edition"]) chooseEdition(link.dataset["edition"]);
    if (!("peek" in link.dataset) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import("./peek.ts").then(({ togglePeek }) => togglePeek(link));
  });
}
