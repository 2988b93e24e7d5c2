import { loadDialogStrings } from "../../i18n/cite/dialog.ts";
import { selectedThing } from "./cited-thing.ts";
import { openDialog } from "./open-dialog.ts";

let button: HTMLButtonElement | undefined;

/**
 * Shows a button at the end of the selection while words of one paragraph or note are selected. It comes next in the
 * order of the keyboard, and leaves the selection as it is.
 */
export function offerSelection(word: string): void {
  const thing = selectedThing();
  const range = thing && getSelection()?.getRangeAt(0);
  if (!thing || !range) return void button?.remove();
  button ??= makeButton(word);
  const place = range.getBoundingClientRect();
  const unit = document.getElementById(thing.anchor);
  button.style.setProperty("inset-block-start", `${place.bottom + scrollY + 6}px`);
  button.style.setProperty(
    "inset-inline-start",
    `${Math.max(8, Math.min(place.right, document.documentElement.clientWidth - 72) + scrollX)}px`,
  );
  button.onclick = () => {
    openDialog(thing);
    button?.remove();
  };
  if (!button.isConnected) unit?.after(button);
  void loadDialogStrings(document.documentElement.lang);
}

function makeButton(word: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cite-selection";
  made.textContent = word;
  made.dataset["pagefindIgnore"] = "";
  // A press of the pointer would end the selection before the button is reached.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    if (getSelection()?.isCollapsed && document.activeElement !== made) made.remove();
  });
  return made;
}
