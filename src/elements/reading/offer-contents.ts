/**
 * Opens the contents over the text where they are not shown beside it. On other pages, and without scripts, the link
 * leads to the cover.
 */
export function offerContents(link: HTMLElement): void {
  const contents = document.querySelector<HTMLElement>(".contents-aside");
  if (!contents) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (contents.popover !== "auto" && contents.checkVisibility()) return;
    event.preventDefault();
    void import("./open-contents.ts").then(({ openContents }) => openContents(contents, link));
  });
}
