import "../overlays.ts";

/**
 * Opens the contents as a panel over the text, until a place in them is chosen or they are dismissed.
 *
 * @param link what the contents belong to; the focus returns to it
 */
export function openContents(contents: HTMLElement, link: HTMLElement): void {
  contents.popover = "auto";
  contents.showPopover();
  const here = contents.querySelector<HTMLElement>("[aria-current], [data-current]");
  (here ?? contents.querySelector("a"))?.focus();
  contents.addEventListener("click", () => contents.hidePopover(), { once: true });
  contents.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    // Only a popover is hidden by default; beside the text the contents are no popover.
    contents.removeAttribute("popover");
    link.focus();
  });
}
