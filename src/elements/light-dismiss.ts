/** Popovers that were open when the pointer went down: the browser dismisses them before the click event. */
let openAtPress: readonly Element[] = [];
addEventListener("pointerdown", () => (openAtPress = [...document.querySelectorAll(":popover-open")]), {
  capture: true,
});

/**
 * Closes the popover of a control if it is open, so that a second press closes it.
 *
 * @param click on the control
 * @returns whether it was open
 */
export function closeIfOpen(popover: HTMLElement, { detail }: MouseEvent): boolean {
  const isOpen = popover.matches(":popover-open");
  if (isOpen) popover.hidePopover();
  // A press by keyboard dismisses nothing.
  return isOpen || (detail > 0 && openAtPress.includes(popover));
}
