import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { selectedTarget } from "./citation-target.ts";
import { openDialog } from "./open-dialog.ts";
import styles from "./selection.css?inline";

adoptStyles(styles);

let button: HTMLButtonElement | undefined;

/**
 * Shows a button at the end of the selection while it is within one paragraph or note. It is next in the tab order, and
 * does not change the selection.
 */
export function offerSelection(word: string): void {
  const target = selectedTarget();
  const range = target && getSelection()?.getRangeAt(0);
  if (!target || !range) return void button?.remove();
  button ??= makeButton(word);
  document.getElementById(target.anchor)?.append(button);
  placeBelow(button, range.getBoundingClientRect());
  button.onclick = () => {
    openDialog(target);
    button?.remove();
  };
  void loadStrings("citation", document.documentElement.lang);
}

/** Physical properties, because selection rectangles are physical. */
function placeBelow(element: HTMLElement, selection: DOMRect): void {
  const origin = (element.offsetParent ?? document.documentElement).getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - element.offsetWidth - MARGIN;
  element.style.top = `${selection.bottom - origin.top + MARGIN}px`;
  element.style.left = `${Math.max(MARGIN, Math.min(selection.right, rightmost)) - origin.left}px`;
}

/** Distance from the selection and the edges, in pixels. */
const MARGIN = 6;

function makeButton(word: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cite-selection";
  made.textContent = word;
  made.dataset["pagefindIgnore"] = "";
  // Pressing the pointer would clear the selection.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    if (getSelection()?.isCollapsed && document.activeElement !== made) made.remove();
  });
  return made;
}
