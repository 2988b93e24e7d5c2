/** The part of the viewport that nothing covers, in CSS pixels. */
interface FreeArea {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The share of the free area above a range that was scrolled into it. */
const SHARE_BEFORE = 1 / 3;

const isVertical = (): boolean => getComputedStyle(document.documentElement).writingMode.startsWith("vertical");

/** Scrolls a range into the free area along the block axis; closed disclosures around it are opened. */
export function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  for (let folded = foldedAround(element); folded; folded = foldedAround(element)) folded.open = true;
  if (isInView(range)) return;
  // Scroll containers within the page, such as a wide table.
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (isInView(range)) return;
  const free = freeArea();
  // Of a range longer than the screen the beginning is shown.
  const [first = range.getBoundingClientRect()] = range.getClientRects();
  if (isVertical())
    scrollBy({ left: first.right - (free.right - SHARE_BEFORE * (free.right - free.left - first.width)) });
  else scrollBy({ top: first.top - (free.top + SHARE_BEFORE * (free.bottom - free.top - first.height)) });
}

const foldedAround = (element: Element | null): HTMLDetailsElement | null | undefined =>
  element?.closest<HTMLDetailsElement>("details:not([open])");

/** @returns whether the whole range is in the free area */
function isInView(range: Range): boolean {
  const free = freeArea();
  const { top, right, bottom, left } = range.getBoundingClientRect();
  return top >= free.top && left >= free.left && bottom <= free.bottom && right <= free.right;
}

/** @returns the free area; bars are at one of the two edges of the block axis */
function freeArea(): FreeArea {
  const { clientWidth, clientHeight } = document.documentElement;
  const vertical = isVertical();
  let free: FreeArea = { top: 0, right: clientWidth, bottom: clientHeight, left: 0 };
  for (const bar of document.querySelectorAll(".bar")) {
    const box = bar.getBoundingClientRect();
    if (box.width === 0) continue;
    if (vertical)
      free =
        box.left < clientWidth - box.right
          ? { ...free, left: Math.max(free.left, box.right) }
          : { ...free, right: Math.min(free.right, box.left) };
    else
      free =
        box.top > clientHeight - box.bottom
          ? { ...free, bottom: Math.min(free.bottom, box.top) }
          : { ...free, top: Math.max(free.top, box.bottom) };
  }
  return free;
}
