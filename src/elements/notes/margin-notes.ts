import { MARGIN_NOTES_MEDIA, SETTINGS_EVENT } from "../reading/settings.ts";

/** Least distance between two notes, in pixels. */
const GAP = 12;
/**
 * How much of a horizontal line of type lies above its baseline; the fonts named in the stylesheet have from 0.80 to
 * 0.88. Vertical lines share their middle.
 */
const ASCENT = 0.84;

/** A note and the mark that it stands beside. */
interface MarginNote {
  readonly note: HTMLElement;
  readonly mark: HTMLElement;
}

/**
 * Sets each of the essay's own notes beside its first mark, in the margin, where the screen has room for one.
 * The notes keep their order and never overlap: one that has no room moves on, by half lines of the text, so that all
 * keep its baselines.
 *
 * It measures along the block axis, so that horizontal and vertical writing are the same to it.
 */
export function placeMarginNotes(): void {
  // Side by side, the second language has the margin, and each note stands beside its counterpart.
  // The editors' notes stay in their list: beside the essay's own they would outgrow the text.
  const list = document.querySelector<HTMLElement>(".notes:not(.editor-notes):has(> .note-list)");
  const article = list?.closest("article");
  if (!list || !article) return;
  const notes = [...list.querySelectorAll<HTMLElement>(".note")].flatMap((note): MarginNote[] => {
    const mark = document.querySelector<HTMLElement>(`.note-mark a[href="#${CSS.escape(note.id)}"]`);
    return mark ? [{ note, mark }] : [];
  });
  if (notes.length === 0) return;

  let scheduled = false;
  const placeSoon = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      place(notes, article, list);
    });
  };
  // A note may grow without the text, as when a reader's own style widens its letters.
  const sizes = new ResizeObserver(placeSoon);
  for (const element of [article, ...notes.map(({ note }) => note)]) sizes.observe(element);
  document.fonts.addEventListener("loadingdone", placeSoon);
  const decide = () => {
    document.documentElement.dataset["notes"] = hasRoom() ? "margin" : "list";
    place(notes, article, list);
  };
  for (const media of Object.values(MARGIN_NOTES_MEDIA)) matchMedia(media).addEventListener("change", decide);
  addEventListener(SETTINGS_EVENT, decide);
  decide();
}

const isVertical = (element: Element): boolean => getComputedStyle(element).writingMode.startsWith("vertical");

const hasRoom = (): boolean =>
  matchMedia(MARGIN_NOTES_MEDIA[isVertical(document.documentElement) ? "vertical" : "horizontal"]).matches;

function place(notes: readonly MarginNote[], article: HTMLElement, list: HTMLElement): void {
  if (document.documentElement.dataset["notes"] !== "margin") {
    for (const { note } of notes) note.style.insetBlockStart = "";
    article.style.removeProperty("--notes-size");
    return;
  }
  const vertical = isVertical(article);
  const origin = article.getBoundingClientRect();
  const text = getComputedStyle(article);
  const halfLine = Number.parseFloat(text.lineHeight) / 2;
  const ascent = vertical ? 0.5 : ASCENT;
  const blockStart = (box: DOMRect) => (vertical ? origin.right - box.right : box.top - origin.top);
  const blockSize = (box: DOMRect) => (vertical ? box.width : box.height);

  // All is read before anything is written: one layout, not one for each note.
  const measured = notes.map(({ note, mark }) => {
    const line = (mark.closest(".noted") ?? mark).getBoundingClientRect();
    const style = getComputedStyle(note);
    const type = blockSize(line);
    const noteType = (type * Number.parseFloat(style.fontSize)) / Number.parseFloat(text.fontSize);
    const toBaseline = ascent * (type - noteType) - (Number.parseFloat(style.lineHeight) - noteType) / 2;
    return { note, wanted: blockStart(line) + toBaseline, size: blockSize(note.getBoundingClientRect()) };
  });
  let free = 0;
  for (const { note, wanted, size } of measured) {
    const start = wanted + halfLine * Math.max(0, Math.ceil((free - wanted) / halfLine));
    note.style.insetBlockStart = `${start}px`;
    free = start + size + GAP;
  }
  article.style.setProperty("--notes-size", `${free}px`);
  list.dataset["placed"] = "";
}
