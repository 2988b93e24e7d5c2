/** What was open when the pointer went down: the browser dismisses it before the press counts as a click. */
let openAtPress: readonly Element[] = [];
addEventListener("pointerdown", () => (openAtPress = [...document.querySelectorAll(":popover-open")]), {
  capture: true,
});

/**
 * Closes what a control has opened, where it is open; so that a second press on the control closes it.
 *
 * @param click on the control
 * @returns whether it was open
 */
export function closeIfOpen(popover: HTMLElement, { detail }: MouseEvent): boolean {
  const isOpen = popover.matches(":popover-open");
  if (isOpen) popover.hidePopover();
  // Of a press by the keyboard nothing is dismissed.
  return isOpen || (detail > 0 && openAtPress.includes(popover));
}
