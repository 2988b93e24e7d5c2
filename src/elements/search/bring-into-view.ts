/** The part of the screen that nothing lies over, in CSS pixels from its upper left corner. */
interface FreeArea {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The share of the free area that is left before what is brought into it. */
const SHARE_BEFORE = 1 / 3;

const isVertical = (): boolean => getComputedStyle(document.documentElement).writingMode.startsWith("vertical");

/**
 * Brings a stretch of the page into view, in the direction in which lines follow each other, and clear of what lies
 * over the page. What is folded around it is unfolded.
 */
export function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  for (let folded = foldedAround(element); folded; folded = foldedAround(element)) folded.open = true;
  if (isInView(range)) return;
  // What scrolls by itself inside the page, such as a wide table.
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (isInView(range)) return;
  const free = freeArea();
  // Of words that are more than the screen holds, the first are shown.
  const [first = range.getBoundingClientRect()] = range.getClientRects();
  if (isVertical())
    scrollBy({ left: first.right - (free.right - SHARE_BEFORE * (free.right - free.left - first.width)) });
  else scrollBy({ top: first.top - (free.top + SHARE_BEFORE * (free.bottom - free.top - first.height)) });
}

const foldedAround = (element: Element | null): HTMLDetailsElement | null | undefined =>
  element?.closest<HTMLDetailsElement>("details:not([open])");

/** @returns whether all of it is on the screen and nothing lies over it */
export function isInView(range: Range): boolean {
  const free = freeArea();
  const { top, right, bottom, left } = range.getBoundingClientRect();
  return top >= free.top && left >= free.left && bottom <= free.bottom && right <= free.right;
}

/** What floats lies along one of the two edges that the page is scrolled to, and takes that end of the screen. */
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
