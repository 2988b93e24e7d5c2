/** What can take the focus by Tab. */
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Lets Tab past the end of something that lies over the text close it and go on after its opener, and Shift Tab before
 * its beginning close it and go back to the opener: what lies over the text stands at the end of the page, where nobody
 * looks for what comes next.
 *
 * @param overlay a popover or a dialog
 * @param opener gives the control that opened it; nothing where a key has
 * @param signal ends this
 */
export function leaveWithTab(
  overlay: HTMLElement,
  opener: () => HTMLElement | undefined,
  signal?: AbortSignal | undefined,
): void {
  overlay.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Tab" || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!(event.target instanceof HTMLElement) || !isAtEdge(overlay, event.target, event.shiftKey)) return;
      // Forwards the browser goes on by itself, from where the focus is then.
      if (event.shiftKey) event.preventDefault();
      const control = opener();
      // What a dialog covers takes no focus; a popover gives it back only where it has it.
      if (overlay instanceof HTMLDialogElement) overlay.close();
      control?.focus();
      if (overlay.popover && overlay.matches(":popover-open")) overlay.hidePopover();
    },
    signal ? { signal } : undefined,
  );
}

/** @returns whether nothing in the overlay comes after (before) the element */
function isAtEdge(overlay: HTMLElement, element: HTMLElement, isBackwards: boolean): boolean {
  const stops = [...overlay.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility({ visibilityProperty: true }),
  );
  const position = isBackwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return !stops.some(
    (stop) =>
      stop !== element &&
      (element.compareDocumentPosition(stop) & (position | Node.DOCUMENT_POSITION_CONTAINS)) === position &&
      !isSameGroup(stop, element),
  );
}

/** The choices of one question are one stop. */
const isSameGroup = (one: HTMLElement, other: HTMLElement): boolean =>
  one instanceof HTMLInputElement &&
  other instanceof HTMLInputElement &&
  one.type === "radio" &&
  one.name === other.name;
