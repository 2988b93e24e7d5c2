/** Beside what the controls are seen all the time, so that readers know of them: each of these is a stop of Tab. */
const ALWAYS_SEEN = '[data-kind="section"] .section-heading > *, .prose > .paragraph:first-child > *';

/**
 * Leaves a control to the arrow keys, which lead to it from the stop that it stands beside: Tab passes what is seen only
 * where the focus or the pointer is, and never what is seen all the time. A control of the former has `data-arrows`.
 *
 * @param control in its place on the page
 */
export function leaveToArrows(control: HTMLElement): void {
  if (control.matches(ALWAYS_SEEN)) return;
  control.tabIndex = -1;
  control.dataset["arrows"] = "";
}
