import { SETTINGS_EVENT } from "../reading/settings-event.ts";
import { MARGIN_NOTES_MEDIA } from "./margin-media.ts";

/** Least distance between two notes, in CSS pixels. */
const GAP = 12;
/**
 * Ascent of horizontal type, as a share of the em; 0.80 to 0.88 in the fonts of the stylesheet. Vertical type is
 * aligned by its centre.
 */
const ASCENT = 0.84;

/** A note and its first mark. */
interface MarginNote {
  readonly note: HTMLElement;
  readonly mark: HTMLElement;
}

/**
 * Positions the notes in the margin beside their first marks, on screens that are wide enough. Notes keep
 * their order and do not overlap, nor lie on a figure that reaches into the margin: one is moved down by half lines of
 * the text, so that its lines share the grid of the text.
 * All lengths are measured along the block axis, for horizontal and vertical writing alike. Cost: one layout for all
 * notes, repeated when the article, a note or a font changes its size.
 */
export function placeMarginNotes(): void {
  const article = document.querySelector("article");
  if (!article) return;
  // Side by side, the second language takes the margin.
  const marks = new Map<HTMLElement, HTMLElement>();
  for (const mark of article.querySelectorAll<HTMLAnchorElement>(".note-mark a")) {
    const note = article.querySelector<HTMLElement>(`.notes > .note-list > #${CSS.escape(mark.hash.slice(1))}`);
    if (note && !marks.has(note)) marks.set(note, mark);
  }
  // In the order of their marks, whoever wrote them.
  const notes = [...marks].map(([note, mark]): MarginNote => ({ note, mark }));
  if (notes.length === 0) return;

  let scheduled = false;
  const placeSoon = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      place(notes, article);
    });
  };
  // A note may change its size without the text, e.g. by a reader's own stylesheet.
  const sizes = new ResizeObserver(placeSoon);
  for (const element of [article, ...notes.map(({ note }) => note)]) sizes.observe(element);
  document.fonts.addEventListener("loadingdone", placeSoon);
  const decide = () => {
    document.documentElement.dataset["notes"] = hasRoom() ? "margin" : "list";
    place(notes, article);
  };
  for (const media of Object.values(MARGIN_NOTES_MEDIA)) matchMedia(media).addEventListener("change", decide);
  addEventListener(SETTINGS_EVENT, decide);
  decide();
}

const isVertical = (element: Element): boolean => getComputedStyle(element).writingMode.startsWith("vertical");

const hasRoom = (): boolean =>
  matchMedia(MARGIN_NOTES_MEDIA[isVertical(document.documentElement) ? "vertical" : "horizontal"]).matches;

function place(all: readonly MarginNote[], article: HTMLElement): void {
  const notes = all.filter(({ note }) => note.checkVisibility());
  if (document.documentElement.dataset["notes"] !== "margin") {
    for (const { note } of all) note.style.insetBlockStart = "";
    article.style.removeProperty("--notes-size");
    return;
  }
  // The day up to which an editors’ note is true leads it: its end may be folded.
  for (const { note } of notes) {
    const day = note.querySelector("time");
    const first = note.querySelector("p");
    if (day && first?.firstChild !== day) first?.prepend(day, " ");
  }
  const vertical = isVertical(article);
  const origin = article.getBoundingClientRect();
  const text = getComputedStyle(article);
  const halfLine = Number.parseFloat(text.lineHeight) / 2;
  const ascent = vertical ? 0.5 : ASCENT;
  const blockStart = (box: DOMRect) => (vertical ? origin.right - box.right : box.top - origin.top);
  const blockSize = (box: DOMRect) => (vertical ? box.width : box.height);

  // All reads come before all writes: one layout.
  const measured = notes.map(({ note, mark }) => {
    const line = (mark.closest(".noted") ?? mark).getBoundingClientRect();
    const style = getComputedStyle(note);
    const type = blockSize(line);
    const noteType = (type * Number.parseFloat(style.fontSize)) / Number.parseFloat(text.fontSize);
    const toBaseline = ascent * (type - noteType) - (Number.parseFloat(style.lineHeight) - noteType) / 2;
    return { note, wanted: blockStart(line) + toBaseline, size: blockSize(note.getBoundingClientRect()) };
  });
  const figures = [...article.querySelectorAll(".figure")]
    .map((figure) => figure.getBoundingClientRect())
    // One that is wider than the text.
    .filter((box) => (vertical ? box.height > origin.height : box.width > origin.width));
  const late = measured.find(({ note }) => !note.style.insetBlockStart && note.matches(":target"));
  let free = 0;
  for (const { note, wanted, size } of measured) {
    const from = (least: number) => wanted + halfLine * Math.max(0, Math.ceil((least - wanted) / halfLine));
    let start = from(free);
    for (const box of figures) {
      const end = blockStart(box) + blockSize(box) + GAP;
      if (start < end && start + size + GAP > blockStart(box)) start = from(end);
    }
    note.style.insetBlockStart = `${start}px`;
    free = start + size + GAP;
  }
  article.style.setProperty("--notes-size", `${free}px`);
  article.dataset["placed"] = "";
  // A browser has gone to where it stood before.
  late?.note.scrollIntoView();
}
