/** Opens a note where its mark stands, on pages that are too narrow to show it in the margin. */
export function openNotesInPlace(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>(".note-mark a") : null;
    const note = mark && document.getElementById(mark.getAttribute("href")?.slice(1) ?? "");
    if (!mark || !note || document.documentElement.dataset["notes"] === "margin") return;
    event.preventDefault();
    void import("./note-popover.ts").then(({ toggleNote }) => toggleNote(mark, note));
  });
}
