import { CiteDialog } from "./cite-dialog.ts";
import { type CitedThing, thingAround } from "./citation-target.ts";

let dialog: CiteDialog | undefined;

/** Opens the dialog for what a button stands beside. */
export function citeElement(button: HTMLElement): void {
  const thing = thingAround(button);
  if (thing) openDialog(thing);
}

/** Opens the dialog; when it is closed the focus is where it was. */
export function openDialog(thing: CitedThing): void {
  if (!dialog) {
    dialog = new CiteDialog();
    document.body.append(dialog);
  }
  void dialog.cite(thing);
}
