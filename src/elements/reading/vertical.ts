/** How much of the screen a page turn leaves in view. */
const OVERLAP = 0.12;
/** Pixels of a wheel's line, where it counts in lines. */
const LINE = 40;

const isVertical = (): boolean => getComputedStyle(document.documentElement).writingMode.startsWith("vertical");

const isEditing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, button, summary"));

/**
 * Turns the pages of vertical text with what turns those of horizontal text: the wheel, the space bar, Page Up and
 * Page Down, Home and End. The browser itself moves sideways with the arrow keys only.
 */
export function turnVerticalPages(): void {
  addEventListener(
    "wheel",
    (event) => {
      if (!isVertical() || event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      if (event.target instanceof Element && event.target.closest("dialog, [popover]")) return;
      event.preventDefault();
      const unit = [1, LINE, innerWidth][event.deltaMode] ?? 1;
      scrollBy({ left: -event.deltaY * unit, behavior: "instant" });
    },
    { passive: false },
  );
  addEventListener("keydown", (event) => {
    if (!isVertical() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isEditing(event.target) || document.querySelector("dialog[open]")) return;
    const page = innerWidth * (1 - OVERLAP);
    const key = event.key === " " ? (event.shiftKey ? "PageUp" : "PageDown") : event.key;
    const moves: Record<string, () => void> = {
      PageDown: () => scrollBy({ left: -page }),
      PageUp: () => scrollBy({ left: page }),
      Home: () => scrollTo({ left: 0 }),
      End: () => scrollTo({ left: -document.documentElement.scrollWidth }),
    };
    const move = moves[key];
    if (!move) return;
    event.preventDefault();
    move();
  });
}
