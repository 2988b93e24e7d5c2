/**
 * Opens a note where its mark stands. Where the note is in the margin, a mark leads to its note and a note back to its
 * mark without a jump: the page moves only as far as it must to show both.
 */
export function openNotesInPlace(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>(".note-mark a, .note-back a") : null;
    const target = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    if (!link || !target) return;
    if (document.documentElement.dataset["notes"] === "margin") {
      event.preventDefault();
      const { scrollX: left, scrollY: top } = window;
      location.hash = target.id;
      scrollTo({ left, top, behavior: "instant" });
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (link.closest(".note-mark")) {
      event.preventDefault();
      void import("./note-popover.ts").then(({ toggleNote }) => toggleNote(link, target));
    }
  });
}
