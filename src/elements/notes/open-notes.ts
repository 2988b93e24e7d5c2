/**
 * Opens a note where its mark stands. Where the notes are in the margin, a mark leads to its note and a note back to
 * its mark, and a page that shows both does not move.
 */
export function openNotesInPlace(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>(".note-mark a, .note-back a") : null;
    const target = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    if (!link || !target) return;
    if (document.documentElement.dataset["notes"] === "margin") {
      stayWhereSeen(target);
    } else if (link.closest(".note-mark")) {
      event.preventDefault();
      void import("./note-popover.ts").then(({ toggleNote }) => toggleNote(link, target));
    }
  });
}

/** The browser brings what a link leads to to the beginning of the screen; what is seen already belongs where it is. */
function stayWhereSeen(target: HTMLElement): void {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const { top, right, bottom, left } = target.getBoundingClientRect();
  const isSeen = top >= 0 && left >= 0 && bottom <= root.clientHeight && right <= root.clientWidth;
  const start = style.writingMode.startsWith("vertical") ? root.clientWidth - right : top;
  target.style.scrollMarginBlockStart = isSeen ? `${start - Number.parseFloat(style.scrollPaddingBlockStart)}px` : "";
}
