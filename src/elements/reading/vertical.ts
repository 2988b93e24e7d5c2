import { keepScrollPosition } from "../scroll-position.ts";

/** The share of the screen that stays in view when a page is turned. */
const OVERLAP = 0.12;
/** Pixels of a line, for wheel events that count lines. */
const LINE = 40;

const isVertical = (element: Element = document.documentElement): boolean =>
  getComputedStyle(element).writingMode.startsWith("vertical");

/** @returns the scroll container of an event: an open note or the page; `undefined` where it is set horizontally */
function scrollerOf(target: EventTarget | null): Element | undefined {
  const over = target instanceof Element ? target.closest("dialog, [popover]") : null;
  const scroller = over ?? document.documentElement;
  return isVertical(scroller) ? scroller : undefined;
}

const isEditing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, button, summary"));

let isTurning = false;

/**
 * Scrolls vertical text with the keys and the wheel that scroll horizontal text (wheel, Space, Page Up and Down, Home,
 * End), and restores the scroll position; once, however often it is called. Browsers scroll sideways with the arrow keys only.
 */
export function turnVerticalPages(): void {
  if (isTurning) return;
  isTurning = true;
  keepScrollPosition()();
  addEventListener(
    "wheel",
    (event) => {
      if (!isVertical() || event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      const scroller = scrollerOf(event.target);
      if (!scroller) return;
      event.preventDefault();
      const unit = [1, LINE, innerWidth][event.deltaMode] ?? 1;
      scroller.scrollBy({ left: -event.deltaY * unit, behavior: "instant" });
    },
    { passive: false },
  );
  addEventListener("keydown", (event) => {
    if (!isVertical() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const scroller = scrollerOf(event.target);
    if (isEditing(event.target) || !scroller || document.querySelector("dialog[open]")) return;
    const page = scroller.clientWidth * (1 - OVERLAP);
    const key = event.key === " " ? (event.shiftKey ? "PageUp" : "PageDown") : event.key;
    const moves: Record<string, () => void> = {
      PageDown: () => scroller.scrollBy({ left: -page }),
      PageUp: () => scroller.scrollBy({ left: page }),
      Home: () => scroller.scrollTo({ left: 0 }),
      End: () => scroller.scrollTo({ left: -scroller.scrollWidth }),
    };
    const move = moves[key];
    if (!move) return;
    event.preventDefault();
    move();
  });
}
