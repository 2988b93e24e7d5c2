import { type CitationTarget, targetAround } from "./citation-target.ts";
import { CiteDialog } from "./cite-dialog.ts";

let dialog: CiteDialog | undefined;

/** Opens the dialog for the target that a button is beside. */
export function citeElement(button: HTMLElement): void {
  const target = targetAround(button);
  if (target) openDialog(target);
}

/** Opens the dialog; the browser returns the focus on closing. */
export function openDialog(target: CitationTarget): void {
  if (!dialog) {
    dialog = new CiteDialog();
    document.body.append(dialog);
  }
  void dialog.cite(target);
}
