import { type CitationTarget, targetAround } from "./citation-target.ts";
import { CiteDialog } from "./cite-dialog.ts";

let dialog: CiteDialog | undefined;

/**
 * Opens the dialog for what a button stands beside.
 *
 * @throws where its strings cannot be loaded
 */
export async function citeElement(button: HTMLElement, signal: AbortSignal): Promise<void> {
  const target = targetAround(button);
  if (target) await openDialog(target, signal);
}

/**
 * Opens the dialog; when it is closed the focus is where it was.
 *
 * @param signal aborted where it is not wanted any more when its strings are there
 * @throws where its strings cannot be loaded
 */
export async function openDialog(target: CitationTarget, signal: AbortSignal): Promise<void> {
  if (!dialog) {
    dialog = new CiteDialog();
    document.body.append(dialog);
  }
  await dialog.cite(target, signal);
}
