import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { onDemand } from "../on-demand.ts";
import { pageLanguage } from "../page-language.ts";
import { selectedWords } from "./citation-target.ts";
import { openDialog } from "./open-dialog.ts";
import styles from "./selection.css?inline";

adoptStyles(styles);

let button: HTMLButtonElement | undefined;

/**
 * Shows a button at the end of the selection while it is within one paragraph or note. It is next in the tab order, and
 * does not change the selection.
 */
export function offerSelection(word: string): void {
  const selected = selectedWords();
  if (!selected) return void button?.remove();
  const { target, range } = selected;
  button ??= makeButton(word);
  document.getElementById(target.anchor)?.append(button);
  placeBelow(button, range.getBoundingClientRect());
  const made = button;
  made.onclick = () => {
    if (made.ariaBusy) return;
    void onDemand(made, async (signal) => {
      await openDialog(target, signal);
      made.remove();
    });
  };
  // Ahead of the press, which tells of a failure.
  loadStrings("citation", pageLanguage()).catch(() => undefined);
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
  // The button stands in the paragraph of which words are selected: its own are not copied with them.
  made.dataset["sign"] = word;
  made.ariaLabel = word;
  made.dataset["pagefindIgnore"] = "";
  // Pressing the pointer would clear the selection.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    if (getSelection()?.isCollapsed && document.activeElement !== made) made.remove();
  });
  return made;
}
