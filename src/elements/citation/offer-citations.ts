import { adoptStyles } from "../adopt-styles.ts";
import { leaveToArrows } from "../keys/leave-to-arrows.ts";
import { onDemand } from "../on-demand.ts";
import styles from "./button.css?inline";

/** The elements after or in which a button is put. */
const CITABLE = ".paragraph-number, .heading-link, .note > .note-back";

/**
 * Adds a button for citing to every paragraph, heading and note, and offers one for selected text. The dialog is loaded
 * on demand.
 */
export function offerCitations(): void {
  const cite = document.querySelector<HTMLElement>("[data-cite]");
  const word = cite?.dataset["citeWord"];
  if (!cite || !word) return;
  adoptStyles(styles);
  for (const element of document.querySelectorAll<HTMLElement>(`main :is(${CITABLE})`)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite-button";
    button.dataset["word"] = word;
    button.dataset["pagefindIgnore"] = "";
    button.ariaLabel = `${word} ${nameBeside(element)}`;
    openBy(button);
    // Who points to the number is told what it is, too; a press on it brings the button.
    if (element.matches(".paragraph-number")) element.title = element.ariaLabel ?? "";
    if (element.matches("a")) element.after(button);
    else element.append(button);
    // One stop of Tab is enough; the arrow keys lead on.
    if (element.matches("a, :has(a)")) leaveToArrows(button);
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens=cite]")) openBy(button);
  let timer: ReturnType<typeof setTimeout>;
  const offerSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!getSelection()?.isCollapsed)
        // Nobody has asked for it: where it cannot be loaded, it is tried again with the next words.
        import("./selection.ts").then(({ offerSelection }) => offerSelection(word)).catch(() => undefined);
    }, 300);
  };
  document.addEventListener("selectionchange", offerSoon);
  // The reader's first sign may have been to select.
  offerSoon();
}

/** Has a button open the dialog for what it stands beside. */
function openBy(button: HTMLElement): void {
  button.addEventListener("click", () => {
    // A dialog is not closed by what opens it: a second press means the first.
    if (button.ariaBusy) return;
    void onDemand(button, async (signal) => (await import("./open-dialog.ts")).citeElement(button, signal));
  });
}

/** @returns what stands there, as it is called: `¶23`, the heading, or the note as its mark says it; where the mark is on
 * another page, the note's number after the heading of the notes */
function nameBeside(element: HTMLElement): string {
  const { paragraph } = element.closest<HTMLElement>("[data-paragraph]")?.dataset ?? {};
  if (paragraph !== undefined) return `¶${paragraph}`;
  const note = element.closest("li");
  const mark = note && document.querySelector(`.note-mark a[href="#${CSS.escape(note.id)}"]`);
  if (mark?.ariaLabel) return mark.ariaLabel;
  if (note) return `${note.closest("section, article")?.querySelector("h1, h2")?.textContent ?? ""} ${note.value}`;
  return element.previousElementSibling?.textContent ?? "";
}
