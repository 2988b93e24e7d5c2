import "../overlays.ts";

/**
 * Opens the contents as a popover, until a link is chosen or they are dismissed.
 *
 * @param link the link that opened them; the focus returns to it
 */
export function openContents(contents: HTMLElement, link: HTMLElement): void {
  const stay = new AbortController();
  contents.popover = "auto";
  contents.showPopover();
  const here = contents.querySelector<HTMLElement>("[aria-current], [data-current]");
  (here ?? contents.querySelector("a"))?.focus();
  contents.addEventListener("click", () => contents.hidePopover(), { signal: stay.signal });
  contents.addEventListener(
    "toggle",
    ({ newState }) => {
      if (newState !== "closed") return;
      stay.abort();
      // The attribute would hide the contents where they are shown beside the text.
      contents.removeAttribute("popover");
      link.focus();
    },
    { signal: stay.signal },
  );
}
