/**
 * Opens the page's contents over the text where there is no room for them beside it. On a page without contents of its
 * own, and without scripts, the link leads to the cover.
 */
export function openContents(link: HTMLElement): void {
  const contents = document.querySelector<HTMLElement>(".contents-aside");
  if (!contents) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (contents.popover !== "auto" && contents.checkVisibility()) return;
    event.preventDefault();
    contents.popover = "auto";
    contents.showPopover();
    const here = contents.querySelector<HTMLElement>("[aria-current], [data-here]");
    (here ?? contents.querySelector("a"))?.focus();
    contents.addEventListener("click", () => contents.hidePopover(), { once: true });
    contents.addEventListener("toggle", ({ newState }) => {
      if (newState !== "closed") return;
      // Only a popover is hidden by default; beside the text the contents are no popover.
      contents.removeAttribute("popover");
      link.focus();
    });
  });
}
