import { closeIfOpen } from "../light-dismiss.ts";
import { isPlainPress, onDemand } from "../on-demand.ts";

/**
 * Opens and closes the contents over the text where they are not shown beside it. On other pages, and without scripts,
 * the link leads to the cover.
 */
export function offerContents(link: HTMLElement): void {
  const contents = document.querySelector<HTMLElement>(".contents-aside");
  if (!contents) return;
  link.addEventListener("click", (event) => {
    if (!isPlainPress(event)) return;
    const isBesideText = contents.popover !== "auto" && contents.checkVisibility();
    if (isBesideText) return;
    event.preventDefault();
    if (closeIfOpen(contents, event)) return;
    void onDemand(link, async (signal) => {
      const { openContents } = await import("./open-contents.ts");
      await openContents(contents, link, signal);
    });
  });
}
