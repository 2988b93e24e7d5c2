import { loadReadingStrings } from "../../i18n/reading/index.ts";

/** Distance from the mark and from the edges of the screen, in pixels. */
const MARGIN = 12;

let open: { readonly popover: HTMLElement; readonly mark: HTMLElement } | undefined;

/**
 * Opens the note of a mark in place, or closes it where it is open. It stays until it is dismissed: by Escape, by a
 * press outside, or by its button; then the focus is on the mark again.
 *
 * @param note the note in the list at the end of the text; its words are copied for as long as the note is open
 */
export async function toggleNote(mark: HTMLElement, note: HTMLElement): Promise<void> {
  const wasOpen = open?.mark === mark;
  open?.popover.hidePopover();
  if (wasOpen) return;
  const strings = await loadReadingStrings(document.documentElement.lang);

  const popover = document.createElement("div");
  popover.className = "note-popover";
  popover.popover = "auto";
  popover.setAttribute("role", "dialog");
  popover.ariaLabel = mark.ariaLabel;
  popover.tabIndex = -1;
  popover.dataset["pagefindIgnore"] = "";
  const body = note.querySelector(".note-body")?.cloneNode(true);
  const ways = document.createElement("p");
  ways.className = "note-popover-ways";
  const toList = document.createElement("a");
  toList.href = `#${note.id}`;
  toList.textContent = strings.toNoteList;
  toList.addEventListener("click", () => popover.hidePopover());
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = strings.close;
  close.addEventListener("click", () => popover.hidePopover());
  ways.append(toList, close);
  if (body) popover.append(body);
  popover.append(ways);

  popover.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const hadFocus = popover.contains(document.activeElement) || document.activeElement === document.body;
    popover.remove();
    mark.removeAttribute("aria-expanded");
    if (open?.popover === popover) open = undefined;
    if (hadFocus) mark.focus({ preventScroll: true });
  });
  document.body.append(popover);
  mark.setAttribute("aria-expanded", "true");
  popover.showPopover();
  placeBeside(popover, mark);
  popover.focus({ preventScroll: true });
  open = { popover, mark };
}

/** Puts the popover under the mark's line, or over it where there is more room; never past an edge of the screen. */
function placeBeside(popover: HTMLElement, mark: HTMLElement): void {
  const box = mark.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const isVertical = getComputedStyle(mark).writingMode.startsWith("vertical");
  const clamp = (value: number, size: number, room: number) => Math.max(MARGIN, Math.min(value, room - size - MARGIN));

  if (isVertical) {
    const room = { before: width - box.right - 2 * MARGIN, after: box.left - 2 * MARGIN };
    const goesAfter = popover.offsetWidth <= room.after || room.after >= room.before;
    const left = goesAfter ? box.left - MARGIN - popover.offsetWidth : box.right + MARGIN;
    setPlace(popover, clamp(left, popover.offsetWidth, width), clamp(box.top, popover.offsetHeight, height));
    return;
  }
  const room = { before: box.top - 2 * MARGIN, after: height - box.bottom - 2 * MARGIN };
  const goesAfter = popover.offsetHeight <= room.after || room.after >= room.before;
  popover.style.maxHeight = `${Math.max(room.before, room.after)}px`;
  const top = goesAfter ? box.bottom + MARGIN : box.top - MARGIN - popover.offsetHeight;
  const left = box.left + box.width / 2 - popover.offsetWidth / 2;
  setPlace(popover, clamp(left, popover.offsetWidth, width), clamp(top, popover.offsetHeight, height));
}

/** The popover belongs to its place in the text and scrolls with it. */
function setPlace(popover: HTMLElement, left: number, top: number): void {
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}
